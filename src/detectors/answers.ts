import type { Milliseconds, Press, PressResponse, ResponseKind } from '../types.js';

/** Remembers how the latest presses were answered. */
export interface Answers {
  add(response: PressResponse): void;
  /** The press selected text, or dragged something. */
  isExcused(press: Press): boolean;
  /** Something came of it that gets the visitor on, or may have. */
  isAnswered(press: Press): boolean;
  /**
   * Each of these presses got the visitor on, or is younger at `time` than the slowest answer among
   * them took: then its answer may still be under way. False where none was answered.
   */
  keepUp(presses: readonly Press[], time: Milliseconds): boolean;
}

const EXCUSES: readonly ResponseKind[] = ['selection', 'drag'];
/** What gets nobody on: a focus ring, another window, a request or a form that was sent off. */
const NO_PROGRESS: readonly ResponseKind[] = [
  ...EXCUSES,
  'focus',
  'window',
  'resource',
  'ended',
  'sent',
];
/** A change that may be no answer, as a tick of a clock, does not excuse long waiting. */
const MAX_DOUBTFUL_MS: Milliseconds = 350;
/** Presses that are remembered. */
const MAX_PRESSES = 50;

export function createAnswers(): Answers {
  const excused = new Map<number, PressResponse>();
  const answered = new Map<number, PressResponse>();
  const latencyOf = ({ id, time }: Press) => {
    const answer = answered.get(id);
    const latencyMs = (answer?.time ?? NaN) - time;
    return answer?.isDoubtful ? Math.min(latencyMs, MAX_DOUBTFUL_MS) : latencyMs;
  };

  const remember = (responses: Map<number, PressResponse>, response: PressResponse) => {
    const { press } = response;
    if (!responses.has(press)) responses.set(press, response);
    if (responses.size > MAX_PRESSES) responses.delete(responses.keys().next().value!);
  };

  return {
    add: (response) => {
      if (EXCUSES.includes(response.kind)) remember(excused, response);
      if (response.kind === 'undone') answered.delete(response.press);
      else if (!NO_PROGRESS.includes(response.kind)) remember(answered, response);
    },
    isExcused: ({ id }) => excused.has(id),
    isAnswered: ({ id }) => answered.has(id),
    keepUp: (presses, time) => {
      const slowest = Math.max(...presses.map(latencyOf).filter(Number.isFinite));
      return presses.every((press) => answered.has(press.id) || time - press.time <= slowest);
    },
  };
}
