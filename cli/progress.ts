import type { Io } from './Io.js';

export interface Progress {
  /** @param done - share that is done, in [0, 1], where it is known */
  tell(what: string, done?: number): void;
  /** Takes the line away, before anything else is written. */
  end(): void;
}

/** How often a line is written anew, ms. */
const EVERY_MS = 100;
const BAR = 24;

/**
 * Shows on standard error how far a long run has come: one line that is written over on a terminal,
 * and with `--progress` elsewhere a line for each tenth.
 */
export function createProgress(io: Io, isAsked: boolean): Progress {
  if (!io.isTerminal) return isAsked ? inLines(io) : { tell: () => {}, end: () => {} };
  let shownAt = -Infinity;
  let isShown = false;
  return {
    tell: (what, done) => {
      if (performance.now() - shownAt < EVERY_MS) return;
      shownAt = performance.now();
      isShown = true;
      io.complain(`\r\x1b[K${done === undefined ? '' : `${bar(done)} `}${what}`);
    },
    end: () => {
      if (isShown) io.complain('\r\x1b[K');
      isShown = false;
    },
  };
}

function inLines(io: Io): Progress {
  const told = new Map<string, number>();
  return {
    tell: (what, done = 0) => {
      const tenth = Math.floor(10 * done);
      if (tenth <= (told.get(what) ?? -1)) return;
      told.set(what, tenth);
      io.complain(`${10 * tenth} % ${what}\n`);
    },
    end: () => {},
  };
}

function bar(done: number): string {
  const full = Math.round(BAR * Math.min(1, Math.max(0, done)));
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${Math.round(100 * done)} %`;
}
