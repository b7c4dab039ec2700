/** `0:09`, `12:30`, `1:05:00`: digits alone, so that it is the same in every language. */
export function formatElapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const pair = (n: number) => String(n).padStart(2, '0');
  return hours > 0
    ? `${hours}:${pair(minutes % 60)}:${pair(seconds % 60)}`
    : `${minutes}:${pair(seconds % 60)}`;
}
