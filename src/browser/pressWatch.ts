import type { Lifecycle, Milliseconds, ResponseKind } from '../types.js';
import { changeJudge } from './changeJudge.js';
import { controlState } from './controlState.js';
import { deadline } from './deadline.js';
import type { Answer } from './fromAnswers.js';
import type { Approach } from './fromApproaches.js';
import type { ElementPress } from './ElementPress.js';
import type { Finding, ResponseSources } from './Finding.js';
import type { Host } from './Host.js';
import { controlledBy, neighbourhood } from './isNear.js';
import { isOwnDoing } from './isOwnDoing.js';
import { mutationWatch } from './mutationWatch.js';
import { pressActs } from './pressActs.js';
import { pressEvents } from './pressEvents.js';
import { isAwaited, quietAnswers } from './quietAnswers.js';
import { requestAnswers } from './requestAnswers.js';
import { routeLearning } from './routeLearning.js';
import { settling } from './settling.js';
import { isAlready } from './unseenAnswer.js';
import { waits } from './waits.js';
import { isSame, type Watched } from './watched.js';
import { watchedPresses } from './watchedPresses.js';

/** How long a press may be answered; a little longer than the longest wait of a detector. */
const ANSWER_MS: Milliseconds = 3000;
/** What changes after that changes by itself: a look at it, to know it next time. */
const WATCH_MS: Milliseconds = 5000;
/** Parts of the page that came since are looked for this often. */
const LOOK_MS: Milliseconds = 2000;
/** A finger or key that went down and became no press by then won't. */
const APPROACH_MS: Milliseconds = 1000;
/** A change that comes this soon after a key is the key's. */
const TYPED_MS: Milliseconds = 500;
const TYPED: readonly ResponseKind[] = ['mutation', 'form', 'focus', 'selection'];
const WINDOW_MS: Milliseconds = 1000;

