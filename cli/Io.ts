import type { Readable } from 'node:stream';

/** What a command reads from and writes to; tests bring their own. */
export interface Io {
  readonly stdin: Readable;
  /** Writes to standard output. */
  readonly write: (text: string) => void;
  /** Writes to standard error. */
  readonly complain: (text: string) => void;
  /** Standard error is a terminal, whose last line may be written anew. */
  readonly isTerminal: boolean;
}
