import { Subject } from 'rxjs';
import type {
  Exit,
  FieldEvent,
  HelpContact,
  Keystroke,
  Latency,
  Lifecycle,
  PageError,
  PageStreams,
  PointerSummary,
  Press,
  PressResponse,
  Route,
  ScrollSummary,
  Signal,
  Swipe,
} from '../../types.js';

export type Streams = ReturnType<typeof createStreams>;

/** What a live page listens to, to be written into. */
export function createStreams() {
  return {
    presses$: new Subject<Press>(),
    responses$: new Subject<PressResponse>(),
    keys$: new Subject<Keystroke>(),
    fields$: new Subject<FieldEvent>(),
    routes$: new Subject<Route>(),
    errors$: new Subject<PageError>(),
    pointer$: new Subject<PointerSummary>(),
    scroll$: new Subject<ScrollSummary>(),
    lifecycle$: new Subject<Lifecycle>(),
    latency$: new Subject<Latency>(),
    swipes$: new Subject<Swipe>(),
    exits$: new Subject<Exit>(),
    help$: new Subject<HelpContact>(),
    signals$: new Subject<Signal>(),
  } satisfies PageStreams & { signals$: Subject<Signal> };
}
