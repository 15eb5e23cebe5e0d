// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { groupRates } from '../../../cli/report/groupRates.js';
import { reliabilityBins } from '../../../cli/report/reliabilityBins.js';
import { toPage } from '../../../cli/report/toPage.js';
import type { DecisionRecord } from '../../../src/types.js';
import { makeDecisionRecord } from '../../fixtures/makeDecisionRecord.js';

/** `n` decisions, every fourth of which ended badly, at a risk that says so. */
function records(n: number, given: Partial<DecisionRecord> = {}): DecisionRecord[] {
  return Array.from({ length: n }, (_, i) =>
    makeDecisionRecord({
      at: 1_700_000_000_000 + i * 3_600_000,
      ...(i % 4 === 0 &&
        ({ label: 1, kind: 'abandoned', predicted: { rules: 0.5, hedge: 0.8 } } as const)),
      ...given,
    }),
  );
}

const parse = (page: string) => new DOMParser().parseFromString(page, 'text/html');
const textOf = (page: string) => parse(page).body.textContent ?? '';

describe('the page', () => {
  it('stands by itself: no script, no address, nothing from the input as markup', () => {
    const name = '<img src=x onerror=alert(1)>.json';
    const page = toPage([{ name, records: records(60, { groups: ['<b>mouse'] }) }]);
    const document = parse(page);
    expect(document.querySelectorAll('script,img,link,iframe,[src],[href]')).toHaveLength(0);
    expect(page).not.toMatch(/https?:\/\//);
    expect(document.body.textContent).toContain(name);
    expect(document.querySelectorAll('section h2')).toHaveLength(5);
  });

  it('describes each plot in words', () => {
    const document = parse(toPage([{ name: 'a', records: records(60) }]));
    for (const plot of document.querySelectorAll('svg.plot'))
      expect(plot.getAttribute('aria-label')?.length).toBeGreaterThan(10);
  });

  it('says that one device cannot tell whether help helps', () => {
    expect(textOf(toPage([{ name: 'a', records: records(60) }]))).toContain(
      'Not enough data: an answer needs 30',
    );
  });

  it('knows of many devices', () => {
    const devices = Array.from({ length: 80 }, (_, i) => ({
      name: `${i}`,
      records: records(1, {
        arm: i % 2 ? 'holdout' : 'treated',
        kind: i % 2 ? 'abandoned' : 'success',
      }),
    }));
    expect(textOf(toPage(devices))).toContain('Prompting lowers the share');
  });

  it('is made of decisions of which nothing is known, too', () => {
    const unknown = makeDecisionRecord({ censored: true });
    expect(textOf(toPage([{ name: 'a', records: [unknown] }]))).toContain('Nothing is known yet');
  });
});

describe('reliability', () => {
  it('has the mean of what was said and the share of what came', () => {
    const scored = Array.from(
      { length: 40 },
      (_, i) => ({ probability: i < 20 ? 0.1 : 0.7, y: i % 20 < 2 || i >= 30 ? 1 : 0 }) as const,
    );
    const bins = reliabilityBins(scored);
    expect(bins.map(({ n }) => n)).toEqual([20, 20]);
    expect(bins[0]!.said).toBeCloseTo(0.1);
    expect(bins[0]!.came).toBeCloseTo(0.1);
    expect(bins[1]!.came).toBeCloseTo(0.6);
    expect(bins[0]!.low).toBeLessThan(0.1);
    expect(bins[0]!.high).toBeGreaterThan(0.1);
  });
});

describe('rates by group', () => {
  it('count alerts at one threshold for all', () => {
    const mouse = records(80, { groups: ['mouse'] });
    const keyboard = records(20, { groups: ['keyboard'], predicted: { hedge: 0.9 } });
    const { threshold, groups } = groupRates([...mouse, ...keyboard]);
    expect(threshold).toBe(0.9);
    expect(groups).toMatchObject([
      { group: 'keyboard', falseAlarms: { hits: 15, of: 15 }, found: { hits: 5, of: 5 } },
      { group: 'mouse', falseAlarms: { hits: 0, of: 60 }, found: { hits: 0, of: 20 } },
    ]);
  });
});
