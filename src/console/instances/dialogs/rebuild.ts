import { useQuery } from '@tanstack/react-query';
import { rebuildInstance } from '../../../contract/instance-actions.ts';
import type { Image } from '../../../contract/images.ts';
import type { Instance } from '../../../contract/instances.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { rebuildObstacle } from '../../../contract/rebuild-rules.ts';
import { loginUser, whyNoKey, whyNotInherit } from '../../../contract/logins.ts';
import { isHostname, passwordProblems } from '../../../contract/rules.ts';
import { encodeUserdata, userdataKey, userdataProblem } from '../../../contract/userdata.ts';
import type { Sentence } from '../../../contract/words.ts';
import type { WriteRequest } from '../../api/write.ts';
import { useCall } from '../../api/context.tsx';
import {
  excludedTypesOptions,
  imageOptions,
  imageSources,
  imagesOptions,
} from '../../images/queries.ts';
import { useLimits } from '../devices/limits.ts';
import { resourceOf } from '../resource.ts';

/** Where the new system comes from; `current` is the image it was made from. */
export const rebuildSources = ['current', ...imageSources] as const;
type RebuildSource = (typeof rebuildSources)[number];

const logins = ['password', 'key', 'image'] as const;
export type Login = (typeof logins)[number];

/** The form as it is on screen. */
export interface RebuildValues {
  source: RebuildSource;
  /** Of a source that is a list. */
  imageId: string;
  login: Login;
  password: string;
  keyName: string;
  /** With a key: a password as well. */
  passwordToo: boolean;
  hostname: string;
  script: string;
}

export const emptyRebuild: RebuildValues = {
  source: 'current',
  imageId: '',
  login: 'password',
  password: '',
  keyName: '',
  passwordToo: false,
  hostname: '',
  script: '',
};

/** An image and what keeps it from this instance; nothing when it can be put on it. */
export interface Candidate {
  image: Image;
  why: Sentence | undefined;
}

/** How one can get into a machine of this image. */
export function loginsFor(image: Image | undefined): Login[] {
  const whyNot = { password: undefined, key: whyNoKey(image), image: whyNotInherit(image) };
  return logins.filter((login) => image !== undefined && whyNot[login] === undefined);
}

/** Whether a password is part of what is sent. */
export function asksPassword({ login, passwordToo }: RebuildValues): boolean {
  return login === 'password' || (login === 'key' && passwordToo);
}

/** Whether the fields can be sent as they are, for this image. */
export function isComplete(values: RebuildValues, { osType }: Image): boolean {
  const { login, password, keyName, hostname, script } = values;
  if (asksPassword(values)) {
    if (password === '' || passwordProblems(password, loginUser(osType)).length > 0) return false;
  }
  if (login === 'key' && keyName === '') return false;
  if (hostname !== '' && !isHostname(hostname, osType)) return false;
  return script === '' || userdataProblem(script, osType) === undefined;
}

/** The write. What was typed for a login that is not the chosen one stays behind. */
export function rebuildRequest(
  instance: Instance,
  regionId: string,
  image: Image,
  values: RebuildValues,
): WriteRequest<typeof rebuildInstance> {
  const { login, password, keyName, passwordToo, hostname, script } = values;
  const { instanceId } = instance;
  const windows = image.osType === 'windows';
  const input: InputOf<typeof rebuildInstance> = {
    regionId,
    instanceId,
    ...(image.imageId !== instance.imageId && { imageId: image.imageId }),
    ...(asksPassword(values) && { password }),
    ...(login === 'key' && { keyNames: [keyName], passWordAuth: passwordToo ? 'yes' : 'no' }),
    ...(login === 'image' && { imageInherit: 'yes' as const }),
    // The reference page wants this said on Windows.
    ...(windows && { passWordAuth: 'yes' }),
    ...(hostname !== '' && { hostname }),
    ...(script !== '' && { userdata: [{ key: userdataKey, value: encodeUserdata(script) }] }),
  };
  return { operation: rebuildInstance, input, resource: resourceOf(instance) };
}

/** The images of a source and what each would meet on this instance. */
export function useCandidates(instance: Instance, region: string, source: RebuildSource) {
  const call = useCall();
  const size = useLimits(instance, region);
  const own = useQuery({
    ...imageOptions(call, region, instance.imageId ?? ''),
    enabled: instance.imageId !== undefined && source === 'current',
  });
  const listed = useQuery({
    ...imagesOptions(call, region, source === 'current' ? 'public' : source),
    enabled: source !== 'current',
  });
  const images = source === 'current' ? own.data?.image && [own.data.image] : listed.data?.items;
  const ids = (images ?? []).map(({ imageId }) => imageId);
  // Where this cannot be read the cloud itself still refuses: no reason to offer nothing.
  const { data: excluded } = useQuery(excludedTypesOptions(call, region, ids));
  const candidates = images?.map((image): Candidate => ({
    image,
    why: rebuildObstacle(instance, image, size, excluded?.get(image.imageId))?.why,
  }));
  const query = source === 'current' ? own : listed;
  return { candidates, failed: query.isError };
}
