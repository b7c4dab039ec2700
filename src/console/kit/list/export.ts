import type { Column, Setting } from './definition.ts';

/**
 * One cell of CSV. A spreadsheet runs what begins like a formula, and names are whatever somebody typed: an apostrophe
 * in front makes it text (OWASP, CSV injection).
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The items as CSV (RFC 4180), with the columns on screen. The mark in front tells Excel that it is UTF-8. */
export function toCsv<T>(
  items: readonly T[],
  columns: readonly Column<T>[],
  setting: Setting,
): string {
  const head = columns.map(({ label }) => label(setting.words));
  const rows = items.map((item) => columns.map(({ text }) => text(item, setting)));
  return `\uFEFF${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** `instances-cn-north-1-20261124-0412.csv`, in the time of the browser. */
export function fileName(list: string, region: string, at: Date, extension: string): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  return `${list}-${region}-${day}-${two(at.getHours())}${two(at.getMinutes())}.${extension}`;
}
