import type { Milliseconds } from '../../src/types.js';
import type { MirrorElement } from '../mirror/MirrorElement.js';
import type { MirrorRecord } from '../mirror/mirrorObservers.js';

/** A form that was sent off, until the page has said something to it. */
export interface Submitted {
  readonly form: MirrorElement;
  readonly at: Milliseconds;
}

/** A page's own validation answers a submit within this. */
const ANSWER_MS: Milliseconds = 300;
const MARKED = '[aria-invalid]:not([aria-invalid=false])';

/**
 * Marks of refused fields that a page set again, which a recorder leaves out since nothing became
 * different: a page that writes into a form right after a submit marks its fields anew, too.
 *
 * @param records - what changed
 */
export function markAgain(
  { form, at }: Submitted,
  records: readonly MirrorRecord[],
  now: Milliseconds,
): MirrorRecord[] {
  if (now - at > ANSWER_MS || !records.some(({ target }) => form.contains(target))) return [];
  const told = new Set(
    records
      .filter(({ attributeName }) => attributeName === 'aria-invalid')
      .map(({ target }) => target),
  );
  const marked = form.ownerDocument?.querySelectorAll(MARKED) ?? [];
  return marked
    .filter((field) => form.contains(field) && !told.has(field))
    .map((target): MirrorRecord => ({
      type: 'attributes',
      target,
      attributeName: 'aria-invalid',
      ...{ addedNodes: [], removedNodes: [] },
    }));
}
