import type { Observable } from 'rxjs';
import { consume, type Report } from '../guard.js';
import { clamp } from '../tools/clamp.js';
import { squash } from '../tools/squash.js';
import type {
  Clock,
  FeatureVector,
  Intent,
  Milliseconds,
  PageStreams,
  PointerKind,
  PromptOutcome,
  Signal,
} from '../types.js';
import { decayedCount } from './decayedCount.js';
import { personalNorm } from './personalNorm.js';
import { FEATURES, KNOWN_DETECTORS, SCHEMA_VERSION } from './schema.js';

/** What other parts know of the moment. */
export interface FeatureContext {
  readonly intent: Intent;
  /** Leaky mean of the risk so far. */
  readonly pastRisk: number;
  readonly promptsShown: number;
  readonly lastAnswer: PromptOutcome | undefined;
  readonly firstVisit: boolean;
}

export interface FeatureTrackerOptions {
  readonly page: PageStreams;
  readonly signals$: Observable<Signal>;
  readonly clock: Clock;
  readonly report: Report;
  readonly context: () => FeatureContext;
}

export interface FeatureTracker {
  /** The features of now: a new vector, shape `[FEATURES.length]`, finite, within about [−3, 3]. */
  vector(): FeatureVector;
  /** This person's habits, as plain data. */
  getState(): unknown;
  /** @returns false, having changed nothing, when the state is of another schema or damaged */
  setState(state: unknown): boolean;
  stop(): void;
}

const MAX_ROUTES = 50;

/** Population means and spreads that personal measures start from; one's own soon outweigh them. */
const NORMS = {
  pressRate: { mean: 6, spread: 6 },
  scrollSpeed: { mean: 600, spread: 600 },
  cursorDetour: { mean: 1.4, spread: 0.8 },
  cursorSpeed: { mean: 500, spread: 400 },
  cursorTurns: { mean: 2, spread: 2 },
} as const;

type NormName = keyof typeof NORMS;

