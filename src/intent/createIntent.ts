import { Subject } from 'rxjs';
import { BeforehandError } from '../errors.js';
import { guard } from '../guard.js';
import type { Intent, Milliseconds, Task } from '../types.js';
import { fromState, toState, type Anonymous } from './intentState.js';
import type { IntentOptions, IntentTracker } from './IntentTracker.js';
import { matchesPattern, type PatternPage } from './matchesPattern.js';
import { computePosterior } from './posterior.js';
import { reportOnce } from './reportOnce.js';
import { taskHandle } from './taskHandle.js';
import { after, createTaskLife, type TaskEvent, type TaskLife } from './taskLife.js';
import { toClues, toList, type Clue } from './toClues.js';

/**
 * Starts following the declared tasks.
 *
 * A pattern counts when it *becomes* true, so that a page that stays as it is says nothing twice. A
 * contact element counts when it is pressed, or appears while the visitor is on the page: a link in
 * the footer is no cry for help.
 */
export function createIntent(options: IntentOptions): IntentTracker {
  const { tasks, location, document, clock } = options;
  const report = reportOnce(options.report);
  const page: PatternPage = {
    location,
    document,
    isShown: (selector) => !!guard(report, 'internal', () => options.isShown(selector)),
    report,
  };
  const events = new Subject<TaskEvent>();
  const lives = new Map<string, TaskLife>();
  for (const task of tasks) {
    if (lives.has(task.id))
      report(invalid(`task "${task.id}" is declared twice; the first is used`));
    else lives.set(task.id, createTaskLife(task, toClues(task, page), tell));
  }
  const all = [...lives.values()];
  /** Clues that were true when last looked at. */
  const met = new Set<Clue>();
  let pageIsNew = true;
  let anonymous: Anonymous = {
    started: false,
    progressed: false,
    startedAt: clock.now(),
    progressAt: clock.now(),
  };

  function tell(kind: TaskEvent['kind'], task: Task | undefined, time: Milliseconds) {
    events.next(task ? { kind, task: task.id, time } : { kind, time });
  }

  const becomesTrue = (clue: Clue): boolean => {
    const before = met.has(clue);
    if (matchesPattern(clue.pattern, page)) met.add(clue);
    else met.delete(clue);
    const wasThere = pageIsNew && clue.role === 'contact' && clue.kind === 'selector';
    return !before && !wasThere && met.has(clue);
  };

  const meet = (isMet: (clue: Clue) => boolean, time: Milliseconds) => {
    const found = all.map((life) => life.clues.filter(isMet));
    const asksForHelp = found.flat().some(({ role }) => role === 'contact');
    if (asksForHelp && !all.some(({ progress }) => progress.open))
      tell('contacted', undefined, time);
    all.forEach((life, i) => life.meet(found[i]!, time));
  };

  const startAnonymous = (time: Milliseconds) => {
    if (anonymous.started) return;
    anonymous = { ...anonymous, started: true };
    if (!all.length) tell('started', undefined, time);
  };

  const current = (now: Milliseconds): Intent => {
    const open = all.filter(({ progress }) => progress.open);
    const {
      tasks: probabilities,
      none,
      entropyBits,
    } = computePosterior(open.map((life) => life.logits(now)));
    const probability = Math.max(0, ...probabilities);
    const likeliest = open[probabilities.indexOf(probability)];
    if (likeliest && probability >= none)
      return { ...toIntent(likeliest, probability), entropyBits };
    const { startedAt, progressAt } = anonymous;
    return { step: -1, nSteps: 0, startedAt, progressAt, entropyBits };
  };

  return {
    onRoute(time) {
      startAnonymous(time);
      meet((clue) => clue.kind !== 'selector' && becomesTrue(clue), time);
      for (const life of all) {
        life.locate(
          life.clues.some((clue) => clue.kind === 'path' && met.has(clue)),
          time,
        );
      }
      pageIsNew = true;
    },
    onMatch: (selector, time) => meet(({ pattern }) => pattern === selector, time),
    onTick(time) {
      meet((clue) => clue.kind !== 'path' && becomesTrue(clue), time);
      pageIsNew = false;
    },
    onInteraction(time) {
      startAnonymous(time);
      if (anonymous.progressed) return;
      anonymous = { ...anonymous, progressed: true, progressAt: after(anonymous.startedAt, time) };
      if (!all.length) tell('progressed', undefined, time);
    },
    task(id) {
      const life = lives.get(id);
      if (!life)
        report(invalid(`no task is called "${id}"; known are ${[...lives.keys()].join(', ')}`));
      return taskHandle(life, clock, report);
    },
    current,
    events$: events.asObservable(),
    selectors: [...new Set(all.flatMap(toSelectors))],
    getState: () =>
      toState({ anonymous, tasks: all.map(({ task, progress }) => [task.id, progress]) }, clock),
    setState(state) {
      const snapshot = fromState(state, clock);
      if (!snapshot) return false;
      ({ anonymous } = snapshot);
      for (const [id, progress] of snapshot.tasks) {
        const life = lives.get(id);
        if (life) life.progress = progress;
      }
      met.clear();
      return true;
    },
    stop: () => events.complete(),
  };
}

function toIntent({ task, progress }: TaskLife, probability: number): Omit<Intent, 'entropyBits'> {
  const { id, name, team } = task;
  const { step, startedAt, progressAt } = progress;
  return {
    task: { id, name, probability, ...(team !== undefined && { team }) },
    step,
    nSteps: toList(task.steps).length,
    startedAt,
    progressAt,
  };
}

function toSelectors({ clues }: TaskLife): readonly string[] {
  return clues.flatMap(({ kind, pattern }) => (kind === 'selector' ? [pattern as string] : []));
}

function invalid(message: string): BeforehandError {
  return new BeforehandError('invalid-config', message);
}
