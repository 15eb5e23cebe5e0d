import { readRecording, type Recording } from '../../src/evaluation/index.js';
import type { DecisionRecord } from '../../src/types.js';
import { UsageError } from '../errors.js';
import type { Broken } from '../input/createBroken.js';
import type { Item } from '../input/Item.js';
import { readItems } from '../input/readItems.js';
import type { Io } from '../Io.js';
import type { Progress } from '../progress.js';
import type { Table } from '../tables/Table.js';
import { toTable } from '../tables/toTable.js';
import { decisionsOf } from './decisionsOf.js';
import { toRecording } from './toRecording.js';

/** What there is to learn from: recordings, a table, or the log of a device. */
export type Cases =
  | { readonly kind: 'recordings'; readonly recordings: readonly Recording[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'decisions'; readonly devices: readonly (readonly DecisionRecord[])[] };

export interface CasesOptions {
  readonly io: Io;
  readonly broken: Broken;
  readonly progress: Progress;
  /** Column of a table that holds the label. */
  readonly label: string | undefined;
  /** Takes each recording as soon as it is read; then none is given back. @defaultValue all are */
  readonly onRecording?: ((recording: Recording) => void) | undefined;
}

const NEITHER =
  'is neither a recording, an export nor a table; a recording is {"id", "user", "label", "events": [[ms, type, …]]}';

/**
 * Reads everything, in its order, since what comes first is learned first.
 *
 * @throws UsageError when the files are of different kinds
 */
export async function readCases(
  files: readonly string[],
  { io, broken, progress, label, onRecording }: CasesOptions,
): Promise<Cases> {
  const recordings: Recording[] = [];
  let nRecordings = 0;
  const take = (recording: Recording): void => {
    nRecordings += 1;
    if (onRecording) onRecording(recording);
    else recordings.push(recording);
  };
  const devices: (readonly DecisionRecord[])[] = [];
  const rows: (Item & { readonly kind: 'row' })[] = [];
  const { onBroken } = broken;
  const onLine = ({ file, line = 0 }: { readonly file: string; readonly line?: number }) =>
    progress.tell(`reading ${file}, line ${line}`);

  for await (const item of readItems(files, { io, onBroken, onLine })) {
    try {
      if (item.kind === 'row') rows.push(item);
      else if (item.kind === 'recording') take(readRecording(item.json));
      else if (item.kind === 'session') take(await toRecording(item.session));
      else if (item.kind === 'export') devices.push(decisionsOf(item.json));
      else onBroken(item, NEITHER);
    } catch (thrown) {
      onBroken(item, (thrown as Error).message);
    }
  }
  const counts = [nRecordings, devices.length, rows.length];
  if (counts.filter((count) => count > 0).length > 1)
    throw new UsageError('recordings, exports and tables together; give files of one kind');
  const table = rows.length > 0 ? toTable(rows, label, onBroken) : undefined;
  broken.end(table ? table.examples.length : nRecordings + devices.length);
  if (table) return { kind: 'table', table };
  if (label !== undefined)
    throw new UsageError('--label names a column, and there is no table; leave it out');
  return devices.length > 0 ? { kind: 'decisions', devices } : { kind: 'recordings', recordings };
}
