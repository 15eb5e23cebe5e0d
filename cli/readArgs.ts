import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './errors.js';

type Flags = NonNullable<ParseArgsConfig['options']>;

/** What was given on the command line: flags by name, and everything else. */
export interface Args {
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly files: readonly string[];
}

/**
 * Reads a command's arguments.
 *
 * @throws UsageError that names the flag, and those that are known
 */
export function readArgs(args: readonly string[], options: Flags): Args {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return { flags: values as Args['flags'], files: positionals };
  } catch (thrown) {
    throw new UsageError(explain(thrown as Error & { code?: string }, options));
  }
}

/** A flag's text, where it was given. */
export function text({ flags }: Args, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}

/** @throws UsageError when it is no whole number of 1 or more */
export function count(args: Args, name: string, otherwise: number): number {
  const given = text(args, name);
  if (given === undefined) return otherwise;
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new UsageError(
    `--${name} is "${given}"; give a whole number of 1 or more, as --${name} 100`,
  );
}

/** @throws UsageError when there is none; `-` is standard input */
export function someFiles({ files }: Args, what: string): readonly string[] {
  if (files.length > 0) return files;
  throw new UsageError(`no ${what} given; name one or more files, or - for standard input`);
}

function explain({ code, message }: Error & { code?: string }, options: Flags): string {
  const [flag = ''] = /--?[\w-]+/.exec(message) ?? [];
  const known = Object.keys(options)
    .map((name) => `--${name}`)
    .join(', ');
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return `${flag} is no flag of this command; known are ${known}`;
  return options[flag.replace(/^--/, '')]?.type === 'string'
    ? `${flag} needs a value, as ${flag} VALUE (or ${flag}=VALUE where it begins with a dash)`
    : `${flag} takes no value; leave out what follows it`;
}
