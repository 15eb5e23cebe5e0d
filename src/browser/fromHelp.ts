import { defer, filter, merge, Observable } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import type { HelpContact, Milliseconds, Route } from '../types.js';
import type { ElementMotion } from './fromPointer.js';
import { helpLink, isHelpPath } from './helpLink.js';
import type { Host } from './Host.js';

export interface HelpSources {
  readonly motions$: Observable<ElementMotion>;
  /** With those of earlier pages. */
  readonly routes$: Observable<Route>;
}

/** Movement under this between two looks is a hand at rest. */
const REST_PX = 10;

/**
 * How near the visitor is to help of the page's own. A pointer that is moved on over a link comes
 * anew; the focus counts where keys have put it.
 */
export function fromHelp(host: Host, { motions$, routes$ }: HelpSources): Observable<HelpContact> {
  const { on, dom, describe, accepts, timeOf, elementsOf } = host;
  const near: { hover?: WeakRef<Element> | undefined; focus?: WeakRef<Element> | undefined } = {};

  const contact = (
    kind: 'hover' | 'focus',
    element: Element | undefined,
    { time, isAtRest = true }: { time: Milliseconds; isAtRest?: boolean },
  ): HelpContact | undefined => {
    const link = element && helpLink(element, dom);
    if (link === near[kind]?.deref() && (!link || isAtRest)) return undefined;
    near[kind] = link && new WeakRef(link);
    if (link) return { time, kind, target: describe(link) };
    return near.hover || near.focus ? undefined : { time, kind: 'gone' };
  };

  const byKeys = (event: Event): Element | undefined => {
    const [element] = elementsOf(event);
    const isFocused = event.type === 'focusin' && element && dom.matches(element, ':focus-visible');
    return isFocused ? element : undefined;
  };

  return merge(
    motions$.pipe(
      mapDefined(({ element, motion }) =>
        contact('hover', element, { time: motion.time, isAtRest: motion.pathPx < REST_PX }),
      ),
    ),
    new Observable<Event>((subscriber) =>
      on(['focusin', 'focusout'], (event) => subscriber.next(event)),
    ).pipe(
      filter((event) => accepts(event)),
      mapDefined((event) => contact('focus', byKeys(event), { time: timeOf(event) })),
    ),
    fromVisits(routes$),
  );
}

/** A page of help that is come to from one that is none. */
function fromVisits(routes$: Observable<Route>): Observable<HelpContact> {
  return defer(() => {
    // Where the visitor is at first, nobody has come to just now.
    let wasHelp = true;
    return routes$.pipe(
      mapDefined(({ path, place, time }): HelpContact | undefined => {
        const isCome = !wasHelp && isHelpPath(path) && place !== undefined;
        wasHelp = isHelpPath(path);
        return isCome ? { time, kind: 'visit' } : undefined;
      }),
    );
  });
}
