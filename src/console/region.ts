import { useParams } from 'react-router';
import { regionId } from '../contract/common.ts';
import { regions } from '../contract/regions.ts';
import type { Language } from '../contract/words.ts';

const storageKey = 'vm-console.region';

/** The region in the address. Every page below the shell has one; elsewhere it is the one used last. */
export function useRegion(): string {
  const { region = '' } = useParams();
  return isRegion(region) ? region : lastRegion();
}

/** A region for people; one of a private cloud is shown as it is. */
export function regionName(id: string, language: Language): string {
  const region = regions.find((one) => one.id === id);
  if (!region) return id;
  return language === 'zh-CN' ? region.zh : region.en;
}

/** The letter that tells zones of a region apart: `cn-north-1a` is A. */
export function zoneLetter(az: string, region: string): string {
  return az.startsWith(region) && az.length > region.length
    ? az.slice(region.length).replace(/^-/, '').toUpperCase()
    : az;
}

/** Where the console opens: the region used last on this browser. */
export function lastRegion(): string {
  const stored = regionId.safeParse(localStorage.getItem(storageKey));
  return stored.success ? stored.data : regions[0].id;
}

/** Where it opens on a browser that has not been anywhere yet. */
export function preferRegion(id: string | undefined): void {
  if (id !== undefined && isRegion(id) && localStorage.getItem(storageKey) === null) {
    rememberRegion(id);
  }
}

export function rememberRegion(id: string): void {
  localStorage.setItem(storageKey, id);
}

export function isRegion(id: string): boolean {
  return regionId.safeParse(id).success;
}
