import { clamp } from '../../tools/clamp.js';
import type { FieldEvent, KeyKind, Milliseconds, PageError, Route } from '../../types.js';
import type { Streams } from './createStreams.js';
import { NOWHERE, pointerPlays } from './pointerPlays.js';
import type { RecordedEvent } from './Recording.js';

type Argument = string | number | null | undefined;

/** Plays one event, and tells whether it was an action. */
export type Play = (time: Milliseconds, first?: Argument, second?: Argument) => boolean;

/** Plays the events of a recording one by one, whatever happened. */
export interface Player {
  /** Tells whether the event was an action. */
  play(event: RecordedEvent, time: Milliseconds): boolean;
  /** Whether events of this type are played at all. */
  knows(type: string): boolean;
}

export function createPlayer(page: Streams): Player {
  const plays: Readonly<Record<string, Play>> = {
    ...pointerPlays(page),
    start: route('load'),
    route: route('push'),
    key: (time, first) => {
      const kind = (first ?? 'other') as KeyKind;
      page.keys$.next({ time, kind, inField: kind === 'character' || kind === 'deletion' });
      return true;
    },
    edit: field('edit'),
    paste: field('paste'),
    cleared: field('cleared'),
    submit: field('submit'),
    refused: field('refused'),
    invalid: field('invalid'),
    search: field('search'),
    error: error('error'),
    request: error('request'),
    signal: (time, detector, strength) => {
      page.signals$.next({
        detector: `${detector ?? ''}`,
        time,
        target: '',
        strength: clamp(Number(strength ?? 1), 0, 1),
        evidence: {},
      });
      return false;
    },
  };

  function route(kind: Route['kind']): Play {
    return (time, path) => {
      page.routes$.next({ time, path: `${path ?? ''}`, kind });
      return false;
    };
  }

  function field(kind: FieldEvent['kind']): Play {
    return (time, path, choice) => {
      const target = { ...NOWHERE, path: `${path ?? ''}`, control: 'field' as const };
      const state = choice === undefined || choice === null ? {} : { state: `${choice}` };
      page.fields$.next({ time, kind, target, form: '', ...state });
      return true;
    };
  }

  function error(kind: PageError['kind']): Play {
    return (time, name) => {
      page.errors$.next({ time, kind, name: `${name ?? ''}`, strength: 1 });
      return false;
    };
  }

  const knows = (type: string): boolean => Object.hasOwn(plays, type);
  return { play: ([, type, ...args], time) => knows(type) && plays[type]!(time, ...args), knows };
}
