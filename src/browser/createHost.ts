import type { Report } from '../guard.js';
import type { Clock, Milliseconds } from '../types.js';
import type { Host } from './Host.js';
import { passesOwnUi } from './isOwnUi.js';
import { addListener } from './listen.js';
import { nativeDom } from './nativeDom.js';
import { paceOf } from './pressPace.js';
import { scrollAids } from './scrollAids.js';
import { timers } from './timers.js';
import { describe } from './toTarget.js';

/** Elements of an event's path that are looked at; deeper trees are cut off. */
const MAX_DEPTH = 64;
/** An event that waited longer than this has a time of another clock, as in tests. */
const MAX_AGE_MS = 10_000;

/** What an event passes on its way, as far as it is looked at, and when it happened. */
interface Passage {
  readonly elements: readonly Element[];
  readonly isOurs: boolean;
  time?: Milliseconds;
}

export function createHost(
  document: Document,
  { clock, report, trustSynthetic }: { clock: Clock; report: Report; trustSynthetic: boolean },
): Host {
  const window = document.defaultView as Host['window'];
  const dom = nativeDom(window);
  // Several sources ask about one event; its path is walked once, and two clocks are read once.
  const passages = new WeakMap<Event, Passage>();

  const passageOf = (event: Event): Passage => {
    const known = passages.get(event);
    if (known) return known;
    const path = event.composedPath();
    const elements: Element[] = [];
    for (let i = 0; i < path.length && elements.length < MAX_DEPTH; i += 1) {
      const passed = path[i];
      if (dom.isElement(passed)) elements.push(passed);
    }
    const passage: Passage = { elements, isOurs: passesOwnUi(path, elements, dom) };
    passages.set(event, passage);
    return passage;
  };

  // A busy page hears of an event late; its age is the same on both clocks.
  const toTime = (performanceTime: number) => {
    const age = window.performance.now() - performanceTime;
    return clock.now() - (age > 0 && age < MAX_AGE_MS ? age : 0);
  };

  const on: Host['on'] = (types, next, target = window) =>
    addListener(target, types, next, report, pace.isSkipped);
  const pace = paceOf(window);
  const later = timers(window, report);
  const isHeard = ({ isTrusted }: Event): boolean => isTrusted || trustSynthetic;

  return {
    window,
    document,
    dom,
    clock,
    report,
    on,
    looks: {},
    aids: scrollAids({ on, later }),
    elementsOf: (event) => passageOf(event).elements,
    isHeard,
    accepts: (event) => isHeard(event) && !passageOf(event).isOurs,
    pace,
    describe: (element) => describe(element, dom),
    toTime,
    timeOf: (event) => (passageOf(event).time ??= toTime(event.timeStamp)),
    later,
  };
}
