import type { Milliseconds } from '../../src/types.js';
import type { VirtualTime } from '../virtualTime.js';
import { eventHub } from './eventHub.js';
import { MirrorDocument, MirrorShadowRoot } from './MirrorDocument.js';
import { MirrorElement } from './MirrorElement.js';
import { MirrorNode } from './MirrorNode.js';
import { mirrorObservers, type MirrorRecord } from './mirrorObservers.js';
import { performanceEntries, type MirrorEntry } from './performanceEntries.js';
import { toPath } from './toPath.js';

export type PageWindow = Window & typeof globalThis;

/** How a page came to be where it is. */
export type NavigationKind = 'load' | 'reload' | 'push' | 'replace' | 'traverse';

/** One page load of a recording: a window that the SDK can run in, and a hand that moves it. */
export interface MirrorWindow {
  readonly window: PageWindow;
  readonly document: MirrorDocument;
  /** Milliseconds since the page was loaded. */
  now(): Milliseconds;
  /** An event of the visitor's, as every listener in the window's capture phase would get it. */
  dispatch(type: string, target: MirrorNode | 'window', details?: object): void;
  /** Tells observers what has been changed, in one go. */
  mutated(records: readonly MirrorRecord[]): void;
  /** A request that a script made. */
  requested(entry: MirrorEntry): void;
  navigate(href: string, kind: NavigationKind): void;
}

export interface MirrorWindowOptions {
  readonly time: VirtualTime;
  readonly href: string;
  readonly width: number;
  readonly height: number;
}

/** Until a browser calls itself idle after a page was drawn. */
const IDLE_MS: Milliseconds = 50;
const FRAME_MS: Milliseconds = 16;

/**
 * A window around a recorded document, with what `src/browser/` asks a browser for and no more.
 * Events reach the window's listeners alone, since nothing of the recorded page's own runs.
 */
export function createMirrorWindow(options: MirrorWindowOptions): MirrorWindow {
  const { time, width, height } = options;
  const loadedAt = time.now();
  const now = () => time.now() - loadedAt;
  const document = new MirrorDocument();
  const events = eventHub();
  const navigation = eventHub();
  const observers = mirrorObservers();
  const entries = performanceEntries();
  const location = toLocation(options.href);
  const timer = (fn: () => void, ms: Milliseconds = 0) => time.setTimeout(fn, ms);
  /** Like a browser's, it does nothing with 0. */
  const cancel = (id: { unsubscribe(): void } | 0 | undefined) => {
    if (id) id.unsubscribe();
  };

  const window = {
    ...{ Node: MirrorNode, Element: MirrorElement, ShadowRoot: MirrorShadowRoot },
    // Frames are part of the document that a recording has.
    length: 0,
    ...{ document, location, innerWidth: width, innerHeight: height },
    MutationObserver: observers.Observer,
    PerformanceObserver: entries.Observer,
    performance: { now, getEntriesByType: () => [] },
    Date: { now: time.now },
    navigator: { language: 'und' },
    navigation,
    history: { length: 1 },
    addEventListener: events.addEventListener,
    removeEventListener: events.removeEventListener,
    setTimeout: timer,
    clearTimeout: cancel,
    requestAnimationFrame: (fn: () => void) => timer(fn, FRAME_MS),
    cancelAnimationFrame: cancel,
    requestIdleCallback: (fn: () => void) => timer(fn, IDLE_MS),
    cancelIdleCallback: cancel,
  };
  document.defaultView = window;

  return {
    // The SDK is written for browsers, and takes no more from one than stands above.
    window: window as unknown as PageWindow,
    document,
    now,
    dispatch: (type, target, details = {}) => {
      const node = target === 'window' ? undefined : target;
      const path = node ? toPath(node) : [];
      const outermost = node && retarget(node);
      events.emit({
        ...{ type, timeStamp: now(), isTrusted: true, isPrimary: true, buttons: 0 },
        ...details,
        target: outermost ?? window,
        composedPath: () => [...path, window],
      });
    },
    mutated: observers.deliver,
    requested: entries.add,
    navigate: (href, kind) => {
      Object.assign(location, toLocation(href));
      navigation.emit({ type: 'currententrychange', timeStamp: now(), navigationType: kind });
    },
  };
}

/** As the window sees it: what happens in a shadow tree happens at its host. */
function retarget(node: MirrorNode): MirrorNode {
  const root = node.getRootNode();
  return root instanceof MirrorShadowRoot ? retarget(root.host) : node;
}

function toLocation(href: string) {
  const known = URL.canParse(href) ? new URL(href) : new URL('about:blank');
  const { pathname, search, hash, host, origin, protocol } = known;
  return { href: known.href, pathname, search, hash, host, origin, protocol };
}
