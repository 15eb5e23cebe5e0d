/**
 * What the script tag's later files use of RxJS. The first file has it inside and lends it to them,
 * so that it is loaded once: `rollup.config.js` reads the names here.
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
