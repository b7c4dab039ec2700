import type { Colour, Screen } from './screen.ts';

/** A line that appears some milliseconds after the machine was switched on. */
export interface BootLine {
  at: number;
  text: string;
}

/** What a command leaves behind: text, and perhaps more than text. */
export interface Outcome {
  lines?: readonly string[];
  effect?: 'clear' | 'log-out' | 'restart' | 'power-off';
}

/** An operating system, as far as it shows on a text screen. */
export interface System {
  boot: readonly BootLine[];
  /** Milliseconds from power-on to the sign-in. */
  bootTime: number;
  /** Shown as the machine goes down. */
  shutdown: (how: 'restart' | 'power-off') => readonly string[];
  /** Paints the sign-in and leaves the cursor where the user's name goes. */
  askName: (screen: Screen) => void;
  /** Leaves the cursor where the password goes. */
  askPassword: (screen: Screen) => void;
  /** What a typed password shows: nothing, or one of these per letter. */
  mask: '' | '*';
  /** Colours of the screen after the sign-in. */
  colours: { foreground: Colour; background: Colour };
  /** Whether signing in starts on a clean screen. */
  clears: boolean;
  welcome: () => readonly string[];
  prompt: (user: string) => string;
  /** Runs one line. `history` holds the lines before it, the oldest first. */
  run: (
    line: string,
    session: { user: string; now: number; history: readonly string[] },
  ) => Outcome;
}
