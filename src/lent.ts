/**
 * What the script tag's later files use of RxJS, and of ours what the first file has inside as well: it
 * lends them this, so that it is loaded once and its error is one class. `rollup.config.js` reads the
 * names here.
 */
export {
  asyncScheduler,
  catchError,
  defer,
  EMPTY,
  expand,
  filter,
  firstValueFrom,
  map,
  merge,
  mergeMap,
  noop,
  Observable,
  share,
  shareReplay,
  Subject,
  Subscription,
  switchMap,
  takeUntil,
  timer,
} from 'rxjs';
export { judgedPresses } from './detectors/judgedPresses.js';
export { BeforehandError, LOAD_HINT, toBeforehandError } from './errors.js';
export { consume, guard, guardAsync, isolate } from './guard.js';
export { hasShape } from './tools/hasShape.js';
export { mapDefined } from './tools/mapDefined.js';
