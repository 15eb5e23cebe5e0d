import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { seededRandom } from '../../src/tools/seededRandom.js';
import { makeDecisionRecord } from '../fixtures/makeDecisionRecord.js';
import { el, makeVisit } from '../fixtures/makeVisit.js';

const CLI = 'dist/cli.js';

// Each test starts processes, and a busy machine takes its time over them.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeAll(() => {
  if (!existsSync(CLI)) throw new Error(`${CLI} is missing: npm run build`);
  folder = mkdtempSync(join(tmpdir(), 'beforehand-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built file as a process of its own. */
function beforehand(
  args: readonly string[],
  { input = '', stopAfter = Infinity } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...args]);
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.length >= stopAfter) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', (code) => resolve({ code, out, err }));
    // It may be gone before it has read everything.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** People who press "reset" a lot fail more often. */
function recordings(n: number, seed = 1): string {
  const random = seededRandom(seed);
  return Array.from({ length: n }, (_, i) => {
    const isLost = random() < 0.4;
    const events = Array.from({ length: 12 }, (__, k) => [
      1000 * (k + 1),
      'click',
      random() < (isLost ? 0.7 : 0.2) ? 'reset' : 'apply',
      String(k % 3),
    ]);
    return JSON.stringify({
      id: `${seed}-${i}`,
      user: `u${seed}-${i}`,
      label: Number(isLost),
      endMs: 15_000,
      events,
    });
  }).join('\n');
}

function deadVisit(): string {
  const visit = makeVisit(
    el('body', {}, el('main', {}, el('button', { id: 'apply', type: 'button' }, 'Apply'))),
  );
  for (const at of [40_000, 40_200, 40_400, 40_600, 44_000]) visit.press(at, 'apply');
  visit.end(50_000);
  return JSON.stringify(visit.events);
}

