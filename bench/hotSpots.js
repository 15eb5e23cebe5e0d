import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, join } from 'node:path';

const DIST = join(import.meta.dirname, '../dist');
const maps = new Map();

/**
 * Where a CPU profile's time went, by place in the source: its own, and with all that it called.
 *
 * @param {{ nodes: readonly any[], samples: readonly number[], timeDeltas: readonly number[] }} profile
 * @param {string} id only scripts whose URL has this in it
 * @param {number} [count]
 */
export function hotSpots({ nodes, samples, timeDeltas }, id, count = 45) {
  const parents = new Map(
    nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node])),
  );
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const spent = new Map();
  let total = 0;
  for (const [i, sample] of samples.entries()) {
    const ms = timeDeltas[i] / 1000;
    const places = stackOf(byId.get(sample), parents)
      .filter(({ url }) => url.includes(id))
      .map(toPlace);
    if (places.length > 0) total += ms;
    for (const [n, place] of [...new Set(places)].entries()) {
      const at = spent.get(place) ?? { own: 0, all: 0 };
      spent.set(place, { own: at.own + (n === 0 ? ms : 0), all: at.all + ms });
    }
  }
  const lines = [...spent]
    .filter(([place]) => !place.includes('node_modules'))
    .toSorted(([, a], [, b]) => b.all - a.all)
    .slice(0, count)
    .map(([place, { own, all }]) => `${column(all)} ${column(own)}  ${place}`);
  return [`${total.toFixed(0)} ms in ${id}`, '  all, ms   own, ms', ...lines].join('\n');
}

function stackOf(node, parents) {
  const frames = [];
  for (let at = node; at; at = parents.get(at.id)) frames.push(at.callFrame);
  return frames;
}

function column(ms) {
  return ms.toFixed(1).padStart(9);
}

function toPlace({ functionName, url, lineNumber, columnNumber }) {
  const entry = mapOf(url)?.findEntry(lineNumber, columnNumber);
  const source = entry?.originalSource;
  if (!source) return `${functionName} ${basename(url)}:${lineNumber + 1}:${columnNumber + 1}`;
  return `${source.replace(/^(\.\.\/)+/, '')}:${entry.originalLine + 1}`;
}

function mapOf(url) {
  const file = join(DIST, `${basename(new URL(url).pathname)}.map`);
  if (!maps.has(file)) {
    maps.set(
      file,
      existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined,
    );
  }
  return maps.get(file);
}
