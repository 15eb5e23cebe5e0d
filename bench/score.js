import { OFFER } from './peers/record.js';

/** How long before and after a felt moment a signal of its type is about that moment. */
const EARLY_MS = 2_500;
const LATE_MS = 12_000;

/**
 * Compares what one peer said in one session with what the visitor felt.
 *
 * Each felt moment is found at most once, by the nearest signal of its type; what repeats it within
 * its window counts as nothing, and so does a type that the scenario allows. Everything else is a
 * false alarm.
 *
 * @param {{ raised: readonly import('./session.js').Raised[],
 *   felt: readonly import('./session.js').Felt[], allows: readonly string[] }} session
 * @param {string} peer
 * @returns {{ found: Found[], missed: Felt[], wrong: Raised[] }}
 *
 * @typedef {import('./session.js').Raised} Raised
 * @typedef {import('./session.js').Felt} Felt
 * @typedef {Felt & { delay: number }} Found
 */
export function scoreSession({ raised, felt, allows }, peer) {
  const own = raised.filter((signal) => signal.peer === peer && signal.type !== OFFER);
  const found = [];
  const missed = [];
  const taken = new Set();
  for (const moment of felt.toSorted((a, b) => a.time - b.time)) {
    const signal = own
      .filter((each) => !taken.has(each) && isAbout(each, moment))
      .toSorted((a, b) => a.time - b.time)[0];
    if (signal) {
      taken.add(signal);
      found.push({ ...moment, delay: signal.time - moment.time });
    } else missed.push(moment);
  }
  const wrong = own.filter(
    (signal) => !allows.includes(signal.type) && !felt.some((moment) => isAbout(signal, moment)),
  );
  return { found, missed, wrong };
}

function isAbout(signal, { type, time, since = time }) {
  return (
    signal.type === type &&
    signal.time >= Math.min(since, time - EARLY_MS) &&
    signal.time <= time + LATE_MS
  );
}

/**
 * Sums up all sessions of one peer: for each type, and over all types.
 *
 * @param {readonly import('./session.js').Session[]} sessions
 * @param {string} peer
 * @param {readonly string[]} own the types that this peer has a word for
 */
export function scorePeer(sessions, peer, own) {
  const scored = sessions.map((session) => ({ session, ...scoreSession(session, peer) }));
  const types = new Set(
    scored.flatMap(({ found, missed, wrong }) =>
      [...found, ...missed, ...wrong].map((e) => e.type),
    ),
  );
  const calm = scored.filter(({ session }) => session.felt.length === 0);
  return {
    all: summarise(scored, () => true),
    own: summarise(scored, ({ type }) => own.includes(type)),
    types: Object.fromEntries(
      [...types].map((type) => [type, summarise(scored, (each) => each.type === type)]),
    ),
    offers: {
      calm: calm.filter(({ session }) => hasOffer(session, peer)).length,
      stuck: scored.filter(({ session }) => session.felt.length > 0 && hasOffer(session, peer))
        .length,
    },
    calm: {
      sessions: calm.length,
      ...perSession(calm),
    },
  };
}

function hasOffer({ raised }, peer) {
  return raised.some((each) => each.peer === peer && each.type === OFFER);
}

function perSession(calm) {
  const silent = calm.filter(({ wrong }) => wrong.length === 0).length;
  const signals = calm.reduce((sum, { wrong }) => sum + wrong.length, 0);
  return {
    silentShare: ratio(silent, calm.length),
    signalsEach: ratio(signals, calm.length),
  };
}

function summarise(scored, isOfType) {
  const found = scored.flatMap((each) => each.found.filter(isOfType));
  const missed = scored.flatMap((each) => each.missed.filter(isOfType));
  const wrong = scored.flatMap((each) => each.wrong.filter(isOfType));
  return {
    felt: found.length + missed.length,
    found: found.length,
    wrong: wrong.length,
    precision: ratio(found.length, found.length + wrong.length),
    recall: ratio(found.length, found.length + missed.length),
    medianDelayMs: median(found.map(({ delay }) => delay)),
  };
}

/** Undefined where there is nothing to divide by. */
function ratio(part, whole) {
  return whole === 0 ? undefined : part / whole;
}

/** @param {readonly number[]} values */
export function median(values) {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
