import type { Milliseconds } from '../types.js';
import { mountElement } from './mountElement.js';
import { plainText } from './plainText.js';
import { STATUS_STYLES } from './styles.js';

/** A live region has to be known, empty, before its text is read out. */
const FILL_MS: Milliseconds = 150;
const MAX_LENGTH = 120;

/**
 * Has one short message read out by screen readers, once, when they are ready for it.
 *
 * @see {@link https://www.w3.org/WAI/WCAG22/Understanding/status-messages.html} WCAG 4.1.3
 * @returns a function that takes the region off the page
 */
export function announce(document: Document, message: string): () => void {
  const status = mountElement(document, 'beforehand-status', STATUS_STYLES);
  status.root.append(document.createElement('slot'));
  status.host.setAttribute('role', 'status');
  const timer = setTimeout(
    () => (status.host.textContent = plainText(message, MAX_LENGTH)),
    FILL_MS,
  );
  return () => {
    clearTimeout(timer);
    status.remove();
  };
}
