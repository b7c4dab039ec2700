import type { InstanceRecord, RegionWorld } from '../world.ts';
import { guestOf } from './guest.ts';
import type { Key } from './keys.ts';
import { linux } from './linux.ts';
import { Screen } from './screen.ts';
import { Terminal } from './terminal.ts';
import { windows } from './windows.ts';

interface MachineOptions {
  region: RegionWorld;
  instance: InstanceRecord;
  now: () => number;
  speed: () => number;
  onPower: (how: 'restart' | 'power-off') => void;
}

/** The screen of one instance, which follows the instance through its boots. All who look at it see the same. */
export class Machine {
  readonly screen = new Screen();
  #options: MachineOptions;
  #terminal: Terminal;
  #boots: number;

  constructor(options: MachineOptions) {
    this.#options = options;
    this.#boots = options.instance.boots;
    this.#terminal = this.#boot();
  }

  /** Shown as the title: name and id, the name first. */
  get name(): string {
    const { name, id } = this.#options.instance;
    return `${name} (${id})`;
  }

  key(key: Key): void {
    this.#terminal.key(key);
  }

  /** Brings the screen to this moment. Answers whether there is still something to look at. */
  update(): boolean {
    const { instance } = this.#options;
    switch (instance.status) {
      case 'running':
        if (this.#terminal.isDown || this.#boots !== instance.boots) {
          this.#boots = instance.boots;
          this.#terminal = this.#boot();
        }
        this.#terminal.tick();
        return true;
      case 'rebooting':
        this.#terminal.shutDown('restart');
        return true;
      case 'stopping':
        this.#terminal.shutDown('power-off');
        return true;
      default:
        this.#terminal.shutDown('power-off');
        return false;
    }
  }

  #boot(): Terminal {
    const { region, instance, now, speed, onPower } = this.#options;
    const guest = guestOf(region, instance);
    return new Terminal({
      screen: this.screen,
      system: guest.os.osType === 'windows' ? windows(guest) : linux(guest),
      booted: guest.booted,
      speed: speed(),
      now,
      onPower,
    });
  }
}
