import { runInThisContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { STRICT_POLICY } from '../../scripts/demoServer.js';
import type { MlpTraining } from '../../src/learner/trainMlp.js';
import type { Row, TrainingState } from '../../src/learner/protocol.js';
import { bundleLearner } from '../fixtures/bundleLearner.js';
import { makeRows } from '../fixtures/makeRows.js';
import { bundle, useChromium } from './harness.js';

const { open } = useChromium();

const HTML = '<!doctype html><html lang=en><title>t</title><script src="/host.js"></script>';

/** A page with an error handler of its own, and a way to start the learner. */
const HOST = `
  import { createTrainer } from './src/learner/index.ts';
  import { mlp } from './src/models/mlp.ts';
  const seen = { codes: [], pageErrors: 0, violations: [], weights: [] };
  addEventListener('error', () => (seen.pageErrors += 1));
  addEventListener('unhandledrejection', () => (seen.pageErrors += 1));
  document.addEventListener('securitypolicyviolation', (e) => seen.violations.push(e.violatedDirective));
  const start = (url) =>
    createTrainer({
      url, nFeatures: 6, window,
      report: ({ code }) => seen.codes.push(code),
      onWeights: (weights) => seen.weights.push(weights),
    });
  const learn = (trainer, rows) => trainer.learn(rows.map(({ x, y, w }) => ({ x: Float64Array.from(x), y, w })));
  const forward = (weights, x) => {
    const model = mlp({ nFeatures: 6 });
    if (!model.setWeights(weights)) throw new Error('refused');
    return model.predictProbaOne(Float64Array.from(x));
  };
  Object.assign(window, { seen, start, learn, forward });
`;

interface Host {
  seen: {
    codes: string[];
    pageErrors: number;
    violations: string[];
    weights: TrainingState['weights'][];
  };
  start(url: string): { learn: unknown };
  learn(trainer: unknown, rows: readonly Row[]): void;
  forward(weights: unknown, x: readonly number[]): number;
}
declare const window: Host;

/** Trains both learners on one stream, the same code wherever it runs. */
const LADDER = `
  import { riskModel } from './src/models/riskModel.ts';
  import { trainMlp } from './src/learner/trainMlp.ts';
  globalThis.trainMlp = trainMlp;
  globalThis.climb = (rows, size) => {
    const risk = riskModel({ featureNames: ['a', 'b', 'c', 'd', 'e', 'f'] });
    const network = trainMlp({ nFeatures: 6 });
    for (let i = 0; i < rows.length; i += size) {
      const batch = rows.slice(i, i + size);
      risk.learnMany(batch.map(({ x, y, w }) => ({ x: Float64Array.from(x), y, w })));
      network.learnMany(batch);
      risk.mlp.setWeights(network.getState().weights);
    }
    return rows.slice(0, 50).map(({ x }) => {
      const { probability, models } = risk.assess(Float64Array.from(x));
      return [probability, ...Object.values(models).flatMap((m) => [m.probability, m.weight]), ...network.predictProbaMany([x])];
    });
  };
`;

type TrainMlp = (options: { nFeatures: number }) => MlpTraining;
type Climb = (rows: readonly Row[], size: number) => number[][];

describe('the learner in a page', () => {
  let climb: Climb;
  let trainMlp: TrainMlp;
  beforeAll(async () => {
    runInThisContext(await bundleLearner(LADDER));
    ({ climb, trainMlp } = globalThis as never);
  });

  it('trains in its worker under a strict policy, to the weights it comes to in Node', async () => {
    const scripts = {
      'host.js': await bundle(HOST),
      'beforehand.learner.js': await bundleLearner(),
    };
    const { page, errors, requests } = await open({ html: HTML, scripts, policy: STRICT_POLICY });
    const rows = makeRows(300);
    await page.evaluate((all) => {
      // Two assistants: the second one shares the first one's policy.
      window.start('/beforehand.learner.js');
      const trainer = window.start('/beforehand.learner.js');
      for (let i = 0; i < all.length; i += 50) window.learn(trainer, all.slice(i, i + 50));
    }, rows);
    await page.waitForFunction(() => window.seen.weights.length === 6);

    const seen = await page.evaluate(() => window.seen);
    expect(seen).toMatchObject({ codes: [], pageErrors: 0, violations: [] });
    expect(errors).toEqual([]);
    expect(requests.filter((url) => url.endsWith('/beforehand.learner.js'))).toHaveLength(2);

    const reference = trainMlp({ nFeatures: 6 });
    for (let i = 0; i < rows.length; i += 50) reference.learnMany(rows.slice(i, i + 50));
    const { weights } = reference.getState();
    for (const [name, layer] of Object.entries(weights)) {
      const theirs = seen.weights.at(-1)![name as keyof typeof weights];
      layer.forEach((value, i) => expect(theirs[i]).toBeCloseTo(value, 6));
    }
    const said = await page.evaluate(([last, x]) => window.forward(last, x), [
      seen.weights.at(-1),
      rows[0]!.x,
    ] as const);
    // TensorFlow.js counts in 32 bits, the page in 64.
    const difference = said - reference.predictProbaMany([rows[0]!.x])[0]!;
    expect(Math.abs(difference)).toBeLessThan(1e-6);
  });

  it.each([
    ['a policy without workers', "script-src 'self'; worker-src 'none'", '/beforehand.learner.js'],
    [
      'a policy that knows only other names',
      "require-trusted-types-for 'script'; trusted-types mine",
      '/beforehand.learner.js',
    ],
    ['a file that is missing', "script-src 'self'", '/missing.js'],
    ['a page in place of the file', "script-src 'self'", '/page.js'],
    ['a file of another origin', '', 'https://cdn.example/beforehand.learner.js'],
    ['a URL that is none', '', 'http://:::'],
  ])('says once that its worker is blocked: %s', async (_, policy, url) => {
    const scripts = { 'host.js': await bundle(HOST), 'beforehand.learner.js': 'postMessage(1)' };
    const { page } = await open({ html: HTML, scripts, policy });
    await page.route('**/missing.js', (route) => route.fulfill({ status: 404 }));
    await page.route('**/page.js', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.evaluate(([from, rows]) => window.learn(window.start(from), rows), [
      url,
      makeRows(3),
    ] as const);
    await page.waitForFunction(() => window.seen.codes.length > 0);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => window.seen)).toMatchObject({
      codes: ['worker-blocked'],
      pageErrors: 0,
      weights: [],
    });
  });

  it('keeps an error inside the worker from the page', async () => {
    const scripts = {
      'host.js': await bundle(HOST),
      'throws.js': `onmessage = () => { postMessage({ type: 'ready' }); setTimeout(() => { throw new Error('boom'); }, 50); }`,
    };
    const { page, errors, requests } = await open({ html: HTML, scripts, policy: STRICT_POLICY });
    await page.evaluate(() => window.start('/throws.js'));
    // It comes back for a second try.
    await expect
      .poll(() => requests.filter((url) => url.endsWith('/throws.js')).length, { timeout: 10_000 })
      .toBe(2);
    expect(await page.evaluate(() => window.seen)).toMatchObject({ codes: [], pageErrors: 0 });
    expect(errors).toEqual([]);
  });

  it.each([1, 100, 10_000])(
    'comes to the same numbers as in Node, in batches of %i',
    async (size) => {
      const rows = makeRows(2_000);
      const here = climb(rows, size);
      const html = HTML.replace('host.js', 'ladder.js');
      const { page, errors } = await open({
        html,
        scripts: { 'ladder.js': await bundleLearner(LADDER) },
        policy: STRICT_POLICY,
      });
      const there = await page.evaluate(
        ([all, n]) => (globalThis as unknown as { climb: Climb }).climb(all, n),
        [rows, size] as const,
      );
      expect(errors).toEqual([]);
      there.flat().forEach((value, i) => expect(value).toBeCloseTo(here.flat()[i]!, 6));
      // Numbers that say something: the moments are told apart.
      const said = here.map(([probability]) => probability!);
      expect(Math.max(...said) - Math.min(...said)).toBeGreaterThan(0.1);
    },
  );
});
