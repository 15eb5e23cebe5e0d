/** Every way the SDK can fail, as stable strings that hosts may switch on. */
export type BeforehandErrorCode =
  /** An option is not what it should be; its default is used. */
  | 'invalid-config'
  /** A pattern, detector, prompt, hand-off or callback of the host's threw. */
  | 'callback-error'
  | 'detector-failed'
  | 'shape-mismatch'
  /** IndexedDB is missing, refused or lost; the SDK goes on in memory. */
  | 'storage-unavailable'
  | 'quota'
  | 'corrupt-record'
  | 'articles-unavailable'
  /** The worker's file is blocked by a policy, missing or of another origin. */
  | 'worker-blocked'
  /** The worker stopped answering. */
  | 'worker-lost'
  | 'prior-rejected'
  /** A file of the SDK's own that is loaded later could not be. */
  | 'load-failed'
  | 'internal';

/**
 * The only error class the SDK creates.
 *
 * It reaches the host through `onError`, never as an exception, and its message holds no page
 * content, so it is safe to send to a monitoring service.
 */
export class BeforehandError extends Error {
  override readonly name = 'BeforehandError';

  constructor(
    readonly code: BeforehandErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What most often keeps the later files from coming. */
export const LOAD_HINT = 'are all files of dist/ served from the same folder?';

/** Wraps anything thrown as a `BeforehandError`, keeping the original as `cause`. */
export function toBeforehandError(code: BeforehandErrorCode, thrown: unknown): BeforehandError {
  if (thrown instanceof BeforehandError) return thrown;
  const reason =
    thrown instanceof Error ? `${thrown.name} in ${code}` : `${typeof thrown} thrown in ${code}`;
  const message = code === 'load-failed' ? `${reason}: ${LOAD_HINT}` : reason;
  return new BeforehandError(code, message, { cause: thrown });
}
