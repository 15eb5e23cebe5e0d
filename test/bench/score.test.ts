import { describe, expect, it } from 'vitest';
import { median, scorePeer, scoreSession } from '../../bench/score.js';

const raise = (type: string, time: number, peer = 'a') => ({ peer, type, on: '', time });
const feel = (type: string, time: number) => ({ type, time });

function session(changes: object = {}) {
  return {
    ...{
      scenario: 's',
      seed: 1,
      ms: 0,
      raised: [],
      felt: [],
      allows: [],
      unseen: [],
      pageErrors: [],
    },
    ...changes,
  };
}

describe('scoreSession', () => {
  it('finds a felt moment by a signal of its type, and says how late it came', () => {
    const { found, missed, wrong } = scoreSession(
      session({ felt: [feel('deadClick', 1000)], raised: [raise('deadClick', 3500)] }),
      'a',
    );

    expect(found).toEqual([{ type: 'deadClick', time: 1000, delay: 2500 }]);
    expect([missed, wrong]).toEqual([[], []]);
  });

  it('counts a signal that nobody felt as wrong, and a moment without one as missed', () => {
    const { missed, wrong } = scoreSession(
      session({ felt: [feel('deadClick', 1000)], raised: [raise('rageClick', 1500)] }),
      'a',
    );

    expect(missed).toEqual([feel('deadClick', 1000)]);
    expect(wrong).toEqual([raise('rageClick', 1500)]);
  });

  it('counts what repeats a found moment as nothing', () => {
    const raised = [raise('rageClick', 1000), raise('rageClick', 2000)];

    const { found, wrong } = scoreSession(
      session({ felt: [feel('rageClick', 1000)], raised }),
      'a',
    );

    expect([found.length, wrong.length]).toEqual([1, 0]);
  });

  it('gives each of two moments a signal of its own', () => {
    const felt = [feel('deadClick', 1000), feel('deadClick', 1500)];

    const one = scoreSession(session({ felt, raised: [raise('deadClick', 3600)] }), 'a');
    const two = scoreSession(
      session({ felt, raised: [raise('deadClick', 3600), raise('deadClick', 4100)] }),
      'a',
    );

    expect([one.found.length, one.missed.length]).toEqual([1, 1]);
    expect(two.found.map(({ delay }) => delay)).toEqual([2600, 2600]);
  });

  it('takes what a scenario allows for neither right nor wrong', () => {
    const allows = ['deadClick'];

    const { found, wrong } = scoreSession(
      session({ allows, raised: [raise('deadClick', 900)] }),
      'a',
    );

    expect([found.length, wrong.length]).toEqual([0, 0]);
  });

  it('calls a signal of the right type at another time wrong', () => {
    const felt = [feel('refresh', 20_000)];

    const { missed, wrong } = scoreSession(
      session({ felt, raised: [raise('refresh', 5000)] }),
      'a',
    );

    expect([missed.length, wrong.length]).toEqual([1, 1]);
  });

  it('listens to one peer at a time, and to no offers', () => {
    const raised = [raise('rageClick', 100, 'b'), raise('offer', 200)];

    expect(scoreSession(session({ raised }), 'a').wrong).toEqual([]);
  });
});

describe('scorePeer', () => {
  it('sums up all types, the peer’s own, and the calm sessions', () => {
    const sessions = [
      session({ felt: [feel('rageClick', 1000)], raised: [raise('rageClick', 1010)] }),
      session({ felt: [feel('refresh', 1000)], raised: [] }),
      session({ raised: [raise('rageClick', 500), raise('offer', 600)] }),
      session(),
    ];

    const { all, own, calm, offers, types } = scorePeer(sessions, 'a', ['rageClick']);

    expect(all).toMatchObject({ precision: 0.5, recall: 0.5, medianDelayMs: 10 });
    expect(own).toMatchObject({ precision: 0.5, recall: 1 });
    expect(calm).toEqual({ sessions: 2, silentShare: 0.5, signalsEach: 0.5 });
    expect(offers).toEqual({ calm: 1, stuck: 0 });
    expect(types.refresh).toMatchObject({ felt: 1, found: 0, recall: 0 });
  });
});

describe('median', () => {
  it('takes the middle, the mean of two, and nothing of nothing', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, undefined]);
  });
});
