import type { Recipe } from './recipe.ts';
import type { TemplateWords } from './words.ts';

/** Sizes of the disks in GB, the system disk first; nothing where the image decides. */
export function disksText({ systemDisk, dataDisks }: Recipe, { values }: TemplateWords): string {
  const sizes = [systemDisk, ...dataDisks.filter(({ left }) => !left)].map((disk) => disk?.sizeGb);
  if (sizes.every((size) => size === undefined)) return values.likeImageShort;
  return values.sizes(sizes);
}

/** How one logs in to a machine made of it, in a few words. */
export function loginText(
  { imageInherit, keyNames, includePassword }: Recipe,
  { values }: TemplateWords,
): string {
  if (imageInherit === 'yes') return values.likeImageLogin;
  const ways = [...keyNames, ...(includePassword ? [values.password] : [])];
  return values.together(ways) || values.random;
}
