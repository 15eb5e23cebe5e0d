import { nameOf, OURS } from './peers.js';
import { scorePeer, scoreSession } from './score.js';

/** The signals there are, in the order of the tables. */
export const TYPES = [
  ...['rageClick', 'keyboardRage', 'deadClick', 'blockedClick', 'slowResponse', 'errorClick'],
  ...['thrashedCursor', 'scrollThrash', 'quickBack', 'pageLoop', 'formStruggle', 'formAbandon'],
  ...['repeatedSearch', 'refresh', 'exitIntent', 'idleAfterError', 'deadSwipe', 'helpSeeking'],
];

/** Which of them each peer has a word for. */
const HAS = {
  posthog: ['rageClick', 'deadClick', 'deadSwipe'],
  datadog: ['rageClick', 'deadClick', 'errorClick'],
  sentry: ['rageClick', 'deadClick', 'slowResponse'],
  amplitude: ['rageClick', 'deadClick', 'errorClick', 'thrashedCursor'],
  mixpanel: ['rageClick', 'deadClick'],
};

/**
 * What is written to the disk: every number, and what it is made of.
 *
 * @param {{ sessions: readonly import('./session.js').Session[], peers: readonly string[] }} options
 */
export function toResult({ sessions, peers, ...about }) {
  const sound = sessions.filter(({ error }) => !error);
  return {
    ...about,
    calmSessions: sound.filter(({ felt }) => felt.length === 0).length,
    stuckSessions: sound.filter(({ felt }) => felt.length > 0).length,
    unseenMoments: sound.reduce((sum, session) => sum + countUnseen(session), 0),
    failed: sessions
      .filter(({ error }) => error)
      .map(({ scenario, seed, error }) => ({ scenario, seed, error })),
    peers: Object.fromEntries(peers.map((peer) => [peer, scorePeer(sound, peer, ownTypes(peer))])),
    sessions,
  };
}

/**
 * The summary for the README: all types of each peer, then each type.
 *
 * @param {ReturnType<typeof toResult>} result
 */
export function toMarkdown({ date, versions, peers, missing, seeds, ...counts }) {
  const { calmSessions, stuckSessions, unseenMoments } = counts;
  const ids = Object.keys(peers);
  const { offers } = peers[OURS.id] ?? { offers: { calm: 0, stuck: 0 } };
  const head = ['', ...ids.map((id) => `${nameOf(id)} ${versions[id]}`)];
  const all = (name, show) => row([name, ...ids.map((id) => show(peers[id]))]);
  const types = TYPES.map((type) =>
    row([`\`${type}\``, ...ids.map((id) => showType(id, type, peers[id].types[type]))]),
  );
  return [
    `${calmSessions} calm and ${stuckSessions} stuck sessions, ${seeds} of each scenario, ${date.slice(0, 10)}; again with \`npm run bench:signals\`.`,
    '',
    row(head),
    row(head.map(() => '---')),
    all('Precision', ({ all: { precision } }) => share(precision)),
    all('Recall, all types', ({ all: { recall } }) => share(recall)),
    all('Recall, own types', (scored) => share(scored.own.recall)),
    all('Median delay', ({ all: { medianDelayMs } }) => delay(medianDelayMs)),
    all('Calm sessions without a signal', ({ calm }) => share(calm.silentShare)),
    all('Signals a calm session', ({ calm }) => calm.signalsEach?.toFixed(2) ?? '–'),
    ...types,
    '',
    'By type: precision / recall / median delay; – where a peer has no such signal.',
    `Of the calm sessions ${offers.calm}, of the stuck ones ${offers.stuck} would have brought an offer of help.`,
    ...(unseenMoments > 0 ? [toUnseen(unseenMoments)] : []),
    ...missing.map((line) => `Not measured, because: ${line}.`),
  ].join('\n');
}

function countUnseen(session) {
  const { missed } = scoreSession(session, OURS.id);
  return missed.filter(({ type }) => session.unseen.includes(type)).length;
}

function toUnseen(count) {
  return `Of the moments that we missed ${count} cannot be seen by events, observers and Performance entries: in Chromium there is no entry of a failed request whose body the page never reads.`;
}

/** What one would mend next: our misses and false alarms, by scenario. */
export function toFaults(sessions, peer = OURS.id) {
  return sessions
    .filter(({ error }) => !error)
    .flatMap((session) => {
      const { missed, wrong } = scoreSession(session, peer);
      const { scenario, seed } = session;
      return [
        ...missed.map(({ type }) => `miss   ${type.padEnd(15)} ${scenario} (seed ${seed})`),
        ...wrong.map(
          ({ type, on }) => `false  ${type.padEnd(15)} ${scenario} (seed ${seed}) on ${on}`,
        ),
      ];
    })
    .toSorted();
}

function showType(id, type, scored) {
  if (id !== OURS.id && !HAS[id].includes(type)) return '–';
  if (!scored) return '';
  const { precision, recall, medianDelayMs } = scored;
  return `${share(precision)} / ${share(recall)} / ${delay(medianDelayMs)}`;
}

function share(value) {
  return value === undefined ? '–' : value.toFixed(2).replace(/^0/, '');
}

function delay(ms) {
  return ms === undefined ? '–' : `${Math.round(ms)} ms`;
}

function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

function ownTypes(peer) {
  return peer === OURS.id ? TYPES : HAS[peer];
}
