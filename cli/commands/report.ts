import type { Command } from '../Command.js';
import { createBroken } from '../input/createBroken.js';
import { readItems } from '../input/readItems.js';
import type { Io } from '../Io.js';
import { createProgress } from '../progress.js';
import { readArgs, someFiles, text } from '../readArgs.js';
import { decisionsOf } from '../recordings/decisionsOf.js';
import type { Device } from '../report/Device.js';
import { toPage } from '../report/toPage.js';
import { writeOut } from '../writeOut.js';

const HELP = `Usage: beforehand report EXPORT.json… [--out report.html]

Makes one page with plots of what devices exported: whether the risk is calibrated, whether
prompting helps, and whether it is fair. The page needs no network and runs no script.

EXPORT    what assistant.exportData() gave, one device a file or a line; plain or gzip;
          - is standard input

  --out FILE     where to write it (standard output)
`;

/** `beforehand report`. */
export const report: Command = {
  summary: 'calibration, uplift and fairness, as a page',
  help: HELP,
  run,
};

async function run(given: readonly string[], io: Io): Promise<number> {
  const args = readArgs(given, { out: { type: 'string' } });
  const files = someFiles(args, 'export');
  const broken = createBroken(io, createProgress(io, false).end);
  const devices: Device[] = [];
  for await (const item of readItems(files, { io, onBroken: broken.onBroken })) {
    try {
      if (item.kind !== 'export') throw new Error('is no export of assistant.exportData()');
      const records = [...decisionsOf(item.json)].sort((a, b) => a.at - b.at);
      devices.push({ name: `${item.file}${item.line ? `:${item.line}` : ''}`, records });
    } catch (thrown) {
      broken.onBroken(item, (thrown as Error).message);
    }
  }
  broken.end(devices.length);
  writeOut(text(args, 'out'), toPage(devices), io);
  return 0;
}
