import { own } from '../tools/own.js';
import type { HandoffContext, Messages } from '../types.js';
import { format } from './format.js';
import { plainText } from './plainText.js';

const MAX_VALUE = 100;

/** What a support tool will be told, in words: everything, or it would be no preview. */
export function previewOf(context: HandoffContext, messages: Messages): string {
  const words = messages as unknown as Readonly<Record<string, string>>;
  const items = Object.entries(context)
    .filter(([, value]) => value)
    .map(([name, value]) => `${own(words, name) ?? name} ${plainText(String(value), MAX_VALUE)}`);
  return format(messages.willSend, { items: items.join(', ') });
}
