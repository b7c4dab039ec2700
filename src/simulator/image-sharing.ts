import { refusal, refusals } from '../contract/errors.ts';
import { account, unknownPinPrefix } from './account.ts';
import { type HandlersOf, refuse } from './handlers.ts';
import { findImage, imageFor, isOwn } from './image-rules.ts';
import type { ImageRecord } from './world.ts';

export const imageSharingHandlers: HandlersOf<
  'describeImageMembers' | 'releaseImage' | 'shareImage' | 'unReleaseImage' | 'unShareImage'
> = {
  describeImageMembers({ region }, { imageId }) {
    const image = findImage(region, imageId);
    if (image.source !== 'private' || !isOwn(image))
      refuse(refusal('FAILED_PRECONDITION', "Can't use this image"));
    const { pins, loginNames } = image;
    return { pins, loginNames };
  },

  /** Up to 20 accounts, not oneself, and no encrypted snapshots. */
  shareImage({ region }, { imageId, pins = [], loginNames = [] }) {
    const image = imageFor(region, 'shareImage', imageId);
    checkAccounts(pins, loginNames);
    const all = { pins: union(image.pins, pins), loginNames: union(image.loginNames, loginNames) };
    if (all.pins.length + all.loginNames.length > region.quotas.imageShare)
      refuse(refusals.quota('Image share'));
    setMembers(image, all.pins, all.loginNames);
    return {};
  },

  /** Those who lose it can neither create from it nor rebuild to it any more. */
  unShareImage({ region }, { imageId, pins = [], loginNames = [] }) {
    const image = imageFor(region, 'unShareImage', imageId);
    checkAccounts(pins, loginNames);
    const stranger =
      pins.find((pin) => !image.pins.includes(pin)) ??
      loginNames.find((name) => !image.loginNames.includes(name));
    if (stranger !== undefined)
      refuse(refusal('FAILED_PRECONDITION', `Pin '${stranger}' not found`));
    setMembers(
      image,
      image.pins.filter((pin) => !pins.includes(pin)),
      image.loginNames.filter((name) => !loginNames.includes(name)),
    );
    return {};
  },

  /** Publishing ends all shares: everybody may use it now. */
  releaseImage({ region }, { imageId }) {
    const image = imageFor(region, 'releaseImage', imageId);
    setMembers(image, [], []);
    image.source = 'community';
    image.launchPermission = 'all';
    return {};
  },

  unReleaseImage({ region }, { imageId }) {
    const image = imageFor(region, 'unReleaseImage', imageId);
    image.source = 'private';
    setMembers(image, [], []);
    return {};
  },
};

function checkAccounts(pins: readonly string[], loginNames: readonly string[]): void {
  const all = [...pins, ...loginNames];
  if (all.length === 0) refuse(refusal('INVALID_ARGUMENT', 'Parameter pins missing'));
  for (const name of all) {
    const isSelf = name === account.pin || name === account.loginName;
    // The shape of an account name is not documented; this is wide enough for every one seen.
    if (isSelf || !/^[\p{Script=Han}A-Za-z0-9_.@-]{2,64}$/u.test(name))
      refuse(refusal('FAILED_PRECONDITION', `Invalid pin '${name}'`));
    if (name.startsWith(unknownPinPrefix))
      refuse(refusal('FAILED_PRECONDITION', `Pin '${name}' not found`));
  }
}

function setMembers(image: ImageRecord, pins: string[], loginNames: string[]): void {
  image.pins = pins;
  image.loginNames = loginNames;
  image.launchPermission = pins.length + loginNames.length > 0 ? 'specifiedUsers' : 'ownerOnly';
}

const union = (one: readonly string[], other: readonly string[]): string[] => [
  ...new Set([...one, ...other]),
];
