// For tests alone: what is asked for of images, for faulty-forms.ts to walk through.
import { regionId } from './faulty-cloud.ts';
import { type ImageTargets, prepareImages } from './faulty-image-targets.ts';
import { choose, inMenu, name, pick, press, type, typeTitle } from './faulty-steps.ts';
import type { Table } from './faulty-table.ts';

const ossUrl = `https://typed.s3-internal.${regionId}.jdcloud-oss.com`;

/** The last of them meets what has happened all the same. */
const copiedTo = ['cn-east-1', 'cn-east-2', 'cn-south-1'];

const ofImage =
  (group: 'images' | 'shared' | 'published' = 'images') =>
  (targets: ImageTargets, n: number) =>
    `/images/${targets[group][n]}/json`;
const inList = () => ({ list: ['/images', 'typed-'] }) as const;

export const imageForms: Table<ImageTargets> = {
  prepare: prepareImages,
  forms: {
    'rename an image': {
      sort: 'dialog',
      operation: 'modifyImageAttribute',
      at: ofImage(),
      open: inMenu(/^Rename/),
      fill: (n) => [name(n)],
    },
    'share an image': {
      sort: 'dialog',
      operation: 'shareImage',
      at: ofImage(),
      open: inMenu(/^Share/),
      fill: () => [type(/^Accounts/, 'typed-account')],
    },
    'stop sharing an image': {
      sort: 'dialog',
      operation: 'unShareImage',
      at: ofImage('shared'),
      open: inMenu(/^Stop sharing/),
      fill: () => [() => press('dialog [type=checkbox]')],
    },
    'publish an image': {
      sort: 'question',
      operation: 'releaseImage',
      at: ofImage(),
      open: inMenu(/^Publish/),
    },
    'withdraw an image': {
      sort: 'question',
      operation: 'unReleaseImage',
      at: ofImage('published'),
      open: inMenu(/^Withdraw/),
    },
    'export an image': {
      sort: 'dialog',
      operation: 'exportImage',
      at: ofImage(),
      open: inMenu(/^Export/),
      fill: () => [type(/^Bucket/, ossUrl), type(/^Service role/, 'typed')],
      shown: () => ({ list: ['/images/tasks'] }),
    },
    'delete an image': {
      sort: 'deletion',
      operation: 'deleteImage',
      at: ofImage(),
      open: inMenu(/^Delete/),
      fill: () => [typeTitle(/^Type the name/)],
    },
    'make an image of snapshots': {
      sort: 'dialog',
      operation: 'createImageFromSnapshots',
      at: () => '/images',
      open: () => press('main button', /^From snapshots/),
      fill: (n) => [name(n), pick(/^Snapshot of the system disk/)],
      shown: inList,
    },
    'import an image': {
      sort: 'page',
      operation: 'importImage',
      at: () => '/images/import',
      fill: (n) => [
        type(/^Link to the file/, `https://typed.s3.${regionId}.jdcloud-oss.com/a.qcow2`),
        name(n),
      ],
      shown: inList,
      again: true,
    },
  },
  runs: {
    'copy an image to several regions': {
      operation: 'copyImages',
      at: ({ images: [image] }) => `/images/${image}/json`,
      about: () => copiedTo,
      open: inMenu(/^Copy to regions/),
      fill: () => copiedTo.map((region) => choose(new RegExp(region))),
      inTurn: true,
      shown: { list: ['/images'], region: copiedTo.at(-1) },
    },
  },
};
