import { handoffFromJson, link } from '../../src/handoff/index.js';
import { readOptions, type Settings } from '../../src/options.js';
import type { AssistantOptions } from '../../src/types.js';
import { UsageError } from '../errors.js';
import type { Io } from '../Io.js';
import { readJson } from '../readJson.js';

/** Nobody is held out, since a replay is to show what would be shown; and no worker trains. */
const FIXED = { holdout: 0, learning: { workerUrl: false } } as const;

/** Without a configuration there would be nothing to offer, and so nothing to show. */
const STAND_IN = link({ href: '/contact', label: 'a way to a person, as no --config was given' });

/**
 * Settings from the JSON that `data-config` takes; those of the SDK without a
 * file. What is wrong in the file is told as the SDK would tell it.
 */
export async function readConfig(
  file: string | undefined,
  flag: string,
  io: Io,
): Promise<Settings> {
  if (file === undefined) return readOptions({ ...FIXED, handoff: [STAND_IN] }, () => {});
  const json = await readJson(file, flag, io);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new UsageError(`${flag} ${file} holds no object; give the JSON that data-config takes`);
  const { handoff, learning, ...options } = json as AssistantOptions;
  const handoffs = Array.isArray(handoff)
    ? handoff.flatMap((each) => handoffFromJson(each) ?? [])
    : [];
  const complain = ({ message }: Error) => io.complain(`${flag} ${file}: ${message}\n`);
  return readOptions(
    { ...options, ...FIXED, handoff: handoffs, learning: { ...learning, workerUrl: false } },
    complain,
  );
}
