import { Entry, isOpen } from './entry.ts';
import { sequencesOf } from './sequence.ts';

/** Where the activity is kept: the browser's localStorage, which all tabs of the console share. */
export type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Kept when a key shown in part was the owner, which another key can share: nobody reads it any more. */
const orphaned = /^vm-console\.activity\/\w*%E2%80%A6\w*\//;

/** Finished entries beyond this many are forgotten, oldest first. */
const limit = 500;

type Change = (entry: Entry, before: Entry | undefined) => void;

/**
 * The memory of what was started here. Each entry has a key of its own, so that tabs writing at the same time do not
 * undo each other. Without storage (private windows may refuse it) it lasts as long as the page.
 */
export class ActivityStore {
  readonly #keep: Keep | undefined;
  readonly #now: () => number;
  readonly #prefix: string;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  readonly #changes = new Set<Change>();
  #snapshot: readonly Entry[] = [];
  #count = 0;

  /** @param owner whose activity it is: what others have started on this browser is none of theirs */
  constructor(keep: Keep | undefined, now: () => number, owner: string) {
    this.#keep = keep;
    this.#now = now;
    // The owner's part holds no slash, so that none is the beginning of another.
    this.#prefix = `vm-console.activity/${encodeURIComponent(owner)}/`;
    for (const key of this.#keys()) {
      if (orphaned.test(key)) this.#remove(key);
      if (!key.startsWith(this.#prefix)) continue;
      const id = key.slice(this.#prefix.length);
      const entry = this.#read(id);
      if (entry) this.#entries.set(id, entry);
    }
    this.#publish();
  }

  /** Newest first. The same array until something changes. */
  entries = (): readonly Entry[] => this.#snapshot;

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Hears of every entry that is added or changed, in this tab or another one. */
  onChange(change: Change): () => void {
    this.#changes.add(change);
    return () => this.#changes.delete(change);
  }

  add(facts: Omit<Entry, 'id' | 'startedAt' | 'status'>): Entry {
    const startedAt = this.#now();
    this.#count += 1;
    const entry: Entry = {
      ...facts,
      id: `${startedAt.toString(36)}-${String(this.#count).padStart(5, '0')}-${randomPart()}`,
      startedAt,
      status: 'sending',
    };
    this.#put(entry, undefined);
    this.#forget();
    return entry;
  }

  /** Does nothing when the entry is gone. */
  update(id: string, facts: Partial<Omit<Entry, 'id'>>): void {
    const before = this.#entries.get(id);
    if (before) this.#put({ ...before, ...facts }, before);
  }

  /** Ends an entry now. */
  end(id: string, facts: Partial<Entry> & { status: 'done' | 'failed' | 'unknown' }): void {
    this.update(id, { ...facts, endedAt: this.#now() });
  }

  /** Somebody has looked at these failures. */
  see(ids: Iterable<string>): void {
    for (const id of ids) if (!this.#entries.get(id)?.seen) this.update(id, { seen: true });
  }

  /** Forgets what is finished. */
  clear(): void {
    for (const entry of this.#finished()) this.#drop(entry.id);
    this.#publish();
  }

  /** Forgets one, such as a try that will be made again. */
  drop(id: string): void {
    this.#drop(id);
    this.#publish();
  }

  /** Another tab changed the storage. `key` is null when all of it was cleared. */
  heard(key: string | null): void {
    if (key === null) {
      this.#entries.clear();
      this.#publish();
      return;
    }
    if (!key.startsWith(this.#prefix)) return;
    const id = key.slice(this.#prefix.length);
    const before = this.#entries.get(id);
    const entry = this.#read(id);
    if (entry) this.#entries.set(id, entry);
    else this.#entries.delete(id);
    this.#publish();
    // A batch of this tab must learn of an end that another tab has seen first.
    if (entry) for (const change of this.#changes) change(entry, before);
  }

  #put(entry: Entry, before: Entry | undefined): void {
    this.#entries.set(entry.id, entry);
    try {
      this.#keep?.setItem(this.#prefix + entry.id, JSON.stringify(entry));
    } catch {
      // Storage is full or refused; the entry lives on in this page.
    }
    this.#publish();
    for (const change of this.#changes) change(entry, before);
  }

  #drop(id: string): void {
    this.#entries.delete(id);
    this.#remove(this.#prefix + id);
  }

  #remove(key: string): void {
    try {
      this.#keep?.removeItem(key);
    } catch {
      // What cannot be written cannot be removed either.
    }
  }

  #forget(): void {
    const surplus = this.#snapshot.length - limit;
    if (surplus <= 0) return;
    for (const entry of this.#finished().slice(-surplus)) this.#drop(entry.id);
    this.#publish();
  }

  /** What can be forgotten, newest first: nothing that is under way, nor what something still to be sent hangs on. */
  #finished(): Entry[] {
    const goingOn = new Set(
      sequencesOf(this.#snapshot).flatMap(({ id, state }) => (state === 'running' ? [id] : [])),
    );
    return this.#snapshot.filter(
      (entry) => !isOpen(entry) && !goingOn.has(entry.sequence?.id ?? ''),
    );
  }

  #publish(): void {
    this.#snapshot = [...this.#entries.values()].sort(
      (a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1),
    );
    for (const listener of this.#listeners) listener();
  }

  #keys(): string[] {
    const keys: string[] = [];
    try {
      for (let index = 0; index < (this.#keep?.length ?? 0); index += 1) {
        keys.push(this.#keep?.key(index) ?? '');
      }
    } catch {
      // Nothing to read.
    }
    return keys;
  }

  #read(id: string): Entry | undefined {
    try {
      return Entry.parse(JSON.parse(this.#keep?.getItem(this.#prefix + id) ?? ''));
    } catch {
      // Removed, or written by a version that kept something else.
      return undefined;
    }
  }
}

function randomPart(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number.toString(36);
}
