/** `node bench/readme.js`: puts the newest results between their markers in README.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toMarkdown } from './report.js';

const HERE = import.meta.dirname;
const README = join(HERE, '../README.md');

const tables = {
  'bench:signals': (result) => toMarkdown(result),
  'bench:overhead': ({ table, date, load, runs }) =>
    `${table}\n\nBest of ${runs[''].length}, ${date.slice(0, 10)}, load ${load.toFixed(1)}; again with \`npm run bench:overhead\`.`,
};

let readme = readFileSync(README, 'utf8');
for (const [name, toTable] of Object.entries(tables)) {
  const file = join(HERE, 'results', `${name.replace('bench:', '')}.json`);
  if (existsSync(file)) readme = place(name, toTable(JSON.parse(readFileSync(file, 'utf8'))));
}
writeFileSync(README, readme);

function place(name, table) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from < 0 || to < 0) {
    console.error(`README.md has no ${start} … ${end}; its table is not placed.`);
    return readme;
  }
  return `${readme.slice(0, from + start.length)}\n${table}\n${readme.slice(to)}`;
}
