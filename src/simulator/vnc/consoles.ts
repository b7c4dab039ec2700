import { instancePowerHandlers, reboot } from '../instance-power.ts';
import type { VncRefusal, VncTokens } from '../vnc-tokens.ts';
import type { Context, InstanceRecord, RegionWorld, World } from '../world.ts';
import { Machine } from './machine.ts';
import { RfbSession } from './rfb-session.ts';
import { columns, rows } from './screen.ts';

/** As much of the simulator as its screens need. */
interface Cloud {
  /** The world as it is at this moment. */
  readonly world: World;
  readonly vnc: VncTokens;
  contextOf: (region: RegionWorld) => Context;
}

/** Why a viewer was refused or sent away. */
export type VncEnd = VncRefusal | 'stopped' | 'too-many' | 'protocol';

/** A connection of one viewer, whatever carries it. */
interface Viewer {
  send: (bytes: Uint8Array) => void;
  /** Called once, and never after `leave`. */
  end: (why: VncEnd) => void;
}

/** What the carrier of a connection tells the screen. */
interface VncSession {
  receive: (bytes: Uint8Array) => void;
  /** The viewer is gone. */
  leave: () => void;
}

interface Display {
  region: RegionWorld;
  instance: InstanceRecord;
  machine: Machine;
  viewers: Map<RfbSession, Viewer>;
}

/** Screens that nobody looks at are forgotten beyond this number, the oldest first. */
const mostIdle = 200;
const mostViewers = 16;

/**
 * The screens of all instances, made when somebody first looks. Nothing moves by itself: whoever carries the viewers'
 * connections calls `tick` a few times a second while there are any.
 */
export class Consoles {
  #cloud: Cloud;
  #displays = new Map<string, Display>();

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  /** Lets a viewer in, or says why not. */
  open(token: string, viewer: Viewer): VncSession | VncEnd {
    const { world, vnc } = this.#cloud;
    const admission = vnc.redeem(token, world);
    if (!admission.ok) return admission.reason;
    const display = this.#displayOf(admission.region, admission.instance);
    if (display.viewers.size >= mostViewers) return 'too-many';
    const end = (why: VncEnd) => {
      session.close();
      if (display.viewers.delete(session)) viewer.end(why);
    };
    const session = new RfbSession({
      screen: display.machine.screen,
      name: display.machine.name,
      send: viewer.send,
      onKey: (key) => display.machine.key(key),
      onError: () => end('protocol'),
    });
    display.viewers.set(session, viewer);
    return {
      receive: (bytes) => {
        this.#update(display);
        session.receive(bytes);
        this.#update(display);
      },
      leave: () => {
        session.close();
        display.viewers.delete(session);
      },
    };
  }

  /** Brings every screen that is looked at to this moment, and its viewers with it. */
  tick(): void {
    for (const display of this.#displays.values()) {
      if (display.viewers.size > 0) this.#update(display);
    }
  }

  /** The text on an instance's screen, 25 lines of 80 characters; nothing when there is no such instance. */
  lines(instanceId: string): string[] | undefined {
    for (const region of this.#cloud.world.regions.values()) {
      const instance = region.instances.get(instanceId);
      if (!instance) continue;
      if (instance.status !== 'running' && !this.#displays.has(instanceId)) {
        const text = `No signal: the instance is ${instance.status}.`.padEnd(columns);
        return [text, ...Array.from({ length: rows - 1 }, () => ' '.repeat(columns))];
      }
      const display = this.#displayOf(region, instance);
      this.#update(display);
      return display.machine.screen.lines();
    }
    return undefined;
  }

  #displayOf(region: RegionWorld, instance: InstanceRecord): Display {
    const known = this.#displays.get(instance.id);
    // After a reset of the world an id may stand for another instance.
    if (known?.instance === instance) return known;
    if (known) this.#end(known, 'gone');
    this.#forgetIdle();
    const machine = new Machine({
      region,
      instance,
      now: () => this.#cloud.world.scheduler.now(),
      speed: () => this.#cloud.world.speed,
      onPower: (how) => this.#power(region, instance, how),
    });
    const display: Display = { region, instance, machine, viewers: new Map() };
    this.#displays.set(instance.id, display);
    return display;
  }

  #update(display: Display): void {
    const { region, instance, machine, viewers } = display;
    const { world } = this.#cloud;
    const lives = world.regions.get(region.id)?.instances.get(instance.id) === instance;
    const shows = machine.update();
    for (const session of viewers.keys()) {
      session.rename(machine.name);
      session.flush();
    }
    if (!lives) this.#end(display, 'gone');
    else if (!shows) this.#end(display, 'stopped');
  }

  #end(display: Display, why: VncEnd): void {
    if (why === 'gone') this.#displays.delete(display.instance.id);
    for (const [session, viewer] of display.viewers) {
      session.close();
      viewer.end(why);
    }
    display.viewers.clear();
  }

  /** From inside the machine, as its own power button would; the task lock holds there too. */
  #power(region: RegionWorld, instance: InstanceRecord, how: 'restart' | 'power-off'): void {
    if (instance.status !== 'running' || instance.task) return;
    const context = this.#cloud.contextOf(region);
    if (how === 'restart') reboot(context, instance);
    else {
      const input = { regionId: region.id, instanceId: instance.id };
      instancePowerHandlers.stopInstance(context, input);
    }
  }

  #forgetIdle(): void {
    if (this.#displays.size < mostIdle) return;
    for (const [id, { viewers }] of this.#displays) {
      if (viewers.size > 0) continue;
      this.#displays.delete(id);
      return;
    }
  }
}
