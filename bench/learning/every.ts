import { bootstrap, evaluate, rocAuc } from '../../src/evaluation/index.js';
import { readSessions, thinned } from './data.js';
import { interval, print, short } from './print.js';

/** Whether people end badly, asked after each thing that they do, as a live page asks. */
export function judgeEvery({ isQuick }: { isQuick: boolean }): void {
  const all = readSessions('pisa-climate-control');
  if (!all) return;
  const pisa = isQuick ? thinned(all, 2500) : all;
  const { rows, moments } = evaluate(pisa, { cut: 'every', delay: 'session', warmUp: 0.2 });
  const around = interval(bootstrap(moments.hedge!, rocAuc, { nSamples: 50 }));
  print(
    `pisa, after every action, label at the end of the session, last 80 %; AUC of the Hedge ${around} (k-gram .751, ECE .064, alert .684 at 53 s; reach .76, .02, .72, 55 s)`,
    [
      ['', 'n', 'AUC', 'PR-AUC', 'log loss', 'Brier', 'ECE', 'alert 10 %', 'recall', 'median lead'],
      ...rows.map(({ model, n, alert, ...row }) => [
        model,
        n,
        short(row.auc),
        short(row.prAuc),
        short(row.logLoss),
        short(row.brier),
        short(row.ece),
        short(alert.precision),
        short(alert.recall),
        `${(alert.medianLeadMs / 1000).toFixed(0)} s`,
      ]),
    ],
  );
}
