import type { Command } from './Command.js';
import { evaluate } from './commands/evaluate.js';
import { merge } from './commands/merge.js';
import { replay } from './commands/replay.js';
import { report } from './commands/report.js';
import { train } from './commands/train.js';
import { InputError, UsageError } from './errors.js';
import type { Io } from './Io.js';
import { version } from './version.js';

const COMMANDS: Readonly<Record<string, Command>> = { replay, train, merge, evaluate, report };

const USAGE = `beforehand: help, beforehand. Tools for the recordings and data that you already have.

Usage: beforehand <command> [options]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`)
  .join('\n')}

beforehand <command> --help tells more. Nothing leaves this machine.
`;

/**
 * Runs one command.
 *
 * @returns the exit code: 0 done, 1 nothing could be read, 2 called wrongly
 */
export async function run([name = '', ...args]: readonly string[], io: Io): Promise<number> {
  if (/^(--help|-h|help)$/.test(name)) return say(io, USAGE);
  if (/^(--version|-v)$/.test(name)) return say(io, `${version()}\n`);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    io.complain(name ? `beforehand: there is no command "${name}"\n\n${USAGE}` : USAGE);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) return say(io, command.help);
  return runCommand(name, command, args, io);
}

async function runCommand(
  name: string,
  command: Command,
  args: readonly string[],
  io: Io,
): Promise<number> {
  try {
    return await command.run(args, io);
  } catch (thrown) {
    if (!(thrown instanceof UsageError || thrown instanceof InputError)) throw thrown;
    const isUsage = thrown instanceof UsageError;
    io.complain(`beforehand ${name}: ${thrown.message}\n`);
    if (isUsage) io.complain(`See: beforehand ${name} --help\n`);
    return isUsage ? 2 : 1;
  }
}

function say(io: Io, text: string): number {
  io.write(text);
  return 0;
}
