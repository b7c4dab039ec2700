import * as z from 'zod/mini';
import {
  importLimits,
  isOssAddress,
  nameFitsFormat,
  ossRegionOf,
  osTypeOf,
} from '../../../contract/image-import.ts';
import { importImage } from '../../../contract/images.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { description, resourceName } from '../../../contract/rules.ts';
import type { Fault } from '../../kit/form/faults.tsx';
import { numberOf } from '../../kit/form/TextField.tsx';
import type { importWords } from './words.ts';

type Input = InputOf<typeof importImage>;
type Say = ReturnType<typeof importWords.useWords>;

export const platforms = importImage.input.shape.platform.options;
export const formats = importImage.input.shape.diskFormat.options;
export const architectures = importImage.input.shape.architecture.options;
export const bootModes = ['bios', 'uefi'] as const;

const DataDisk = z.object({
  id: z.string(),
  format: z.enum(formats),
  sizeGB: z.string(),
  url: z.string(),
});
export type DataDisk = z.infer<typeof DataDisk>;

/** The form as it is on screen. */
export const ImportValues = z.object({
  name: z.string(),
  description: z.string(),
  platform: z.enum(platforms),
  osVersion: z.string(),
  architecture: z.enum(architectures),
  bootMode: z.enum(bootModes),
  format: z.enum(formats),
  sizeGB: z.string(),
  url: z.string(),
  dataDisks: z.array(DataDisk),
  force: z.boolean(),
  /** One per filled form, so that a lost answer never makes two images. */
  token: z.string(),
});
export type ImportValues = z.infer<typeof ImportValues>;
/** As a draft is kept: without the links, which carry a signature. */
export const ImportDraft = z.partial(ImportValues);

export function emptyImport(token: string): ImportValues {
  return {
    name: '',
    description: '',
    platform: 'CentOS',
    osVersion: '',
    architecture: 'x86_64',
    bootMode: 'bios',
    format: 'qcow2',
    sizeGB: String(importLimits.systemDiskGB.min),
    url: '',
    dataDisks: [],
    force: false,
    token,
  };
}

function urlFault(url: string, format: string, region: string, force: boolean, say: Say) {
  if (url === '') return say.needed;
  if (!isOssAddress(url)) return say.urlRule;
  const elsewhere = ossRegionOf(url);
  if (elsewhere !== undefined && elsewhere !== region) return say.wrongRegion(elsewhere, region);
  if (!force && !nameFitsFormat(url, format)) return say.wrongFormat(format);
  return undefined;
}

/** Everything that stands in the way, in the order of the form. */
export function importFaults(values: ImportValues, region: string, say: Say): Fault[] {
  const faults: Fault[] = [];
  const add = (field: string, label: string, message: string | undefined | false) => {
    if (message) faults.push({ field, label, message });
  };
  const { min, max, step } = importLimits.systemDiskGB;
  add('url', say.url, urlFault(values.url, values.format, region, values.force, say));
  const size = numberOf(values.sizeGB);
  add(
    'sizeGB',
    say.size,
    (size === undefined || size < min || size > max || size % step !== 0) &&
      say.sizeRule(min, max, step),
  );
  values.dataDisks.forEach((disk, at) => {
    const label = say.dataDisk(at + 1);
    add(`url-${disk.id}`, label, urlFault(disk.url, disk.format, region, values.force, say));
    const { min: least, max: most } = importLimits.dataDiskGB;
    const dataSize = numberOf(disk.sizeGB);
    add(
      `sizeGB-${disk.id}`,
      label,
      (dataSize === undefined || dataSize < least || dataSize > most) &&
        say.dataSizeRule(least, most),
    );
  });
  add('name', say.name, !resourceName.safeParse(values.name).success && say.nameRule);
  add(
    'description',
    say.description,
    !description.safeParse(values.description).success && say.descriptionRule,
  );
  return faults;
}

/** What is sent; the form has no faults. */
export function importInput(values: ImportValues, regionId: string): Input {
  return {
    regionId,
    imageName: values.name,
    platform: values.platform,
    osType: osTypeOf(values.platform),
    architecture: values.architecture,
    bootMode: values.bootMode,
    diskFormat: values.format,
    systemDiskSizeGB: numberOf(values.sizeGB) ?? 0,
    imageUrl: values.url,
    clientToken: values.token,
    ...(values.osVersion !== '' && { osVersion: values.osVersion }),
    ...(values.description !== '' && { description: values.description }),
    ...(values.force && { forceImport: true }),
    ...(values.dataDisks.length > 0 && {
      dataDisks: values.dataDisks.map(({ format, sizeGB, url }) => ({
        diskFormat: format,
        dataDiskSizeGB: numberOf(sizeGB) ?? 0,
        imageUrl: url,
      })),
    }),
  };
}
