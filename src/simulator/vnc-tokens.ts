import type { Random } from './random.ts';
import type { Clock } from './scheduler.ts';
import type { InstanceRecord, RegionWorld, World } from './world.ts';

const lifetime = 60 * 60 * 1000;

/** Why a token opens nothing, in the order it is looked at. */
export type VncRefusal = 'unknown' | 'expired' | 'gone' | 'not-running';

type VncAdmission =
  | { ok: true; region: RegionWorld; instance: InstanceRecord }
  | { ok: false; reason: VncRefusal };

interface Issued {
  regionId: string;
  instanceId: string;
  /** Milliseconds since the epoch. */
  expires: number;
}

/**
 * The tokens in VNC addresses. The cloud says a token is good for one hour if unused; what becomes of it after the
 * first use is not documented, so here every use gives it another hour: a page can be reloaded, and a session that
 * is open is never cut off by the clock.
 */
export class VncTokens {
  #issued = new Map<string, Issued>();
  #clock: Clock;
  #random: Random;

  /** `clock` is the simulated time; `random` makes the tokens, so one seed gives one series. */
  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** A new token, shaped like a UUID, for the screen of one instance. */
  issue(regionId: string, instanceId: string): string {
    this.#forgetExpired();
    const token = [8, 4, 4, 4, 12].map((length) => this.#hex(length)).join('-');
    this.#issued.set(token, { regionId, instanceId, expires: this.#clock.now() + lifetime });
    return token;
  }

  /** Who may enter with this token, and where. Looks the instance up in `world` at this moment. */
  redeem(token: string, world: World): VncAdmission {
    const issued = this.#issued.get(token);
    if (issued === undefined) return { ok: false, reason: 'unknown' };
    if (issued.expires <= this.#clock.now()) return { ok: false, reason: 'expired' };
    const region = world.regions.get(issued.regionId);
    const instance = region?.instances.get(issued.instanceId);
    if (region === undefined || instance === undefined) return { ok: false, reason: 'gone' };
    if (instance.status !== 'running') return { ok: false, reason: 'not-running' };
    issued.expires = this.#clock.now() + lifetime;
    return { ok: true, region, instance };
  }

  /** Expired tokens are kept for a day, so that an old address is told what is wrong with it. */
  #forgetExpired(): void {
    const dayAgo = this.#clock.now() - 24 * lifetime;
    for (const [token, { expires }] of this.#issued) {
      // In order of issue, and so nearly in order of expiry: the first that is young ends the search.
      if (expires > dayAgo) return;
      this.#issued.delete(token);
    }
  }

  #hex(length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) text += this.#random.between(0, 15).toString(16);
    return text;
  }
}
