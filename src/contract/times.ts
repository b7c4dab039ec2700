const eightHours = 8 * 60 * 60 * 1000;

/** `YYYY-MM-DD HH:mm:ss` without zone. The cloud does not say which zone it is; its samples fit UTC+8. */
export function localTime(milliseconds: number): string {
  return new Date(milliseconds + eightHours).toISOString().slice(0, 19).replace('T', ' ');
}

/** Reads `localTime` back; nothing when the text is not such a time. */
export function fromLocalTime(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return undefined;
  const utc = Date.parse(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(utc) ? undefined : utc - eightHours;
}

/** `YYYY-MM-DDTHH:mm:ssZ`, as billing times are spelled. */
export function utcTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
