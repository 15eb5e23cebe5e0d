import { filter, type Subscription } from 'rxjs';
import { consume, guard } from '../guard.js';
import type { Lifecycle, Milliseconds, ResponseKind } from '../types.js';
import { backgroundNoise } from './backgroundNoise.js';
import { controlState } from './controlState.js';
import { fromAnswers, type Answer } from './fromAnswers.js';
import type { Approach } from './fromApproaches.js';
import type { ElementPress } from './fromPresses.js';
import type { Finding, ResponseSources } from './fromResponses.js';
import type { Host } from './Host.js';
import { isNear, neighbourhood, type Neighbourhood } from './isNear.js';
import { listen } from './listen.js';
import { mutationWatch } from './mutationWatch.js';
import { pollNoise } from './pollNoise.js';
import { whenIdle } from './whenIdle.js';

/** How long a press is watched; a little longer than the longest wait of a detector. */
const WATCH_MS: Milliseconds = 3000;
/** A finger or key that went down and became no press by then won't. */
const APPROACH_MS: Milliseconds = 1000;
/** Two beats of a clock and some more. */
const LEARN_MS: Milliseconds = 3300;
/** Before a press counts as dead. */
const DOUBT_MS: Milliseconds = 2300;
/** Changes this long after a press are hardly its doing: the page's own habits show. */
const QUIET_MS: Milliseconds = 1000;
/** A change this soon after a press is its doing. */
const DIRECT_MS: Milliseconds = 300;
/** A change that comes this soon after a key is the key's. */
const TYPED_MS: Milliseconds = 500;
/** Properties are compared once the click is done with, and once more. */
const COMPARE_MS: readonly Milliseconds[] = [0, 100];
const WINDOW_MS: Milliseconds = 1000;
const TRAVEL_PX = 10;
const MAX_WATCHED = 20;

interface Watched extends ElementPress, Neighbourhood {
  readonly answered: Set<ResponseKind>;
  /** State of the control before the press. */
  readonly state: string;
}

/** A change elsewhere, of which it is not known yet whether it comes by itself. */
interface Doubt {
  readonly place: Node;
  readonly time: Milliseconds;
  /** The press that it may have answered. */
  readonly latest: Watched;
}

