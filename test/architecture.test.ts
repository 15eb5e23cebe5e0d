import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The picture in ARCHITECTURE.md, as data: siblings never import each other's values. */
const FOLDERS = [
  'browser',
  'detectors',
  'features',
  'models',
  'learner',
  'outcomes',
  'intent',
  'policy',
  'prompts',
  'handoff',
  'storage',
  'evaluation',
  'inspector',
];
/** Free to all; they import nothing but each other. */
/** Composition: connects the others. */
const ROOTS = ['brain'];
const SHARED = ['tools', 'errors', 'guard', 'types'];

/** `evaluation` plays recordings through the very parts that run in a page: in Node, never in a page. */
const PLAYS: Record<string, readonly string[]> = {
  'evaluation/recorded/': ['features', 'models', 'learner', 'prior'],
};

/** Each heavy dependency has one home, so it can be replaced or left out of a file. */
const ONE_HOME: Record<string, RegExp> = {
  '@tensorflow/': /^learner\//,
  idb: /^storage\//,
  minisearch: /^intent\/search\.ts$/,
  regexparam: /^intent\//,
};

const SRC = join(process.cwd(), 'src');
const VALUE_IMPORT = /^(?:import|export) (?!type\b)[^;]*?from '([^']+)'/gms;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' });
const imports = files
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const source = readFileSync(join(SRC, file), 'utf8');
    return [...source.matchAll(VALUE_IMPORT)].map(([, to]) => ({ file, to: to! }));
  });
const folder = (path: string) => path.split('/')[0]!.replace(/\.[jt]s$/, '');

const isPlayed = (file: string, to: string) =>
  Object.entries(PLAYS).some(
    ([under, parts]) =>
      file.startsWith(under) && parts.some((part) => new RegExp(`/${part}[/.]`).test(to)),
  );

describe('architecture', () => {
  it('knows every folder', () => {
    const found = readdirSync(SRC, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect([...FOLDERS, ...ROOTS, 'tools'].sort()).toEqual(found.sort());
  });

  it.each(FOLDERS)('%s imports values from itself and what is shared', (name) => {
    const strangers = imports
      .filter(({ file, to }) => folder(file) === name && to.startsWith('.'))
      .filter(({ file, to }) => !isPlayed(file, to))
      .map(({ file, to }) => ({ file, to: folder(relative(SRC, join(SRC, dirname(file), to))) }))
      .filter(({ to }) => ![name, ...SHARED].includes(to));
    expect(strangers).toEqual([]);
  });

  it('keeps tools free of everything else', () => {
    const outside = imports.filter(
      ({ file, to }) => folder(file) === 'tools' && to.includes('../'),
    );
    expect(outside).toEqual([]);
  });

  it.each(Object.entries(ONE_HOME))('%s has one home', (dependency, home) => {
    const importers = imports.filter(({ to }) => to === dependency || to.startsWith(dependency));
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter(({ file }) => !home.test(file))).toEqual([]);
  });
});
