/** `npm run sizes:readme`: writes the table of sizes in README.md anew, from `npm run size`. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const TABLE = /<!-- sizes -->[\s\S]*?<!-- \/sizes -->/;

const sizes = JSON.parse(
  execFileSync('node_modules/.bin/size-limit', ['--json'], { encoding: 'utf8' }),
);
const budgets = JSON.parse(readFileSync('package.json', 'utf8'))['size-limit'];
const rows = sizes.map(({ name, size }, i) => {
  const { path, limit } = budgets[i];
  return `| \`${path.replace('dist/', '')}\` | ${name} | ${(size / 1000).toFixed(1)} kB | ${limit} |`;
});
const table = ['| File | | Size | Budget |', '|---|---|---|---|', ...rows].join('\n');
const readme = readFileSync('README.md', 'utf8');
writeFileSync('README.md', readme.replace(TABLE, `<!-- sizes -->\n${table}\n<!-- /sizes -->`));
console.log(table);
