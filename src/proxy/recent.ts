/** Remembers a limited number of things; the oldest go first. */
interface Recent<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/**
 * Remembers in two halves, of which the older goes as a whole. (A Map from whose front one is taken at a time has
 * holes there, and each search for the next oldest steps over them.)
 * @param max how many at most; half of them at least
 */
export function createRecent<T>(max: number): Recent<T> {
  let recent = new Map<string, T>();
  let older = recent;
  return {
    get: (key) => recent.get(key) ?? older.get(key),
    set(key, value) {
      if (recent.size >= max / 2) {
        older = recent;
        recent = new Map();
      }
      recent.set(key, value);
    },
  };
}
