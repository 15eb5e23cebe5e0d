import type { Acceptance, Contribution, Intent, Offer, Signal, Task } from '../types.js';
import type { Articles } from './createArticles.js';

export interface OfferInput {
  readonly intent: Intent | undefined;
  readonly tasks: readonly Task[];
  readonly articles: Articles;
  readonly handoff: Offer['handoff'] | undefined;
  /** Recent signals, oldest first. */
  readonly signals: readonly Signal[];
  /** What moved the risk most. */
  readonly top: readonly Contribution[];
  readonly lastError: string | undefined;
  readonly acceptance: Readonly<Record<string, Acceptance>>;
  /** The visitor asked for it. */
  readonly isAsked?: boolean | undefined;
}

const MAX_ARTICLES = 4;
const MAX_REASONS = 2;

/**
 * Chooses what to offer: the article that fits the task and the trouble best, else the way to a
 * person, else nothing. `reasons` are keys of the messages, for the prompt's plain words.
 */
export function chooseOffer(input: OfferInput): Offer | undefined {
  const { intent, tasks, handoff, acceptance, isAsked } = input;
  const task = tasks.find(({ id }) => id === intent?.task?.id);
  const articles = input.articles
    .rank({ task, step: intent?.step, words: wordsOf(input), acceptance, isAsked })
    .slice(0, MAX_ARTICLES);
  if (articles.length === 0 && !handoff) return undefined;
  const team = task?.team ?? articles[0]?.team;
  return {
    kind: articles.length > 0 ? 'article' : 'handoff',
    ...(task && { task: { id: task.id, name: task.name } }),
    ...(intent && intent.step >= 0 && { step: intent.step }),
    ...(team !== undefined && { team }),
    articles,
    ...(handoff && { handoff }),
    reasons: reasonsOf(input),
  };
}

/** The host's words for where the latest trouble was count first, since search weighs all alike. */
function wordsOf({ signals, lastError }: OfferInput): string {
  const contexts = signals.map(({ context }) => context ?? '').filter(Boolean);
  return [...new Set([...contexts.reverse(), lastError ?? ''])].join(' ').trim();
}

/** The latest signals, then what moved the risk; never none. */
function reasonsOf({ signals, top }: OfferInput): string[] {
  const found = signals.map(({ detector }) => detector).reverse();
  const moved = top
    .filter(({ contribution }) => contribution > 0)
    .map(({ feature }) => feature.replace(/\d+$/, ''));
  const reasons = [...new Set([...found, ...moved])].slice(0, MAX_REASONS);
  return reasons.length > 0 ? reasons : ['other'];
}
