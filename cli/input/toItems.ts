import { basename } from 'node:path';
import { findEvents, type FoundEvent } from './findEvents.js';
import type { Item, Place, Session } from './Item.js';

type Fields = Readonly<Record<string, unknown>>;

/** What a piece of JSON is, by its content. Events by themselves are collected, not yet an item. */
export function toItems(json: unknown, place: Place): Item[] | FoundEvent[] {
  const fields = toFields(json);
  if (isExport(fields)) return [{ ...place, kind: 'export', json: fields }];
  if (isActions(fields.events)) return [{ ...place, kind: 'recording', json }];
  // A list of recordings, or of what was exported from many devices.
  if (Array.isArray(json) && json.length > 0 && json.every((each) => isWhole(toFields(each))))
    return json.flatMap((each) => toItems(each, place) as Item[]);
  const found = findEvents(json);
  if (found.length === 0) return [{ ...place, kind: 'other', json }];
  return isWhole(fields) ? toSessions(found, place, fields) : found;
}

/** Sessions of events that belong together: one for each tab. */
export function toSessions(found: readonly FoundEvent[], place: Place, about: Fields = {}): Item[] {
  const { id, user, label, startMs } = about;
  const name = typeof id === 'string' ? id : nameOf(place);
  const tabs = [...new Set(found.map(({ tab }) => tab))];
  return tabs.map((tab, index) => {
    const session: Session = {
      id: tabs.length > 1 ? `${name} (tab ${index + 1})` : name,
      ...(typeof user === 'string' && { user }),
      ...((label === 0 || label === 1) && { label }),
      ...(typeof startMs === 'number' && { startMs }),
      events: found.filter((each) => each.tab === tab).map(({ event }) => event),
    };
    return { ...place, kind: 'session', session };
  });
}

/** Told from an event of rrweb: an object that holds a whole list of something. */
function isWhole(fields: Fields): boolean {
  return isExport(fields) || (Array.isArray(fields.events) && fields.events.length > 0);
}

function isExport({ decisions, pending }: Fields): boolean {
  return Array.isArray(decisions) && Array.isArray(pending);
}

/** `[ms, type, …]`, the first of them at least, or nearly so: what is wrong with it is told later. */
function isActions(events: unknown): boolean {
  if (!Array.isArray(events)) return false;
  const [first] = events as unknown[];
  return (
    events.length === 0 ||
    (Array.isArray(first) && (typeof first[0] === 'number' || typeof first[1] === 'string'))
  );
}

function nameOf({ file, line }: Place): string {
  const name = file === '-' ? 'standard input' : basename(file);
  return line === undefined ? name : `${name}:${line}`;
}

function toFields(json: unknown): Fields {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Fields) : {};
}
