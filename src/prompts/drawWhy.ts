import type { Drawing } from './Drawing.js';
import { format } from './format.js';

/**
 * "Why am I seeing this?", which shows the answer below it.
 *
 * @param beside - what stands at the other end of the same line
 */
export function drawWhy({ offer, environment, make }: Drawing, beside: Node): Node[] {
  const { messages, lang } = environment;
  const reasons = listOf([...new Set(offer.reasons)], lang);
  const explanation = make('small', {
    part: 'because',
    text: [reasons && format(messages.because, { reasons }), messages.privacy].join(' ').trim(),
    attributes: { id: 'because', hidden: '' },
  });
  const why = make('button', {
    part: 'why',
    text: messages.why,
    attributes: { 'aria-expanded': 'false', 'aria-controls': 'because' },
    onPress: () => {
      explanation.hidden = !explanation.hidden;
      why.setAttribute('aria-expanded', String(!explanation.hidden));
    },
  });
  return [make('footer', { children: [why, beside] }), explanation];
}

/** "a, b and c", as the language has it. */
function listOf(items: readonly string[], lang: string): string {
  try {
    return new Intl.ListFormat(lang).format(items);
  } catch {
    // Pages do write `lang="en_US"`, which is no language tag.
    return items.join(', ');
  }
}
