/** How the items of a list come in: what its page knows of the query behind it. */
export interface ListReading {
  /** Milliseconds since 1970, as below. */
  startedAt: number;
  /** Absent for a list that is not fetched but kept in the browser. */
  fetchedAt?: number;
  /** How many the cloud says there are; more than are known while the list is not complete. */
  total: number;
  complete: boolean;
  fetching: boolean;
  /** The last try failed; what is on screen is from before. */
  failed: boolean;
  /** What keeps it from being shown at all. */
  error: Error | undefined;
  /** How often in a row it has failed. */
  failures: number;
  refresh?: () => void;
  /** What is looked at again and again because it is changing. */
  watched?: { changing: number; everySeconds: number };
}