/** Follows the page and says at any moment what the models are to see of it. O(1) an event. */
export function createFeatureTracker(options: FeatureTrackerOptions): FeatureTracker {
  const { page, signals$, clock, report, context } = options;
  const counters = () => ({ short: decayedCount(30_000), long: decayedCount(120_000) });
  const counts = {
    errors: counters(),
    failures: counters(),
    refused: counters(),
    reEdits: counters(),
    deletions: counters(),
    typed: counters(),
    pastes: counters(),
    presses: counters(),
    repeated: counters(),
    keys: counters(),
    backs: counters(),
    routes: counters(),
    revisits: counters(),
    searches: counters(),
    reversals: counters(),
    pauses: counters(),
    blurs: counters(),
  };
  const strengths = new Map(KNOWN_DETECTORS.map((name) => [name as string, counters()]));
  const norms = Object.fromEntries(
    Object.entries(NORMS).map(([name, prior]) => [name, personalNorm(prior)]),
  ) as Record<NormName, ReturnType<typeof personalNorm>>;
  const latest: Partial<Record<NormName, { value: number; at: Milliseconds }>> = {};
  const startedAt = clock.now();
  const routes: string[] = [];
  const left = new Set<string>();
  let inputAt = startedAt;
  let troubleAt = -Infinity;
  let lastTarget = '';
  let pointer: PointerKind | undefined;
  let hasCursor = false;
  let depth = 0;
  let slowest = { ms: 0, at: -Infinity };

  const count = (name: keyof typeof counts, time: Milliseconds, amount = 1) => {
    counts[name].short.add(time, amount);
    counts[name].long.add(time, amount);
  };
  const measure = (name: NormName, value: number, at: Milliseconds) => {
    norms[name].learn(value);
    latest[name] = { value, at };
  };
  const on = <T>(stream$: Observable<T>, next: (value: T) => void) =>
    consume(report, 'internal', stream$, next);

  const subscriptions = [
    on(page.presses$, ({ time, target, pointer: kind }) => {
      inputAt = time;
      pointer = kind;
      count('presses', time);
      if (target.path && target.path === lastTarget) count('repeated', time);
      lastTarget = target.path;
      measure('pressRate', counts.presses.short.at(time) * 2, time);
    }),
    on(page.keys$, ({ time, kind }) => {
      inputAt = time;
      count('keys', time);
      if (kind === 'deletion') count('deletions', time);
      if (kind === 'character' || kind === 'deletion') count('typed', time);
    }),
    on(page.fields$, ({ time, kind, target, form }) => {
      if (kind === 'refused') count('refused', time);
      if (kind === 'paste') count('pastes', time);
      if (kind === 'search') count('searches', time);
      const key = target.path || form;
      if (kind === 'left') left.add(key);
      if (kind === 'edit' && left.delete(key)) count('reEdits', time);
      if (kind !== 'invalid' && kind !== 'refused') inputAt = time;
      if (left.size > 200) left.clear();
    }),
    on(page.routes$, ({ time, path, kind }) => {
      if (kind === 'traverse') count('backs', time);
      count('routes', time);
      if (routes.includes(path)) count('revisits', time);
      routes.push(path);
      if (routes.length > MAX_ROUTES) routes.shift();
      depth = 0;
    }),
    on(page.errors$, ({ time, kind, strength }) => {
      count('errors', time, strength);
      if (kind === 'request') count('failures', time, strength);
      troubleAt = time;
    }),
    on(page.pointer$, ({ time, durationMs, pathPx, netPx, turns, maxSpeed, pauses }) => {
      hasCursor = true;
      inputAt = time;
      if (pauses) count('pauses', time, pauses);
      if (durationMs < 50 || pathPx < 20) return;
      measure('cursorDetour', Math.min(10, pathPx / Math.max(10, netPx)), time);
      measure('cursorSpeed', maxSpeed, time);
      measure('cursorTurns', (1000 * turns) / durationMs, time);
    }),
    on(page.scroll$, ({ time, durationMs, distancePx, reversals, depth: reached }) => {
      inputAt = time;
      depth = reached;
      if (reversals) count('reversals', time, reversals);
      if (durationMs > 0) measure('scrollSpeed', (1000 * distancePx) / durationMs, time);
    }),
    on(page.lifecycle$, ({ time, kind }) => {
      if (kind === 'blur' || kind === 'hidden') count('blurs', time);
    }),
    on(page.latency$, ({ time, durationMs }) => {
      if (durationMs > slowest.ms || time - slowest.at > 30_000)
        slowest = { ms: durationMs, at: time };
    }),
    on(signals$, ({ detector, time, strength }) => {
      const each = strengths.get(detector) ?? strengths.get('other')!;
      each.short.add(time, strength);
      each.long.add(time, strength);
      troubleAt = time;
    }),
  ];

  /** 0 where nothing was measured lately. */
  const personal = (name: NormName, now: Milliseconds): number => {
    const last = latest[name];
    return last && now - last.at < 30_000 ? norms[name].z(last.value) : 0;
  };

  const values = (now: Milliseconds): Record<string, number> => {
    const { intent, pastRisk, promptsShown, lastAnswer, firstVisit } = context();
    const hour = (2 * Math.PI * new Date(clock.wallTime()).getHours()) / 24;
    const short = (name: keyof typeof counts) => squash(counts[name].short.at(now));
    const long = (name: keyof typeof counts) => squash(counts[name].long.at(now));
    const seconds = (since: Milliseconds) => squash((now - since) / 1000, 10);
    const typed = counts.typed.long.at(now);
    return {
      sinceTaskStart: seconds(intent.startedAt),
      sinceProgress: seconds(intent.progressAt),
      idle: seconds(inputAt),
      idleAfterTrouble: troubleAt >= inputAt ? seconds(troubleAt) : 0,
      stepShare: intent.nSteps > 0 ? clamp((intent.step + 1) / intent.nSteps, 0, 1) : 0,
      errors30: short('errors'),
      errors120: long('errors'),
      requestFailures120: long('failures'),
      refusedSubmits120: long('refused'),
      reEdits120: long('reEdits'),
      deletionShare120: typed > 3 ? clamp(counts.deletions.long.at(now) / typed, 0, 1) : 0,
      pastes120: long('pastes'),
      presses30: short('presses'),
      repeatedPresses30: short('repeated'),
      pressRate: personal('pressRate', now),
      keystrokes30: short('keys'),
      backs120: long('backs'),
      routes120: long('routes'),
      revisits120: long('revisits'),
      distinctShare: routes.length ? new Set(routes).size / routes.length : 1,
      searches120: long('searches'),
      scrollReversals30: short('reversals'),
      scrollSpeed: personal('scrollSpeed', now),
      scrollDepth: depth,
      cursorDetour: personal('cursorDetour', now),
      cursorSpeed: personal('cursorSpeed', now),
      cursorTurns: personal('cursorTurns', now),
      pauses120: long('pauses'),
      noCursor: hasCursor ? 0 : 1,
      blurs120: long('blurs'),
      latency: now - slowest.at < 30_000 ? squash(slowest.ms / 1000) : 0,
      taskEntropy: Math.min(3, intent.entropyBits),
      pastRisk,
      isMouse: pointer === 'mouse' ? 1 : 0,
      isTouch: pointer === 'touch' || pointer === 'pen' ? 1 : 0,
      isKeyboard: pointer === 'keyboard' || pointer === 'assistive' ? 1 : 0,
      firstVisit: firstVisit ? 1 : 0,
      promptsShown: squash(promptsShown),
      lastAnswerNo: lastAnswer && lastAnswer !== 'accepted' ? 1 : 0,
      hourSine: Math.sin(hour),
      hourCosine: Math.cos(hour),
      ...Object.fromEntries(
        Array.from(strengths).flatMap(([name, each]) => [
          [`${name}30`, Math.tanh(each.short.at(now))],
          [`${name}120`, Math.tanh(each.long.at(now))],
        ]),
      ),
    };
  };

  return {
    vector: () => {
      const named = values(clock.now());
      return Float64Array.from(FEATURES, ({ name }) => finite(named[name]));
    },
    getState: () => ({
      schema: SCHEMA_VERSION,
      norms: Object.fromEntries(
        Object.entries(norms).map(([name, { moments }]) => [name, Array.from(moments)]),
      ),
    }),
    setState: (state) => {
      const saved = (state ?? {}) as { schema?: unknown; norms?: Record<string, unknown> };
      const all = Object.entries(norms);
      if (
        saved.schema !== SCHEMA_VERSION ||
        !all.every(([name]) => isMoments(saved.norms?.[name]))
      ) {
        return false;
      }
      for (const [name, { moments }] of all) moments.set(saved.norms![name] as number[]);
      return true;
    },
    stop: () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    },
  };
}

function isMoments(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    value.every((each) => Number.isFinite(each)) &&
    value[0] >= 0 &&
    value[2] >= 0
  );
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}
