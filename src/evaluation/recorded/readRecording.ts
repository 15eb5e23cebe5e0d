import { BeforehandError } from '../../errors.js';
import type { KeyKind } from '../../types.js';
import type { RecordedEvent, Recording } from './Recording.js';

/**
 * Reads one recorded session, as a line of JSONL holds it. Keys become classes of keys here, so no
 * text gets any further.
 *
 * @throws BeforehandError `corrupt-record` that names the field, what it is and what it has to be
 */
export function readRecording(json: unknown): Recording {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw wrong('a recording', json, 'an object {"id", "user", "events"}');
  }
  const record = json as Record<string, unknown>;
  const { id, user, label, startMs, endMs, task, events } = record;
  if (typeof id !== 'string') throw wrong('"id"', id, 'a string');
  if (typeof user !== 'string')
    throw wrong('"user"', user, 'a string; use the id where nobody is known');
  if (label !== undefined && label !== 0 && label !== 1) {
    throw wrong('"label"', label, '0 or 1, or left out');
  }
  if (task !== undefined && typeof task !== 'string')
    throw wrong('"task"', task, 'a string, or left out');
  for (const [name, value] of [
    ['startMs', startMs],
    ['endMs', endMs],
  ] as const) {
    if (value !== undefined && !Number.isFinite(value)) {
      throw wrong(`"${name}"`, value, 'a number of milliseconds, or left out');
    }
  }
  if (!Array.isArray(events)) throw wrong('"events"', events, 'an array of [ms, type, …]');
  return {
    id,
    user,
    events: events.map(readEvent).sort(([a], [b]) => a - b),
    ...(label !== undefined && { label }),
    ...(startMs !== undefined && { startMs: startMs as number }),
    ...(endMs !== undefined && { endMs: endMs as number }),
    ...(task !== undefined && { task }),
  };
}

function readEvent(event: unknown, i: number): RecordedEvent {
  const name = `events[${i}]`;
  if (!Array.isArray(event)) throw wrong(`"${name}"`, event, 'an array [ms, type, …]');
  const [ms, type, ...args] = event as readonly unknown[];
  if (typeof ms !== 'number' || !Number.isFinite(ms)) {
    throw wrong(`"${name}[0]"`, ms, 'a number of milliseconds');
  }
  if (typeof type !== 'string') throw wrong(`"${name}[1]"`, type, 'a string, such as "click"');
  const strange = args.findIndex((arg) => !isArgument(arg));
  if (strange >= 0) {
    throw wrong(`"${name}[${strange + 2}]"`, args[strange], 'a string, a finite number or null');
  }
  if (type === 'keydown') return [ms, 'key', keyKind(args.at(-1))];
  return [ms, type, ...(args as (string | number | null)[])];
}

function isArgument(value: unknown): boolean {
  return value === null || typeof value === 'string' || Number.isFinite(value);
}

/** By `KeyboardEvent.key` or, in old recordings, `keyCode`. */
function keyKind(key: unknown): KeyKind {
  const known = KEYS.find(([, names]) => names.includes(key as string | number));
  if (known) return known[0];
  if (typeof key === 'string') return [...key].length === 1 ? 'character' : 'other';
  const code = Number(key);
  return (code >= 48 && code <= 111) || code >= 160 ? 'character' : 'other';
}

const KEYS: readonly (readonly [KeyKind, readonly (string | number)[]])[] = [
  ['deletion', [8, 46, 'Backspace', 'Delete', 'deletion']],
  ['enter', [13, 'Enter', 'enter']],
  ['space', [32, ' ', 'space']],
  ['escape', [27, 'Escape', 'escape']],
  ['navigation', [9, 33, 34, 35, 36, 37, 38, 39, 40, 'Tab', 'PageUp', 'PageDown', 'End', 'Home']],
  ['navigation', ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown', 'navigation']],
  ['character', ['character']],
];

function wrong(field: string, value: unknown, expected: string): BeforehandError {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value;
  const shown = typeof value === 'number' ? ` ${value}` : '';
  const is = value === undefined ? 'is missing' : `is ${kind}${shown}`;
  return new BeforehandError('corrupt-record', `${field} ${is}; it has to be ${expected}`);
}
