import { filter, map, merge, startWith, switchMap, EMPTY, timer, type Observable } from 'rxjs';
import type { Detector, Milliseconds, PageStreams, Signal } from '../types.js';
import { deadClick } from './deadClick.js';
import { toSignal } from './toSignal.js';

export interface IdleAfterErrorOptions {
  /** Without any input after something went wrong. @defaultValue 15000 */
  idleMs?: Milliseconds;
}

const NAME = 'idleAfterError';

type Input = { readonly kind: 'trouble' | 'input' | 'hidden'; readonly time: Milliseconds };

/** Signals when the visitor stops doing anything after an error or a dead press, page visible. */
export function idleAfterError({ idleMs = 15_000 }: IdleAfterErrorOptions = {}): Detector {
  return {
    name: NAME,
    detect: (page) =>
      inputs(page).pipe(
        startWith({ kind: 'input', time: 0 } as Input),
        // Only trouble starts the wait; any input or hiding ends it.
        switchMap(({ kind, time }) =>
          kind === 'trouble'
            ? timer(idleMs).pipe(map(() => time))
            : (EMPTY as Observable<Milliseconds>),
        ),
        map((time): Signal =>
          toSignal(NAME, time + idleMs, { path: '', context: '' }, 0.9, { idleMs }),
        ),
      ),
  };
}

function inputs(page: PageStreams): Observable<Input> {
  const { presses$, keys$, fields$, scroll$, routes$, errors$, lifecycle$ } = page;
  const at = (kind: Input['kind']) =>
    map(({ time }: { time: Milliseconds }): Input => ({ kind, time }));
  const typed$ = fields$.pipe(
    filter(({ kind }) => kind !== 'invalid' && kind !== 'refused' && kind !== 'left'),
  );
  const hidden$ = lifecycle$.pipe(filter(({ kind }) => kind === 'hidden' || kind === 'left'));
  return merge(
    merge<{ time: Milliseconds }[]>(presses$, keys$, typed$, scroll$, routes$).pipe(at('input')),
    merge<{ time: Milliseconds }[]>(errors$, deadClick().detect(page)).pipe(at('trouble')),
    hidden$.pipe(at('hidden')),
  );
}
