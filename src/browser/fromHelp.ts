import { filter, map, merge, pairwise, type Observable } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import type { HelpContact, Milliseconds, Route } from '../types.js';
import type { ElementMotion } from './fromPointer.js';
import { helpLink, isHelpPath } from './helpLink.js';
import type { Host } from './Host.js';
import { listen } from './listen.js';
import { describe } from './toTarget.js';

export interface HelpSources {
  readonly motions$: Observable<ElementMotion>;
  /** With those of earlier pages. */
  readonly routes$: Observable<Route>;
}

/** How near the visitor is to help of the page's own. */
export function fromHelp(host: Host, { motions$, routes$ }: HelpSources): Observable<HelpContact> {
  const { window, dom, report, accepts, timeOf, elementsOf } = host;
  const near: { hover?: WeakRef<Element> | undefined; focus?: WeakRef<Element> | undefined } = {};

  const contact = (
    kind: 'hover' | 'focus',
    element: Element | undefined,
    time: Milliseconds,
  ): HelpContact | undefined => {
    const link = element && helpLink(element, dom);
    if (link === near[kind]?.deref()) return undefined;
    near[kind] = link && new WeakRef(link);
    if (link) return { time, kind, target: describe(link, dom) };
    return near.hover || near.focus ? undefined : { time, kind: 'gone' };
  };

  return merge(
    motions$.pipe(mapDefined(({ element, motion }) => contact('hover', element, motion.time))),
    listen<FocusEvent>(window, ['focusin', 'focusout'], report).pipe(
      filter((event) => accepts(event)),
      mapDefined((event) =>
        contact(
          'focus',
          event.type === 'focusin' ? elementsOf(event)[0] : undefined,
          timeOf(event),
        ),
      ),
    ),
    routes$.pipe(
      pairwise(),
      filter(
        ([from, to]) => to.place !== undefined && isHelpPath(to.path) && !isHelpPath(from.path),
      ),
      map(([, { time }]): HelpContact => ({ time, kind: 'visit' })),
    ),
  );
}