describe('every command', () => {
  it.each(['replay', 'train', 'merge', 'evaluate', 'report'])('helps with %s', async (name) => {
    const { code, out, err } = await beforehand([name, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: beforehand ${name}`);
  });

  it.each([
    [['replay'], 'no recording given'],
    [['replay', 'x', '--batch', '3'], '--batch is no flag of this command; known are --config'],
    [
      ['train', 'x', '--batch', '0'],
      '--batch is "0"; give a whole number of 1 or more, as --batch 100',
    ],
    [['train', 'x', '--batch'], '--batch needs a value'],
    [['train', 'x', '--cut', 'soon'], '--cut'],
    [['evaluate', 'x', '--delay', '5m'], '--delay is "5m"; give 0, 60s, session or visit'],
    [['replay', 'x', '--config', '/none.json'], '--config /none.json cannot be read'],
    [['fly'], 'there is no command "fly"'],
    [[], 'Usage: beforehand <command>'],
  ])('says what is wrong with %j, and how to mend it', async (args, message) => {
    const { code, err, out } = await beforehand(args);
    expect(err).toContain(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('fails when nothing could be read', async () => {
    const { code, err } = await beforehand(['train', join(folder, 'none.jsonl')]);
    expect(code).toBe(1);
    expect(err).toContain('none.jsonl: there is no such file; skipped');
  });

  it('ends quietly when nobody reads on', async () => {
    const many = file(
      'many.jsonl',
      Array.from({ length: 300 }, () => `{"id":"v","events":${deadVisit()}}`).join('\n'),
    );
    const { code, err } = await beforehand(['replay', many, '--json'], { stopAfter: 100 });
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('replay', () => {
  const config = () =>
    file(
      'config.json',
      JSON.stringify({ articles: [{ id: 'coupons', title: 'Coupons', url: '/c' }] }),
    );

  it('prints what would have been shown, when and why', async () => {
    const { code, out } = await beforehand([
      'replay',
      file('v.json', deadVisit()),
      '--config',
      config(),
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/0:42\.5 {2}signal {4}deadClick 0\.50 {2}main>button/);
    expect(out).toMatch(/SHOW (card|badge)/);
    expect(out).toContain('“Coupons” (coupons)');
    expect(out).toMatch(/gates: all \d+ passed/);
  });

  it('prints the difference of two configurations, and what it cannot know', async () => {
    const never = file('never.json', JSON.stringify({ limits: { perSession: 0 } }));
    const visit = file('v.json.gz', gzipSync(deadVisit()));
    const { out } = await beforehand(['replay', visit, '--config', config(), '--against', never]);
    expect(out).toContain('0 the same, 0 changed, 1 fewer, 0 more');
    expect(out).toContain('What a recording cannot tell');
  });

  it('reads standard input and writes JSON', async () => {
    const { out } = await beforehand(['replay', '-', '--json'], { input: deadVisit() });
    const { signals, durationMs } = JSON.parse(out) as {
      signals: { detector: string }[];
      durationMs: number;
    };
    expect(durationMs).toBe(50_000);
    expect(signals.map(({ detector }) => detector)).toContain('rageClick');
  });

  it('plays recorded actions through the same policy', async () => {
    const events = Array.from({ length: 8 }, (_, i) => [40_000 + i * 150, 'click', 30, 40]);
    const line = JSON.stringify({ id: 'stuck', user: 'u', endMs: 60_000, events });
    const { code, out } = await beforehand(['replay', '-'], { input: `${line}\n${line}` });
    expect(code).toBe(0);
    expect(out).toMatch(/^stuck {2}1:00\.0, 1 page, 8 presses/);
    expect(out).not.toContain('deadClick');
  });

  it('says why it cannot replay other things', async () => {
    const { code, err } = await beforehand(['replay', file('t.csv', 'a,b\n1,2\n')]);
    expect(code).toBe(1);
    expect(err).toContain('t.csv:2: is a row of a table; use evaluate or train; skipped');
  });
});

describe('train, merge and evaluate', () => {
  it('learn a prior that evaluation can start from', async () => {
    const first = file('first.jsonl', recordings(120, 1));
    const later = file('later.jsonl.gz', gzipSync(recordings(60, 2)));
    const prior = join(folder, 'prior.json');
    expect(await beforehand(['train', first, '--batch', '8', '--out', prior])).toMatchObject({
      code: 0,
      out: '',
    });
    const hedge = async (...more: string[]) => {
      const { out } = await beforehand(['evaluate', later, '--cut', '6actions', '--json', ...more]);
      const { rows } = JSON.parse(out) as { rows: Record<string, unknown>[] };
      return rows.find(({ model }) => model === 'hedge')!;
    };
    const [cold, warm] = [await hedge(), await hedge('--prior', prior)];
    expect(Object.keys(cold)).toEqual([
      ...[
        'model',
        'n',
        'positives',
        'auc',
        'prAuc',
        'logLoss',
        'brier',
        'ece',
        'alert',
        'microsPerEvent',
      ],
    ]);
    expect(Number(warm.logLoss)).toBeLessThan(Number(cold.logLoss));
  });

  it('train in parts and merge from standard input', async () => {
    const parts = await Promise.all(
      [1, 2].map((seed) =>
        beforehand(['train', '-', '--partial'], { input: recordings(20, seed) }),
      ),
    );
    const one = await beforehand(['merge', '-'], { input: parts[0]!.out });
    expect(one.out).toBe(parts[0]!.out);
    const inOrder = await beforehand(['merge', '-'], {
      input: parts.map(({ out }) => out).join(''),
    });
    const turned = await beforehand(['merge', '-'], {
      input: parts
        .map(({ out }) => out)
        .reverse()
        .join(''),
    });
    expect(inOrder.code).toBe(0);
    expect(turned.out).toBe(inOrder.out);
    expect((JSON.parse(inOrder.out) as { weights: { n: number[] } }).weights.n).toEqual([40]);
    // A part is a prior to evaluate with, too.
    const prior = file('part.json', parts[0]!.out);
    const later = file('later-parts.jsonl', recordings(10, 3));
    const { code, err } = await beforehand(['evaluate', later, '--prior', prior, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('name a broken line, skip it and count it', async () => {
    const lines = recordings(12).split('\n');
    lines[4] = '{"id": 1';
    lines[7] = '{"id":"x","user":"u","label":2,"events":[]}';
    const path = file('broken.jsonl', lines.join('\n'));
    const { code, err } = await beforehand(['train', path, '--out', join(folder, 'p.json')]);
    expect(code).toBe(0);
    expect(err).toContain('broken.jsonl:5: not JSON; skipped');
    expect(err).toContain('broken.jsonl:8: "label"');
    expect(err).toContain('skipped 2, read 10');
  });

  it('tell what is wrong with a line, and end with 1 where nothing could be read', async () => {
    const wrong = [
      '{"id":"x","user":"u","label":1,"events":[["soon","click"]]}',
      '{"id":"x","user":"u","label":1}',
    ];
    const { code, err } = await beforehand(['train', file('wrong.jsonl', wrong.join('\n'))]);
    expect(code).toBe(1);
    expect(err).toContain(
      'wrong.jsonl:1: "events[0][0]" is string; it has to be a number of milli',
    );
    expect(err).toContain(
      'wrong.jsonl:2: is neither a recording, an export nor a table; a recording is {',
    );
  });

  it('print a table for people, also of a table', async () => {
    const rows = Array.from(
      { length: 200 },
      (_, i) => `${i % 2},${(i * 7) % 5},${i % 2 ? 'UP' : 'DOWN'}`,
    );
    const { code, out, err } = await beforehand(['evaluate', '-', '--delay', '3'], {
      input: ['x,z,class', ...rows].join('\n'),
    });
    expect(code).toBe(0);
    expect(err).toBe('"UP" counts as 1\n');
    expect(out).toMatch(/^200 predictions, 100 of them/);
    expect(out).toMatch(/model +AUC +PR-AUC +log loss +Brier +ECE +precision +recall +accuracy/);
  });

  it('take rrweb recordings with labels', async () => {
    const lines = Array.from(
      { length: 6 },
      (_, i) => `{"id":"v${i}","user":"u${i}","label":${i % 2},"events":${deadVisit()}}`,
    );
    const { code, out } = await beforehand(['evaluate', '-', '--json'], {
      input: lines.join('\n'),
    });
    expect(code).toBe(0);
    expect((JSON.parse(out) as { rows: { n: number }[] }).rows[0]!.n).toBe(6);
  });

  it('tell how far they are when asked to', async () => {
    const { err } = await beforehand(['train', '-', '--progress'], { input: recordings(210) });
    expect(err.trim().split('\n')).toEqual([
      'reading -, line 1',
      '40 % learned from 100 of 210',
      '90 % learned from 200 of 210',
      '100 % learned from 210 of 210',
    ]);
  });
});

describe('report', () => {
  it('makes a page of an export', async () => {
    const decisions = Array.from({ length: 50 }, (_, i) =>
      makeDecisionRecord({ at: 1e12 + i * 1e6 }),
    );
    const exported = file('export.json', JSON.stringify({ models: {}, pending: [], decisions }));
    const out = join(folder, 'report.html');
    expect(await beforehand(['report', exported, '--out', out])).toMatchObject({
      code: 0,
      err: '',
    });
    expect(readFileSync(out, 'utf8')).toMatch(/^<!doctype html>[^]*Report of one device/);
    const { rows } = JSON.parse((await beforehand(['evaluate', exported, '--json'])).out) as {
      rows: unknown[];
    };
    expect(rows).toHaveLength(2);
  });
});