/** Keeps the presses of the last seconds and joins what happens to them. */
export function pressWatch(host: Host, sources: ResponseSources, emit: (finding: Finding) => void) {
  const { document, dom, clock } = host;
  const presses = watchedPresses(ANSWER_MS, emit);
  const { all: watched, tell, tellAll, tellDoubt } = presses;
  const early = new Set<ResponseKind>();
  let approach: (Approach & { readonly state: number }) | undefined;
  let typedAt: Milliseconds = -Infinity;
  let windowAt: Milliseconds = -Infinity;
  let lookedAt: Milliseconds = -Infinity;
  const { wait, cancelAll } = waits(host);

  /** What is not tied to one control answers the latest press. */
  const answer = (found: Answer) => {
    const { kind, time, withinMs = ANSWER_MS } = found;
    const latest = watched.findLast(({ press }) => press.time <= time);
    if (approach) early.add(kind);
    if (!latest || time - latest.actedAt > withinMs || isTyped(latest, kind, time)) return;
    if (!isOwnDoing(found, latest, dom)) tellAll(latest, kind, time);
  };

  const isTyped = ({ press }: Watched, kind: ResponseKind, time: Milliseconds) =>
    typedAt > press.time && time - typedAt < TYPED_MS && TYPED.includes(kind);

  const judge = changeJudge({
    dom,
    isFamiliar: () => learning.isFamiliar(),
    tell: (press, time, all) => (all ? tellAll : tell)(press, 'mutation', time),
    tellDoubt,
  });
  const mutations = mutationWatch(host, {
    onChange: (place, time) => {
      const open = watched.filter(({ press }) => time - press.time <= ANSWER_MS);
      const latest = open.at(-1);
      if (latest && ![latest.element, controlledBy(latest.element, dom)].includes(place))
        latest.isElsewhere = true;
      if (latest && isTyped(latest, 'mutation', time)) return;
      if (approach && !judge.isBeat(place, approach)) early.add('mutation');
      else judge.onChange(place, time, open);
    },
    onRefusal: (refusal) => {
      if (watched.length > 0) emit({ refusal });
    },
    // It cannot be told any more whether a press was answered: then it was.
    onFlood: (time) => answer({ kind: 'mutation', time }),
  });

  const onAct = pressActs(host, {
    watched,
    onAnswer: answer,
    onClick: () => quiet.compareSoon(true),
  });
  const onTyped = (time: Milliseconds) => (typedAt = time);
  const events = pressEvents(host, sources, { onAnswer: answer, onAct, onTyped });
  const learning = routeLearning(host, mutations, events.isOpen);
  const quiet = quietAnswers(host, { watched: () => watched, tell, wait });

  const attach = (path: readonly Element[]) => {
    mutations.observe(document);
    for (const element of path) {
      const root = dom.shadow(element);
      if (root) mutations.observe(root);
    }
    events.open();
    // After the press itself, which is not to wait for that.
    if (mutations.hasGrown() && clock.now() - lookedAt > LOOK_MS) wait(0, lookAll);
  };

  const lookAll = () => {
    lookedAt = clock.now();
    mutations.observeAll();
  };

  const end = () => {
    events.close();
    cancelAll();
    ending.clear();
    quiet.end();
    presses.clear();
    doubts.clear();
    approach = undefined;
    if (!learning.isOn()) mutations.disconnect();
  };
  const ending = deadline(host, end);

  const prepare = (approached: Approach) => {
    attach(approached.path);
    early.clear();
    const coming = { ...approached, state: controlState(approached.element, approached.path, dom) };
    approach = coming;
    wait(APPROACH_MS, () => {
      if (approach === coming) approach = undefined;
    });
    if (watched.length === 0) ending.putOff(APPROACH_MS);
  };

  /** Of presses that come so fast it cannot be told which was answered: then they all were. */
  const passOver = ({ press: { id: press, time } }: ElementPress) => {
    for (const each of watched) tell(each, 'mutation', each.press.time);
    end();
    // Not at once: whoever hears of the press has to be listening for its answers first.
    wait(0, () => emit({ response: { press, time, kind: 'mutation' } }));
  };

  const add = (pressed: ElementPress) => {
    if (host.pace.isDrumming()) return passOver(pressed);
    const { press, element, path } = pressed;
    const before = presses.latestBefore(pressed);
    // What the presses before have changed is theirs.
    if (before && before === watched.at(-1)) quiet.compareBefore(before);
    attach(path);
    const isPrepared = !!approach && [element, ...path].includes(approach.element);
    const readState = () =>
      isAwaited({ press, before }) ? controlState(element, path, dom) : undefined;
    const each: Watched = {
      ...pressed,
      ...neighbourhood(element, path, dom),
      answered: new Set(),
      requests: [],
      before,
      state: approach?.element === element ? approach.state : readState(),
      actedAt: clock.now(),
      releasedAt: press.time,
      isDoubtful: false,
      isElsewhere: false,
      wasActive: false,
    };
    presses.add(each);
    requests.add(press);
    tellEarly(each, isPrepared ? [...early] : []);
    approach = undefined;
    quiet.compareSoon(false);
    doubts.add(each);
    ending.putOff(WATCH_MS);
  };

  const settle = (each: Watched) => {
    judge.settle(each);
    // Filled in late, and not by the visitor.
    const isLatest = isSame(each, watched.at(-1)!);
    if (isLatest && typedAt < each.press.time && quiet.isChanged(each))
      tell(each, 'form', clock.now());
  };

  const doubts = settling(host, { wait, settle });

  /** Not at once: whoever hears of the press has to be listening for its answers first. */
  const tellEarly = (each: Watched, kinds: ResponseKind[]) => {
    const { time } = each.press;
    if (time - windowAt < WINDOW_MS) kinds.push('window');
    if (mutations.isFlooded()) kinds.push('mutation');
    if (isAlready(each, dom)) kinds.push('property');
    if (kinds.length > 0) wait(0, () => kinds.forEach((kind) => tell(each, kind, time)));
  };

  const requests = requestAnswers(host, { answerMs: ANSWER_MS, watched, onAnswer: answer, emit });

  return {
    prepare,
    add,
    learn: learning.begin,
    noteWindow: ({ time, kind }: Lifecycle) => {
      if (kind !== 'left') windowAt = time;
    },
    noteResource: requests.note,
    stop: () => {
      learning.stop();
      end();
    },
  };
}
