import {
  bootstrap,
  evaluate,
  rocAuc,
  type EvaluateOptions,
  type Recording,
} from '../../src/evaluation/index.js';
import { anonymous, longerThan, readSessions, thinned } from './data.js';
import { interval, print, short } from './print.js';

interface Setting {
  readonly name: string;
  readonly recordings: readonly Recording[];
  readonly options: EvaluateOptions;
  /** One-pass logistic regression on features made by hand, and the same with action k-grams. */
  readonly known: readonly [lr: number, kgram: number];
  readonly reach: number;
}

const HEAD = [
  '',
  'n',
  'history',
  'LR',
  'k-gram',
  'Hedge',
  '95 % by visitor',
  'reach',
  'ECE',
  'best expert',
  'loss/best',
  'µs/event',
];

/** Whether people end badly, from what they do: every row of the table of real sessions. */
export function judgeSessions({ isQuick }: { isQuick: boolean }): void {
  const some = (all: readonly Recording[] = []) => (isQuick ? thinned(all, 2500) : all);
  const pisa = some(readSessions('pisa-climate-control'));
  const iweb = some(readSessions('iweb-map'));
  const miniwob = some(readSessions('miniwob-demos'));
  const settings: Setting[] = [
    {
      name: 'pisa, 3 actions',
      recordings: pisa,
      options: { cut: '3actions' },
      known: [0.635, 0.734],
      reach: 0.74,
    },
    {
      name: 'pisa, 6 actions',
      recordings: pisa,
      options: { cut: '6actions' },
      known: [0.676, 0.759],
      reach: 0.77,
    },
    {
      name: 'pisa, 10 actions',
      recordings: pisa,
      options: { cut: '10actions' },
      known: [0.715, 0.782],
      reach: 0.79,
    },
    {
      name: 'iweb, whole',
      recordings: iweb,
      options: { cut: 'end' },
      known: [0.767, 0.797],
      reach: 0.82,
    },
    {
      name: 'iweb, 20 s',
      recordings: iweb,
      options: { cut: '20s' },
      known: [0.734, 0.763],
      reach: 0.79,
    },
    ...(
      [
        [2, 0.63, 0.652, 0.67],
        [4, 0.684, 0.715, 0.73],
        [6, 0.684, 0.718, 0.73],
      ] as const
    ).map(([s, lr, kgram, reach]): Setting => ({
      name: `miniwob, ${s} s, events`,
      recordings: anonymous(longerThan(miniwob, s)),
      options: { cut: `${s}s` },
      known: [lr, kgram],
      reach,
    })),
    ...(
      [
        [2, 0.722, 0.733, 0.77],
        [4, 0.744, 0.755, 0.78],
        [6, 0.732, 0.748, 0.77],
      ] as const
    ).map(([s, lr, kgram, reach]): Setting => ({
      name: `miniwob, ${s} s`,
      recordings: longerThan(miniwob, s),
      options: { cut: `${s}s` },
      known: [lr, kgram],
      reach,
    })),
    {
      name: 'miniwob, whole',
      recordings: miniwob,
      options: { cut: 'end' },
      known: [0.791, 0.818],
      reach: 0.84,
    },
  ];
  const judged = settings
    .filter(({ recordings }) => recordings.length)
    .map((setting) => ({ name: setting.name, ...judge(setting) }));
  print('Real sessions: AUC of the Hedge with its defaults, one pass, predict then learn', [
    HEAD,
    ...judged.map(({ row }) => row),
  ]);
  print('Learning curves: AUC of the Hedge by how many were seen before', [
    ['', ...CURVE.map(([from, to]) => `${from}–${to === Infinity ? '' : to}`)],
    ...judged.map(({ name, curve }) => [name, ...curve]),
  ]);
}

/** Stretches of a stream. */
const CURVE = [
  [0, 250],
  [250, 1000],
  [1000, 4000],
  [4000, Infinity],
] as const;

function judge({ name, recordings, options, known, reach }: Setting) {
  const { rows, moments } = evaluate(recordings, options);
  const row = (model: string) => rows.find((each) => each.model === model)!;
  const hedge = row('hedge');
  const experts = rows.filter(({ model }) => model !== 'hedge' && model !== 'history');
  const best = experts.reduce((a, b) => (b.logLoss < a.logLoss ? b : a));
  const around = bootstrap(moments.hedge!, rocAuc);
  const cells = [
    name,
    hedge.n,
    short(row('history').auc),
    ...known.map((value) => short(value)),
    short(hedge.auc),
    interval(around),
    `${short(reach, 2)} ${hedge.auc >= reach ? '✓' : '✗'}`,
    short(hedge.ece),
    best.model,
    short(hedge.logLoss / best.logLoss),
    hedge.microsPerEvent.toFixed(0),
  ];
  const curve = CURVE.map(([from, to]) => {
    const part = moments.hedge!.slice(from, to);
    return part.length < 50 ? '—' : short(rocAuc(part));
  });
  return { row: cells, curve };
}
