import { useQuery } from '@tanstack/react-query';
import { describeElasticIp } from '../../../contract/elastic-ips.ts';
import { CloudError } from '../../../contract/envelope.ts';
import { useCall } from '../../api/context.tsx';
import { readOptions } from '../../api/reads.ts';
import { instanceOptions } from '../../instances/queries.ts';
import { templateOptions } from '../queries.ts';
import { type Recipe, recipeOfInstance, recipeOfTemplate } from '../recipe.ts';

/** What is compared: templates and instances, by their ids. */
export type SideKind = 'template' | 'instance';

/** Ids of instances begin with `i-`, those of templates with `it-`. */
export const kindOf = (id: string): SideKind => (id.startsWith('i-') ? 'instance' : 'template');

interface Side {
  id: string;
  name: string;
  /** Absent while it is read, and when it cannot be. */
  recipe: Recipe | undefined;
  error: CloudError | undefined;
}

/** One side of a comparison. */
export function useSide(region: string, id: string): Side {
  const call = useCall();
  const isInstance = kindOf(id) === 'instance';
  const template = useQuery({
    ...templateOptions(call, region, id),
    enabled: id !== '' && !isInstance,
  });
  const instance = useQuery({
    ...instanceOptions(call, region, id),
    enabled: id !== '' && isInstance,
  });
  const machine = instance.data?.instance;
  const elasticIpId = machine?.elasticIpId ?? '';
  const elasticIp = useQuery({
    ...readOptions(call, describeElasticIp, { regionId: region, elasticIpId }),
    enabled: elasticIpId !== '',
  });
  const found = template.data?.instanceTemplate;
  const error = template.error ?? instance.error ?? elasticIp.error;
  const isRead = elasticIpId === '' || elasticIp.isFetched;
  return {
    id,
    name: found?.name || machine?.instanceName || id,
    recipe: found
      ? recipeOfTemplate(found)
      : machine && isRead
        ? recipeOfInstance(machine, elasticIp.data?.elasticIp)
        : undefined,
    error: error instanceof CloudError ? error : undefined,
  };
}
