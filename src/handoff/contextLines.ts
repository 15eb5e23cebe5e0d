import type { HandoffContext } from '../types.js';

/** The context in plain words, one fact a line: `page: /cart`. */
export function contextLines(context: HandoffContext, lineBreak: string): string {
  return Object.entries(context)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(lineBreak);
}
