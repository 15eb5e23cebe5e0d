import type { Signal } from '../types.js';
import { bar } from './bar.js';
import type { Log } from './createLog.js';
import type { Elements } from './elements.js';
import { foldable } from './foldable.js';
import { newestFirst } from './newestFirst.js';
import { toEvidence } from './numbers.js';
import type { Section } from './Section.js';
import { setText } from './setText.js';
import { timeAgo } from './timeAgo.js';

/** A longer path keeps its end, which says most. */
const MAX_PATH = 52;

/** What the detectors have found, newest first. */
export function signalsSection(make: Elements, { signals }: Log): Section {
  const list = newestFirst(make, {
    items: signals.items,
    toRow: (signal) => signalRow(make, signal),
    empty: 'No signals yet. Rage clicks, dead clicks, refused forms and the like come up here.',
  });
  return foldable(make, {
    title: 'Signals',
    note: () => count(signals.items.length),
    content: list.nodes,
    draw: list.draw,
  });
}

function signalRow(make: Elements, signal: Signal): Section {
  const { html } = make;
  const { detector, target, strength, evidence, context, time } = signal;
  const age = html('span', 'age');
  const path = html('div', 'path', shorten(target || 'the page'));
  path.title = target;
  const meter = bar(make, 'plain');
  meter.set(strength);

  const root = html(
    'li',
    '',
    html('div', 'line', html('b', '', detector), age),
    path,
    html(
      'div',
      'line measure',
      meter.root,
      html('span', 'value', strength.toFixed(2)),
      html('span', 'muted', toEvidence(evidence)),
    ),
  );
  if (context) root.append(html('div', 'muted', `context: ${context}`));
  return { root, draw: (now) => setText(age, timeAgo(now - time)) };
}

function shorten(path: string): string {
  return path.length > MAX_PATH ? `…${path.slice(1 - MAX_PATH)}` : path;
}

function count(n: number): string {
  return n > 0 ? String(n) : '';
}
