import { of, Subject, throwError } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { mapDefined } from '../../src/tools/mapDefined.js';
import { note } from '../../src/tools/note.js';

/** All that a stream tells, in order. */
function record<T>() {
  const told: unknown[] = [];
  return {
    told,
    observer: {
      next: (value: T) => void told.push(value),
      error: (thrown: unknown) => void told.push(['error', thrown]),
      complete: () => void told.push('complete'),
    },
  };
}

describe('mapDefined', () => {
  it('drops undefined and nothing else', () => {
    const { told, observer } = record();
    of(0, '', false, null, undefined, NaN)
      .pipe(mapDefined((value) => value))
      .subscribe(observer);
    expect(told).toEqual([0, '', false, null, NaN, 'complete']);
  });

  it('ends with what the function throws, and lets go of the source', () => {
    const { told, observer } = record();
    const source$ = new Subject<number>();
    const thrown = new Error('no');
    source$
      .pipe(
        mapDefined((value) => {
          if (value === 2) throw thrown;
          return value;
        }),
      )
      .subscribe(observer);
    for (const value of [1, 2, 3]) source$.next(value);
    expect(told).toEqual([1, ['error', thrown]]);
    expect(source$.observed).toBe(false);
  });

  it('passes on that the source failed', () => {
    const { told, observer } = record();
    throwError(() => 'gone')
      .pipe(mapDefined((value) => value))
      .subscribe(observer);
    expect(told).toEqual([['error', 'gone']]);
  });

  it('lets go of the source when it is unsubscribed', () => {
    const source$ = new Subject<number>();
    const subscription = source$.pipe(mapDefined((value) => value)).subscribe();
    expect(source$.observed).toBe(true);
    subscription.unsubscribe();
    expect(source$.observed).toBe(false);
  });
});

describe('note', () => {
  it('hears all and tells nothing but the end', () => {
    const heard: number[] = [];
    const { told, observer } = record();
    of(1, 2)
      .pipe(note((value) => heard.push(value)))
      .subscribe(observer);
    expect(heard).toEqual([1, 2]);
    expect(told).toEqual(['complete']);
  });
});
