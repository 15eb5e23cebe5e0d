import { describe, expect, it } from 'vitest';
import { answerRequests, type WorkerScope } from '../../src/learner/answerRequests.js';
import { isFromWorker, type FromWorker } from '../../src/learner/protocol.js';
import { makeRows } from '../fixtures/makeRows.js';

function serve() {
  const answers: FromWorker[] = [];
  const scope: WorkerScope = { onmessage: null, postMessage: (message) => answers.push(message) };
  answerRequests(scope);
  return { answers, ask: (data: unknown) => scope.onmessage!({ data } as MessageEvent) };
}

const START = { type: 'start', nFeatures: 6, saved: { version: 1, recent: [] } };

describe('answerRequests', () => {
  it('answers a start with ready and a batch with the weights', () => {
    const { answers, ask } = serve();
    ask(START);
    ask({ type: 'learn', id: 4, rows: makeRows(3) });
    expect(answers.map(({ type }) => type)).toEqual(['ready', 'learned']);
    expect(answers[1]).toMatchObject({ id: 4 });
    expect(answers.every((answer) => isFromWorker(answer, 6))).toBe(true);
  });

  it.each([
    ['nothing', undefined, -1],
    ['an unknown type', { type: 'eval', id: 2 }, 2],
    ['features of another shape', { type: 'learn', id: 3, rows: [{ x: [1], y: 1, w: 1 }] }, 3],
    [
      'a feature that is not a number',
      { type: 'learn', id: 3, rows: [{ x: [1, 2, 3, 4, 5, NaN], y: 1, w: 1 }] },
      3,
    ],
    ['another label', { type: 'learn', id: 3, rows: [{ x: [1, 2, 3, 4, 5, 6], y: 2, w: 1 }] }, 3],
    [
      'a damaged state',
      { ...START, saved: { version: 1, recent: [], training: { weights: {} } } },
      -1,
    ],
  ])('answers %s with failed', (_, data, id) => {
    const { answers, ask } = serve();
    ask(START);
    ask(data);
    expect(answers[1]).toEqual({ type: 'failed', id });
    ask({ type: 'learn', id: 9, rows: makeRows(1) });
    expect(answers[2]).toMatchObject({ type: 'learned', id: 9 });
  });

  it('learns nothing before it was started', () => {
    const { answers, ask } = serve();
    ask({ type: 'learn', id: 1, rows: makeRows(1) });
    expect(answers).toEqual([{ type: 'failed', id: 1 }]);
  });
});
