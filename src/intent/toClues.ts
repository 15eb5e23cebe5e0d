import { BeforehandError } from '../errors.js';
import type { Pattern, Patterns, Task } from '../types.js';
import { isPattern, kindOfPattern, type PatternKind, type PatternPage } from './matchesPattern.js';

/** What it means for a task when a pattern of it is met. */
export type ClueRole = 'start' | 'step' | 'success' | 'contact';

/** One pattern of a task. */
export interface Clue {
  readonly role: ClueRole;
  readonly pattern: Pattern;
  readonly kind: PatternKind;
  /** Index among the patterns of its role; for a step, the step's. */
  readonly index: number;
}

/**
 * Every pattern of a task, as one flat list. One that cannot be used is reported with the task it
 * belongs to, and left out.
 */
export function toClues(task: Task, { document, report }: PatternPage): readonly Clue[] {
  const clues = (role: ClueRole, patterns: Patterns | undefined): readonly Clue[] =>
    toList(patterns).flatMap((pattern, index) => {
      if (isPattern(pattern, document)) {
        return [{ role, pattern, kind: kindOfPattern(pattern), index }];
      }
      const what = `${role} ${JSON.stringify(pattern)} of task "${task.id}"`;
      const expected = 'a pathname pattern, a CSS selector or a function';
      report(new BeforehandError('invalid-config', `${what} is not ${expected}; it is left out`));
      return [];
    });
  return [
    ...clues('start', task.start),
    ...clues('step', task.steps),
    ...clues('success', task.success),
    ...clues('contact', task.contact),
  ];
}

/** `undefined`, one pattern or several, as a list. */
export function toList(patterns: Patterns | undefined): readonly Pattern[] {
  if (patterns === undefined) return [];
  return Array.isArray(patterns) ? (patterns as readonly Pattern[]) : [patterns as Pattern];
}
