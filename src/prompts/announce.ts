import type { Milliseconds, PromptEnvironment } from '../types.js';
import { format } from './format.js';
import { mountElement } from './mountElement.js';
import { plainText } from './plainText.js';
import { STATUS_STYLES } from './statusStyles.js';

/** A live region has to be known, empty, before what enters it is read out. */
const FILL_MS: Milliseconds = 100;
/** More would hold up a person who is listening to the page. */
const MAX_LENGTH = 120;

/**
 * Has one short message read out by screen readers, once, when they have nothing else to say. Its
 * text stands in the page, since not all of them follow live regions into shadow trees.
 *
 * @param shortcut - the keys that lead to the prompt; false for none
 * @returns a function that takes the region off the page
 * @see {@link https://www.w3.org/WAI/WCAG22/Understanding/status-messages.html} WCAG 4.1.3
 */
export function announce(
  title: string,
  shortcut: string | false,
  { document, messages, lang, dir }: PromptEnvironment,
): () => void {
  const { host, root, remove } = mountElement({
    document,
    name: 'beforehand-status',
    styles: STATUS_STYLES,
    lang,
    dir,
  });
  root.append(document.createElement('slot'));
  host.setAttribute('role', 'status');
  const text = shortcut
    ? fit(messages.announcement, title, shortcut)
    : plainText(title, MAX_LENGTH);
  const timer = setTimeout(() => host.append(text), FILL_MS);
  return () => {
    clearTimeout(timer);
    remove();
  };
}

/** The title gives way, so that the way in is never cut off. */
function fit(template: string, title: string, shortcut: string): string {
  const room = MAX_LENGTH - format(template, { shortcut }).length;
  return plainText(format(template, { title: plainText(title, room), shortcut }), MAX_LENGTH);
}
