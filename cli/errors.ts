/** The command was called wrongly; the message names the flag and what to do. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** There is nothing to work on, or it cannot be read. Exit code 1. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
