import type { Observable } from 'rxjs';
import type { Lifecycle, PressResponse } from '../types.js';
import type { ElementPress } from './ElementPress.js';
import type { Refusal } from './mutationRecords.js';

/** What the watch after a press finds. */
export type Finding = { readonly response: PressResponse } | { readonly refusal: Refusal };

/** What it is found from. */
export interface ResponseSources {
  readonly presses$: Observable<ElementPress>;
  /** Every change of the URL within this page, also of its query and hash. */
  readonly navigations$: Observable<unknown>;
  readonly routes$: Observable<unknown>;
  readonly lifecycle$: Observable<Lifecycle>;
  readonly resources$: Observable<PerformanceResourceTiming>;
}