/** Keeps the presses of the last 3 s and joins what happens to them. */
export function pressWatch(host: Host, sources: ResponseSources, emit: (finding: Finding) => void) {
  const { window, document, dom, clock, report, later } = host;
  const noise = backgroundNoise(dom);
  const polls = pollNoise();
  let watched: Watched[] = [];
  let early: Answer[] = [];
  let doubts: Doubt[] = [];
  let approach: (Approach & { readonly state: string }) | undefined;
  let listening: Subscription[] | undefined;
  let isLearned = false;
  let isLearning = false;
  let pressTimes: Milliseconds[] = [];
  let typedAt: Milliseconds = -Infinity;
  let windowAt: Milliseconds = -Infinity;
  let cancels: (() => void)[] = [];
  let cancelEnd = () => {};
  let cancelLearning = () => {};
  const wait = (ms: Milliseconds, fn: () => void) => cancels.push(later(ms, fn));

  const tell = (each: Watched, kind: ResponseKind, time: Milliseconds) => {
    if (each.answered.has(kind)) return;
    each.answered.add(kind);
    const { id: press, time: since } = each.press;
    emit({ response: { press, time: Math.max(time, since), kind } });
  };

  /** What is not tied to one control answers the latest press, and others of the same control. */
  const answer = ({ kind, time, withinMs = WATCH_MS, focused }: Answer) => {
    const latest = watched.filter(({ press }) => press.time <= time).at(-1);
    if (!latest) {
      if (approach) early.push({ kind, time });
      return;
    }
    if (time - latest.press.time > withinMs || isTyped(latest, kind, time)) return;
    if (focused && (latest.path.includes(focused) || latest.element === focused)) return;
    for (const each of watched) if (isSame(each, latest)) tell(each, kind, time);
  };

  const isTyped = ({ press }: Watched, kind: ResponseKind, time: Milliseconds) =>
    typedAt > press.time &&
    time - typedAt < TYPED_MS &&
    (kind === 'mutation' || kind === 'form' || kind === 'focus' || kind === 'selection');

  const onChange = (place: Node, time: Milliseconds) => {
    const around = watched.filter((each) => isNear(place, each, dom));
    const quietMs = time - (pressTimes.at(-1) ?? -Infinity);
    // Steady presses make a beat, too: what follows one, or is close to one, is its doing.
    const isOwnBeat = quietMs > QUIET_MS || (quietMs > DIRECT_MS && around.length === 0);
    if (isOwnBeat && (!isLearned || quietMs > QUIET_MS)) noise.note(place, time);
    const near = around.filter(({ element }) => !noise.isKnown(place, element));
    for (const each of near) tell(each, 'mutation', time);
    const latest = watched.at(-1);
    if ((latest && near.includes(latest)) || noise.isKnown(place, latest?.element)) return;
    if (isLearned || !latest) answer({ kind: 'mutation', time });
    else doubts.push({ place, time, latest });
  };

  const settleDoubts = (each: Watched) => {
    const doubt = doubts.find(
      ({ place, latest }) => isSame(each, latest) && !noise.isKnown(place, each.element),
    );
    if (doubt) tell(each, 'mutation', doubt.time);
  };

  const compare = () => {
    for (const each of watched)
      if (controlState(each.element, dom) !== each.state) tell(each, 'property', clock.now());
  };
  const compareSoon = () => {
    for (const ms of COMPARE_MS) wait(ms, compare);
  };

  const mutations = mutationWatch(host, {
    onChange,
    onRefusal: (refusal) => {
      if (watched.length > 0) emit({ refusal });
    },
    // It cannot be told any more whether a press was answered: then it was.
    onFlood: (time) => answer({ kind: 'mutation', time }),
  });

  const attach = (path: readonly Element[]) => {
    mutations.observe(document);
    for (const element of path) if (element.shadowRoot) mutations.observe(element.shadowRoot);
    listening ??= [
      consume(report, 'internal', fromAnswers(host, sources), answer),
      consume(report, 'internal', listen<PointerEvent>(window, 'pointerup', report), onRelease),
      consume(report, 'internal', listen(window, 'click', report), compareSoon),
      consume(report, 'internal', fromTyping(host), (event) => (typedAt = host.timeOf(event))),
    ];
  };

  const onRelease = ({ clientX, clientY }: PointerEvent) => {
    const latest = watched.at(-1);
    if (latest?.press.pointer !== 'mouse') return;
    const travelPx = Math.hypot(clientX - latest.x, clientY - latest.y);
    if (travelPx > TRAVEL_PX) answer({ kind: 'drag', time: clock.now() });
  };

  const endIn = (ms: Milliseconds) => {
    cancelEnd();
    cancelEnd = later(ms, end);
  };

  const end = () => {
    for (const subscription of listening ?? []) subscription.unsubscribe();
    for (const cancel of cancels) cancel();
    if (!isLearning) mutations.disconnect();
    cancelEnd();
    listening = undefined;
    [watched, early, doubts, cancels] = [[], [], [], []];
    approach = undefined;
  };

  const prepare = (approached: Approach) => {
    attach(approached.path);
    early = [];
    approach = { ...approached, state: controlState(approached.element, dom) };
    if (watched.length === 0) endIn(APPROACH_MS);
  };

  const add = (pressed: ElementPress) => {
    const { press, element, path } = pressed;
    attach(path);
    const isPrepared = approach?.element === element;
    const state = isPrepared ? approach!.state : controlState(element, dom);
    const each: Watched = {
      ...pressed,
      ...neighbourhood(element, path, dom),
      answered: new Set(),
      state,
    };
    const oldest = press.time - WATCH_MS;
    watched = [...watched.filter((other) => other.press.time > oldest), each].slice(-MAX_WATCHED);
    doubts = doubts.filter(({ time }) => time > oldest);
    pressTimes = [...pressTimes, press.time].slice(-MAX_WATCHED);
    tellEarly(each, isPrepared ? early : []);
    approach = undefined;
    compareSoon();
    wait(DOUBT_MS, () => settleDoubts(each));
    endIn(WATCH_MS);
  };

  /** Not at once: whoever hears of the press has to be listening for its answers first. */
  const tellEarly = (each: Watched, answers: readonly Answer[]) => {
    const { time } = each.press;
    const kinds = new Set(answers.map(({ kind }) => kind));
    if (time - windowAt < WINDOW_MS) kinds.add('window');
    if (mutations.isFlooded()) kinds.add('mutation');
    if (kinds.size > 0) wait(0, () => kinds.forEach((kind) => tell(each, kind, time)));
  };

  /** Looks once at what moves by itself, when the page has come to rest. */
  const learn = () => {
    stopLearning();
    isLearned = false;
    cancelLearning = whenIdle(window, () => guard(report, 'internal', startLearning));
  };

  const startLearning = () => {
    isLearning = true;
    mutations.observe(document);
    cancelLearning = later(LEARN_MS, () => {
      isLearned = true;
      stopLearning();
    });
  };

  const stopLearning = () => {
    cancelLearning();
    isLearning = false;
    if (!listening) mutations.disconnect();
  };

  return {
    prepare,
    add,
    learn,
    noteWindow: ({ time, kind }: Lifecycle) => {
      if (kind !== 'left') windowAt = time;
    },
    noteResource: (entry: PerformanceResourceTiming) => {
      const time = host.toTime(entry.startTime);
      const isNearPress = pressTimes.some((at) => time >= at && time - at <= WATCH_MS);
      if (!polls.isNoise(entry, isNearPress)) answer({ kind: 'resource', time });
    },
    stop: () => {
      stopLearning();
      end();
    },
  };
}

/** One control, also when it was mounted anew between two presses. */
function isSame(a: Watched, b: Watched): boolean {
  const { path } = a.press.target;
  return a.element === b.element || (path !== '' && path === b.press.target.path);
}

/** Keys that change or move something by themselves. */
function fromTyping({ window, report }: Host) {
  return listen<KeyboardEvent>(window, 'keydown', report).pipe(
    filter(({ key }) => key !== 'Enter' && key !== ' '),
  );
}
