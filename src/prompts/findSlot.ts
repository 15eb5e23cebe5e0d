/**
 * The page's own place for help, `<beforehand-slot>`: the first that can be seen, if there is one.
 *
 * It forces layout, so it is asked when a prompt is shown and at no other time.
 */
export function findSlot(document: Document): HTMLElement | undefined {
  const slots = document.querySelectorAll<HTMLElement>('beforehand-slot');
  // A browser that cannot tell takes the page's word for it.
  return [...slots].find((slot) => slot.checkVisibility?.() ?? true);
}
