import { describe, expect, it } from 'vitest';
import { chooseOffer, createArticles, type OfferInput } from '../../src/intent/index.js';
import type { Article, Intent, Signal } from '../../src/types.js';
import { makeArticle } from '../fixtures/makeArticle.js';
import { makeTask } from '../fixtures/makeTask.js';

const task = makeTask({ team: 'orders', articles: ['delivery'] });
const delivery = makeArticle({ id: 'delivery', tasks: ['buy'], team: 'parcels' });
const handoff = { name: 'link', label: 'Contact us' };
const intent: Intent = {
  task: { id: 'buy', name: task.name, probability: 0.9 },
  step: 1,
  nSteps: 3,
  startedAt: 0,
  progressAt: 0,
  entropyBits: 0,
};
const anonymous: Intent = { step: -1, nSteps: 0, startedAt: 0, progressAt: 0, entropyBits: 0 };

async function offered(input: Partial<OfferInput> & { list?: readonly Article[] } = {}) {
  const { list = [delivery], ...rest } = input;
  const articles = createArticles({
    articles: list,
    loadSearch: () => import('../../src/intent/search.js'),
    report: (error) => {
      throw error;
    },
    lang: 'en',
  });
  await articles.load();
  return chooseOffer({
    intent,
    tasks: [task],
    articles,
    handoff: undefined,
    signals: [],
    top: [],
    lastError: undefined,
    acceptance: {},
    ...rest,
  });
}

const signal = (detector: string, context?: string): Signal => ({
  detector,
  time: 0,
  target: 'button',
  strength: 1,
  evidence: {},
  ...(context && { context }),
});

describe('chooseOffer', () => {
  it('offers the article that fits, with the way to a person beside it', async () => {
    expect(await offered({ handoff })).toEqual({
      kind: 'article',
      task: { id: 'buy', name: task.name },
      step: 1,
      team: 'orders',
      articles: [delivery],
      handoff,
      reasons: ['other'],
    });
  });

  it('offers the way to a person when no article fits', async () => {
    expect(await offered({ intent: anonymous, handoff })).toEqual({
      kind: 'handoff',
      articles: [],
      handoff,
      reasons: ['other'],
    });
  });

  it('offers nothing when there is neither', async () => {
    expect(await offered({ intent: anonymous })).toBeUndefined();
    expect(await offered({ intent: undefined, list: [] })).toBeUndefined();
  });

  it("takes the article's team where the task has none", async () => {
    const { team, ...teamless } = task;
    expect(team).toBe('orders');
    expect((await offered({ tasks: [teamless] }))?.team).toBe('parcels');
  });

  it('lets the words of the place where the trouble is choose the article', async () => {
    const coupon = makeArticle({ id: 'coupon', title: 'Using a coupon', tasks: ['buy'] });
    const list = [delivery, coupon];
    const top = async (input: Partial<OfferInput>) =>
      (await offered({ list, ...input }))?.articles[0];
    expect(await top({})).toBe(delivery);
    expect(await top({ signals: [signal('deadClick', 'coupon')] })).toBe(coupon);
  });

  it('says why by the latest signals, then by what raised the risk', async () => {
    const top = [
      { feature: 'errors30', contribution: 1 },
      { feature: 'idle', contribution: -1 },
    ];
    const [one, two] = [signal('deadClick'), signal('rageClick')];
    expect((await offered({ signals: [one, two, two], top }))?.reasons).toEqual([
      'rageClick',
      'deadClick',
    ]);
    expect((await offered({ signals: [one], top }))?.reasons).toEqual(['deadClick', 'errors']);
  });
});
