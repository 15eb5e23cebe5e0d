import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, join } from 'node:path';

const DIST = join(import.meta.dirname, '../dist');

/**
 * Where a CPU profile's time went, by source line: own time of each place in the SDK's scripts.
 *
 * @param {{ nodes: readonly any[], samples: readonly number[], timeDeltas: readonly number[] }} profile
 * @param {string} id only scripts whose URL has this in it
 * @param {number} [count]
 */
export function hotSpots({ nodes, samples, timeDeltas }, id, count = 25) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const spent = new Map();
  for (const [i, sample] of samples.entries()) {
    const { callFrame } = byId.get(sample);
    if (!callFrame.url.includes(id)) continue;
    const place = toPlace(callFrame);
    spent.set(place, (spent.get(place) ?? 0) + timeDeltas[i] / 1000);
  }
  const total = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
  const lines = [...spent].toSorted((a, b) => b[1] - a[1]).slice(0, count);
  return [
    `${total.toFixed(0)} ms in ${id}`,
    ...lines.map(([place, ms]) => `${ms.toFixed(1).padStart(8)} ms  ${place}`),
  ].join('\n');
}

function toPlace({ functionName, url, lineNumber, columnNumber }) {
  const entry = mapOf(url)?.findEntry(lineNumber, columnNumber);
  const source = entry?.originalSource;
  if (!source) return `${functionName} ${basename(url)}:${lineNumber + 1}:${columnNumber + 1}`;
  return `${functionName} ${source.replace(/^(\.\.\/)+/, '')}:${entry.originalLine + 1}`;
}

const maps = new Map();

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
