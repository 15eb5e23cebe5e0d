/**
 * What it may cost at most, over the bare page; `share` is against the cheapest peer. A press has no
 * limit: it is a hand's, with the page's own answer and all that is looked at for seconds after.
 */
export const LIMITS = {
  busyMs: { name: 'Script in 20 s of busy input', unit: 'ms', max: 100, share: 1 / 3 },
  moveUs: { name: 'A mouse move', unit: 'µs', max: 5 },
  clickUs: { name: 'A click that a script makes', unit: 'µs', max: 50 },
  pressUs: { name: 'A press, with all that comes of it', unit: 'µs' },
  startMs: { name: 'Script at the start', unit: 'ms', max: 30 },
  nodesMs: { name: '10 000 nodes added and removed', unit: '%', max: 20 },
  nodesAfterPressMs: { name: 'The same right after a press', unit: '%', max: 20 },
  longTasks: { name: 'Tasks of its own over 50 ms', unit: '', max: 0 },
  heapMb: { name: 'Heap', unit: 'MB', max: 1.5 },
};

/**
 * Best of all runs of one variant: on a machine with other work, the least is nearest the truth.
 *
 * @param {readonly Awaited<ReturnType<typeof import('./measureCost.js').measureCost>>[]} runs
 * @param {string} id
 * @returns {Record<string, number>}
 */
export function bestOf(runs, id) {
  const least = (read) => Math.min(...runs.map(read));
  const isOwn = ({ sourceURL }) => sourceURL.includes(id);
  return {
    ...Object.fromEntries(
      Object.keys(LIMITS)
        .filter((key) => key !== 'longTasks')
        .map((key) => [key, least((run) => run[key])]),
    ),
    longTasks: least(({ longScripts }) => longScripts.filter(isOwn).length),
  };
}

/** What a variant adds to the bare page: per cent for the nodes, else its own unit. */
export function overBare(best, bare) {
  return Object.fromEntries(
    Object.entries(LIMITS).map(([key, { unit }]) => [
      key,
      unit === '%' ? (best[key] / bare[key] - 1) * 100 : best[key] - bare[key],
    ]),
  );
}

/**
 * Limits that ours breaks, in words; none is the goal.
 *
 * @param {Record<string, number>} ours
 * @param {readonly Record<string, number>[]} peers
 */
export function brokenLimits(ours, peers) {
  return Object.entries(LIMITS).flatMap(([key, { name, unit, max = Infinity, share }]) => {
    const least = Math.min(...peers.map((peer) => peer[key]));
    return [
      ...(ours[key] > max ? [`${name}: ${show(ours[key])} ${unit}, at most ${max}`] : []),
      ...(share && ours[key] > least * share
        ? [`${name}: ${show(ours[key])} ${unit}, at most a third of ${show(least)}`]
        : []),
    ];
  });
}

/** @param {Record<string, Record<string, number>>} over by name, ours first */
export function toCostTable(over) {
  const names = Object.keys(over);
  const rows = Object.entries(LIMITS).map(([key, { name, unit, max, share }]) =>
    row([
      `${name}${unit && `, ${unit}`}`,
      max === undefined ? '' : `≤ ${max}${share ? ' and ≤ ⅓ of each' : ''}`,
      ...names.map((each) => show(over[each][key])),
    ]),
  );
  const head = ['Over the bare page', 'Limit', ...names];
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}

function show(value) {
  return value.toFixed(Math.abs(value) < 10 ? 1 : 0);
}

function row(cells) {
  return `| ${cells.join(' | ')} |`;
}
