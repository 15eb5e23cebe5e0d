import type { Decision, Gate, Milliseconds, Signal } from '../../src/types.js';
import type { Replayed, Said } from './Replayed.js';

type SaidDecision = Said & { readonly kind: 'decision' };

/** `1:02.3`, minutes, seconds and tenths. */
export function clockTime(atMs: Milliseconds): string {
  const tenths = Math.max(0, Math.round(atMs / 100));
  const seconds = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${Math.floor(tenths / 600)}:${seconds}`;
}

/** One recording for people: what was found, what would have been shown, and what held it back. */
export function describeReplay(id: string, replayed: Replayed, showAll: boolean): string {
  const { said, durationMs, pages, presses, complaints } = replayed;
  const lines = said.filter((each) => showAll || isTold(each)).map(describeSaid);
  const head = `${id}  ${clockTime(durationMs)}, ${pages} ${pages === 1 ? 'page' : 'pages'}, ${presses} presses`;
  return [
    head,
    ...lines.flat().map((line) => `  ${line}`),
    ...(lines.length === 0 ? ['  nothing found, nothing shown'] : []),
    ...describeHeld(said),
    ...complaints.map((message) => `  note: ${message}`),
    '',
  ].join('\n');
}

/** Calm moments are many and all the same. */
function isTold(said: Said): boolean {
  return said.kind === 'signal' || (said.kind === 'decision' && said.decision.action !== 'none');
}

function describeSaid(said: Said): string[] {
  const at = clockTime(said.atMs).padStart(7);
  if (said.kind === 'route') return [`${at}  page      ${said.route.path}`];
  if (said.kind === 'signal') return [`${at}  signal    ${describeSignal(said.signal)}`];
  return describeDecision(said.decision).map((line, index) =>
    index ? `${' '.repeat(19)}${line}` : `${at}  ${line}`,
  );
}

function describeSignal({ detector, strength, target, evidence }: Signal): string {
  const numbers = Object.entries(evidence).map(([name, value]) => `${name} ${round(value)}`);
  return `${detector} ${strength.toFixed(2)}  ${target || '(no place)'}  ${numbers.join(', ')}`;
}

function describeDecision({ action, shown, risk, threshold, offer, propensity, gates }: Decision) {
  const odds = `risk ${risk.probability.toFixed(2)}, card from ${threshold.toFixed(2)}`;
  const verb = shown ? `SHOW ${action}` : action === 'none' ? 'wait' : `${action} not shown`;
  const closed = gates.filter(({ passed }) => !passed);
  return [
    `${verb.padEnd(10)}${odds}${propensity < 1 ? `, chosen with probability ${propensity.toFixed(2)}` : ''}`,
    ...(shown && offer ? describeOffer(offer) : []),
    ...(shown
      ? [`gates: all ${gates.length} passed`, `because: ${contributions(risk.top)}`]
      : [`held by ${closed.map(describeGate).join('; ') || 'the risk'}`]),
  ];
}

function describeOffer({ kind, articles, handoff, task, reasons }: NonNullable<Decision['offer']>) {
  const [article] = articles;
  const what =
    kind === 'article' && article ? `“${article.title}” (${article.id})` : handoff?.label;
  return [
    `offers ${what ?? kind}${task ? `, task ${task.id}` : ''}`,
    ...(reasons.length ? [`reasons: ${reasons.join('; ')}`] : []),
  ];
}

function contributions(top: Decision['risk']['top']): string {
  const told = top.map(
    ({ feature, contribution }) =>
      `${feature} ${contribution < 0 ? '−' : '+'}${Math.abs(contribution).toFixed(2)}`,
  );
  return told.join(', ') || 'no feature stands out';
}

/** What held help back, over all moments at which the risk was high enough to think of it. */
function describeHeld(said: readonly Said[]): string[] {
  const decisions = said.filter((each): each is SaidDecision => each.kind === 'decision');
  const shown = decisions.filter(({ decision }) => decision.shown).length;
  const counts = new Map<string, number>();
  for (const { decision } of decisions)
    for (const { name, passed } of decision.gates)
      if (!passed) counts.set(name, (counts.get(name) ?? 0) + 1);
  const held = [...counts].sort(([, a], [, b]) => b - a).map(([name, n]) => `${name} ${n}×`);
  const moments = decisions.length === 1 ? 'moment' : 'moments';
  return [
    `  ${decisions.length} ${moments} looked at, ${shown} shown${held.length ? `; gates that were closed: ${held.join(', ')}` : ''}`,
  ];
}

function describeGate({ name, reason }: Gate): string {
  return `${name} (${reason})`;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
