import { describe, expect, it } from 'vitest';
import { scrollAids } from '../../src/browser/scrollAids.js';

/** A window that is told of events, with a timer that is let go by hand. */
function setUp() {
  const listeners = new Map<string, Set<(event: Event) => void>>();
  let wakeUp: (() => void) | undefined;
  const aids = scrollAids({
    on: (types, next) => {
      const all = [types].flat();
      for (const type of all) listeners.set(type, (listeners.get(type) ?? new Set()).add(next));
      return () => all.forEach((type) => listeners.get(type)!.delete(next));
    },
    later: (_, fn) => {
      wakeUp = fn;
      return () => (wakeUp = undefined);
    },
  });
  const send = (type: string, timeStamp: number, target = window) => {
    for (const next of listeners.get(type) ?? []) next({ type, timeStamp, target } as never);
  };
  return {
    aids,
    send,
    isHeard: () => (listeners.get('wheel')?.size ?? 0) > 0,
    wakeUp: () => wakeUp?.(),
    /** One event a frame, up to and without the end. */
    roll: (from: number, to: number) => {
      for (let at = from; at < to; at += 16) send('wheel', at);
    },
  };
}

const window = new EventTarget();

describe('scrollAids', () => {
  it('tell when and where the hand scrolled last', () => {
    const { aids, send } = setUp();
    const close = aids.open();
    expect([aids.at(), aids.place()]).toEqual([-Infinity, undefined]);
    send('wheel', 40);
    expect([aids.at(), aids.place()]).toEqual([40, window]);
    close();
    send('wheel', 900);
    expect(aids.at()).toBe(40);
  });

  it('do not hear a long movement to its end, and take it to go on', () => {
    const { aids, roll, isHeard } = setUp();
    aids.open();
    roll(1000, 1496);
    expect(isHeard()).toBe(true);
    roll(1496, 1520);
    expect(isHeard()).toBe(false);
    expect(aids.at()).toBe(3512);
  });

  it('hear one event after two seconds where it has gone on', () => {
    const { aids, roll, send, wakeUp, isHeard } = setUp();
    aids.open();
    roll(1000, 1520);
    wakeUp();
    expect(isHeard()).toBe(true);
    send('wheel', 3528);
    expect(isHeard()).toBe(false);
  });

  it('hear every event of one that begins after a pause, and of notches', () => {
    const { aids, roll, send, wakeUp, isHeard } = setUp();
    aids.open();
    roll(1000, 1520);
    wakeUp();
    roll(4000, 4400);
    expect(aids.at()).toBeLessThan(4400);
    for (let at = 5000; at < 9000; at += 120) send('wheel', at);
    expect(isHeard()).toBe(true);
  });

  it('listen again from a press or key on, as what the page does then may be its answer', () => {
    for (const type of ['pointerdown', 'keydown']) {
      const { aids, roll, send, isHeard } = setUp();
      aids.open();
      roll(1000, 1520);
      send(type, 2000);
      expect(aids.at()).toBe(1512);
      expect(isHeard()).toBe(true);
      send('wheel', 2010);
      expect(aids.at()).toBe(2010);
    }
  });

  it('share one listener, which is gone with the last of them', () => {
    const { aids, roll, isHeard, wakeUp } = setUp();
    const closes = [aids.open(), aids.open()];
    closes[0]!();
    expect(isHeard()).toBe(true);
    roll(1000, 1520);
    closes[1]!();
    wakeUp();
    expect(isHeard()).toBe(false);
  });
});
