import type { Decision, Milliseconds } from '../../src/types.js';
import { clockTime } from './describe.js';
import type { Replayed } from './Replayed.js';

/** A prompt that would have been shown. */
export interface ShownPrompt {
  readonly atMs: Milliseconds;
  readonly action: Decision['action'];
  /** Id of the first article, or `handoff`. */
  readonly offer: string;
  readonly risk: number;
}

export interface Comparison {
  readonly both: readonly (readonly [ShownPrompt, ShownPrompt])[];
  readonly onlyFirst: readonly ShownPrompt[];
  readonly onlySecond: readonly ShownPrompt[];
}

/** Prompts this close together answer the same trouble. */
const SAME_MS: Milliseconds = 10_000;

export const UNKNOWABLE = `What a recording cannot tell: nobody in it saw these prompts. Whether they would have been taken,
dismissed or in the way, and whether a visitor would then have gone on, is not known for either
configuration; what is recorded after a prompt's moment happened without it. Only visitors who are
held out at random tell whether prompting helps: see "uplift" in beforehand report.
`;

/** Which prompts two configurations have in common, and which only one of them shows. */
export function compareReplays(first: Replayed, second: Replayed): Comparison {
  const left = promptsOf(second);
  const both: [ShownPrompt, ShownPrompt][] = [];
  const onlyFirst: ShownPrompt[] = [];
  for (const prompt of promptsOf(first)) {
    const index = left.findIndex(({ atMs }) => Math.abs(atMs - prompt.atMs) <= SAME_MS);
    if (index < 0) onlyFirst.push(prompt);
    else both.push([prompt, ...left.splice(index, 1)] as [ShownPrompt, ShownPrompt]);
  }
  return { both, onlyFirst, onlySecond: left };
}

/** The difference for people: nothing is said of what is the same. */
export function describeComparison(id: string, comparison: Comparison): string {
  const { both, onlyFirst, onlySecond } = comparison;
  const changed = both.filter(([a, b]) => a.action !== b.action || a.offer !== b.offer);
  const lines = [
    ...changed.map(([a, b]) => `~ ${describe(a)}  →  ${describe(b)}`),
    ...onlyFirst.map((prompt) => `- ${describe(prompt)}`),
    ...onlySecond.map((prompt) => `+ ${describe(prompt)}`),
  ];
  const counts = `${both.length - changed.length} the same, ${changed.length} changed, ${onlyFirst.length} fewer, ${onlySecond.length} more`;
  return [`${id}  ${counts}`, ...lines.map((line) => `  ${line}`), ''].join('\n');
}

export function promptsOf({ said }: Replayed): ShownPrompt[] {
  return said.flatMap((each) => {
    if (each.kind !== 'decision' || !each.decision.shown) return [];
    const { action, offer, risk } = each.decision;
    const id = offer?.kind === 'article' ? (offer.articles[0]?.id ?? '') : 'handoff';
    return [{ atMs: each.atMs, action, offer: id, risk: risk.probability }];
  });
}

function describe({ atMs, action, offer, risk }: ShownPrompt): string {
  return `${clockTime(atMs)} ${action} ${offer} (risk ${risk.toFixed(2)})`;
}
