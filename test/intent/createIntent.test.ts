// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BeforehandError } from '../../src/errors.js';
import { createIntent, type TaskEvent } from '../../src/intent/index.js';
import type { Task } from '../../src/types.js';
import { makeTask } from '../fixtures/makeTask.js';

/** A visitor whose every move takes a second. */
function visit(tasks: readonly Task[], clock = { ms: 0, wallMs: 1e12 }) {
  const events: TaskEvent[] = [];
  const errors: BeforehandError[] = [];
  const shown = new Set<string>();
  let pathname = '/';
  const intent = createIntent({
    tasks,
    location: () => ({ pathname }) as Location,
    document,
    isShown: (selector) => shown.has(selector),
    report: (error) => void errors.push(error),
    clock: { now: () => clock.ms, wallTime: () => clock.wallMs },
  });
  intent.events$.subscribe((event) => events.push(event));
  const later = (ms = 1000) => {
    clock.ms += ms;
    clock.wallMs += ms;
    return clock.ms;
  };
  return {
    intent,
    clock,
    later,
    shown,
    errors,
    goTo: (path: string) => {
      pathname = path;
      intent.onRoute(later());
    },
    tick: () => intent.onTick(later()),
    press: (selector: string) => intent.onMatch(selector, later()),
    current: () => intent.current(clock.ms),
    /** What happened since it was last asked, as `started buy`. */
    happened: () => events.splice(0).map(({ kind, task }) => (task ? `${kind} ${task}` : kind)),
  };
}

const buy = makeTask({ contact: '/contact', team: 'orders' });

describe('createIntent', () => {
  it('follows a task from its start over its steps to its success', () => {
    const { goTo, happened, current } = visit([buy]);
    goTo('/');
    expect(happened()).toEqual([]);
    goTo('/cart');
    expect(happened()).toEqual(['started buy']);
    expect(current()).toMatchObject({ step: 0, nSteps: 3, startedAt: 2000, progressAt: 2000 });
    goTo('/shipping');
    expect(happened()).toEqual(['progressed buy']);
    expect(current()).toMatchObject({ step: 1, startedAt: 2000, progressAt: 3000 });
    goTo('/order/7');
    expect(happened()).toEqual(['success buy']);
    expect(current().task).toBeUndefined();
  });

  it('names the task, its team and how likely it is', () => {
    const { goTo, current } = visit([buy]);
    goTo('/cart');
    // The start was met (3) on a route of the task (9): 27 to 1.
    expect(current().task).toEqual({
      id: 'buy',
      name: buy.name,
      team: 'orders',
      probability: 27 / 28,
    });
  });

  it('counts going back as no progress, and coming forward again neither', () => {
    const { goTo, happened, current } = visit([buy]);
    for (const path of ['/cart', '/shipping', '/payment']) goTo(path);
    happened();
    for (const path of ['/shipping', '/payment']) goTo(path);
    expect(happened()).toEqual([]);
    expect(current().step).toBe(2);
  });

  it('starts in the middle for who comes by a link', () => {
    const { goTo, happened, current } = visit([buy]);
    goTo('/payment');
    expect(happened()).toEqual(['started buy']);
    expect(current().step).toBe(2);
  });

  it('ignores the success of a task that nobody has begun', () => {
    const { goTo, happened } = visit([buy]);
    goTo('/order/7');
    expect(happened()).toEqual([]);
  });

  it('starts anew after a success, but not while the page stays the same', () => {
    const { goTo, happened, shown, tick } = visit([makeTask({ success: '#saved' })]);
    goTo('/cart');
    shown.add('#saved');
    tick();
    tick();
    expect(happened()).toEqual(['started buy', 'success buy']);
    goTo('/');
    goTo('/cart');
    expect(happened()).toEqual(['started buy']);
  });

  it('tells when a task is left and come back to', () => {
    const { goTo, happened, current } = visit([buy]);
    goTo('/cart');
    goTo('/');
    goTo('/about');
    expect(happened()).toEqual(['started buy', 'left buy']);
    // Met (3, almost new) off its route (1/20): less likely than something else.
    expect(current().task).toBeUndefined();
    goTo('/cart');
    expect(happened()).toEqual(['resumed buy']);
    expect(current().task?.id).toBe('buy');
  });

  it('takes the task whose page it is for likelier than one that was left half-way', () => {
    const account = makeTask({ id: 'account', start: '/account', steps: [] });
    const { goTo, current } = visit([buy, account]);
    for (const path of ['/cart', '/shipping', '/payment', '/account']) goTo(path);
    expect(current().task?.id).toBe('account');
    goTo('/payment');
    expect(current().task?.id).toBe('buy');
  });

  it('cannot tell that a task is left whose places are not all paths', () => {
    const { goTo, happened } = visit([makeTask({ start: ['/cart', '#buy'] })]);
    goTo('/cart');
    goTo('/');
    expect(happened()).toEqual(['started buy']);
  });

  it('tells when help is asked for, in the task and outside', () => {
    const { goTo, happened } = visit([buy, makeTask({ id: 'other', contact: '/contact' })]);
    goTo('/contact');
    expect(happened()).toEqual(['contacted']);
    goTo('/');
    goTo('/cart');
    goTo('/contact');
    expect(happened()).toEqual([
      'started buy',
      'started other',
      'contacted buy',
      'contacted other',
    ]);
  });

  describe('with selectors', () => {
    const form = makeTask({
      id: 'form',
      start: '#form',
      steps: ['#first', '#second'],
      success: '#done',
      contact: ['#ask', '#first'],
    });

    it('lists each of them once', () => {
      expect(visit([form, buy]).intent.selectors).toEqual([
        '#form',
        '#first',
        '#second',
        '#done',
        '#ask',
      ]);
    });

    it('starts when one appears and goes on when one is pressed', () => {
      const { shown, tick, press, happened, current } = visit([form]);
      shown.add('#form');
      tick();
      tick();
      press('#second');
      press('#unknown');
      expect(happened()).toEqual(['started form', 'progressed form']);
      expect(current()).toMatchObject({ step: 1, nSteps: 2 });
    });

    it('takes a contact element for a cry for help when it is pressed or appears later', () => {
      const { shown, tick, press, happened, goTo } = visit([makeTask({ contact: '#chat' })]);
      shown.add('#chat');
      goTo('/cart');
      tick();
      expect(happened()).toEqual(['started buy']);
      press('#chat');
      expect(happened()).toEqual(['contacted buy']);
      shown.delete('#chat');
      tick();
      shown.add('#chat');
      tick();
      expect(happened()).toEqual(['contacted buy']);
    });
  });

  describe('with functions', () => {
    it('asks them at routes and ticks, and counts them when they become true', () => {
      let isOn = false;
      const { tick, goTo, happened } = visit([makeTask({ start: () => isOn, steps: [] })]);
      goTo('/');
      isOn = true;
      tick();
      tick();
      expect(happened()).toEqual(['started buy']);
    });

    it('reports one that throws once, and goes on', () => {
      const start = () => {
        throw new Error('of the host');
      };
      const { tick, goTo, happened, errors } = visit([makeTask({ start })]);
      goTo('/');
      tick();
      goTo('/shipping');
      expect(errors.map(({ code }) => code)).toEqual(['callback-error']);
      expect(happened()).toEqual(['started buy']);
    });
  });

  describe('without tasks', () => {
    it('is one task without a name, whose progress is the first interaction', () => {
      const { intent, goTo, later, happened, current } = visit([]);
      goTo('/');
      intent.onInteraction(later());
      intent.onInteraction(later());
      expect(happened()).toEqual(['started', 'progressed']);
      expect(current()).toEqual({
        step: -1,
        nSteps: 0,
        startedAt: 0,
        progressAt: 2000,
        entropyBits: 0,
      });
    });
  });

  describe('task', () => {
    it('says by hand what happens', () => {
      const { intent, happened, current } = visit([buy]);
      intent.task('buy').start().progress().progress('/payment');
      expect(happened()).toEqual(['started buy', 'progressed buy', 'progressed buy']);
      expect(current()).toMatchObject({ task: { id: 'buy' }, step: 2 });
      intent.task('buy').abandon().abandon();
      expect(happened()).toEqual(['abandoned buy']);
      intent.task('buy').success();
      expect(happened()).toEqual(['success buy']);
    });

    it('keeps progress later than the start, even within one millisecond', () => {
      const { intent, current } = visit([buy]);
      intent.task('buy').start().progress();
      expect(current().progressAt).toBeGreaterThan(current().startedAt);
    });

    it('names an unknown task once', () => {
      const { intent, errors } = visit([buy]);
      intent.task('bye').start().progress().success().abandon();
      intent.task('bye').start();
      expect(errors.map(({ code, message }) => [code, message])).toEqual([
        ['invalid-config', 'no task is called "bye"; known are buy'],
      ]);
    });

    it.each([[3], [-1], [0.5], ['/nowhere']])('refuses the step %s', (step) => {
      const { intent, errors, happened } = visit([buy]);
      intent.task('buy').progress(step);
      expect(errors.map(({ code }) => code)).toEqual(['invalid-config']);
      expect(happened()).toEqual([]);
    });
  });

  it('leaves out what cannot be used, by name', () => {
    const { errors, intent } = visit([
      makeTask({ success: 'a[' }),
      makeTask({ name: 'the second' }),
      makeTask({ id: 'odd', start: 7 as unknown as string }),
    ]);
    expect(intent.selectors).toEqual([]);
    expect(errors.map(({ message }) => message.split(' is ')[0])).toEqual([
      'success "a[" of task "buy"',
      'task "buy"',
      'start 7 of task "odd"',
    ]);
  });

  describe('over a page load', () => {
    const saved = () => {
      const first = visit([buy]);
      first.goTo('/cart');
      first.goTo('/shipping');
      return JSON.parse(JSON.stringify(first.intent.getState())) as unknown;
    };
    // Saved at 2 s; the next page loads 8 s later, on a clock of its own.
    const next = (awayMs = 8000) =>
      visit([makeTask({ id: 'new', start: '/new', steps: [] }), buy], {
        ms: 0,
        wallMs: 1e12 + 2000 + awayMs,
      });

    it('goes on with the tasks that are open, by their age', () => {
      const { intent, goTo, happened, current } = next();
      expect(intent.setState(saved())).toBe(true);
      expect(current()).toMatchObject({ step: 1, startedAt: -9000, progressAt: -8000 });
      goTo('/payment');
      expect(happened()).toEqual(['progressed buy']);
      goTo('/order/7');
      expect(happened()).toEqual(['success buy']);
    });

    it('tells that the next page left the task', () => {
      const { intent, goTo, happened } = next();
      intent.setState(saved());
      goTo('/');
      expect(happened()).toEqual(['left buy']);
    });

    it('starts the anonymous task once', () => {
      const first = visit([]);
      first.goTo('/');
      const second = visit([]);
      second.intent.setState(first.intent.getState());
      second.goTo('/');
      expect(second.happened()).toEqual([]);
    });

    it('begins anew after half an hour', () => {
      const { intent, current } = next(30 * 60_000 + 1);
      expect(intent.setState(saved())).toBe(false);
      expect(current().task).toBeUndefined();
    });

    it('makes the past no younger when the clock was set back', () => {
      const { intent, current } = next(-1e9);
      expect(intent.setState(saved())).toBe(true);
      expect(current().startedAt).toBe(-1000);
    });

    it('refuses whatever is not a state', () => {
      fc.assert(
        fc.property(fc.anything(), (state) => {
          const { intent, current } = visit([buy]);
          const before = current();
          expect(intent.setState(state)).toBe(false);
          expect(current()).toEqual(before);
        }),
      );
    });
  });

  it('has an intent that makes sense, whatever the visitor does', () => {
    const tasks = [
      buy,
      makeTask({ id: 'form', start: '#form', steps: ['#next'], success: '#done' }),
    ];
    const anyMove = fc.oneof(
      fc.record({ goTo: fc.constantFrom('/', '/cart', '/shipping', '/contact', '/order/1') }),
      fc.record({ press: fc.constantFrom('#form', '#next', '#done') }),
      fc.record({ wait: fc.nat(1e7) }),
      fc.record({ say: fc.constantFrom('start', 'progress', 'success', 'abandon') } as const),
    );
    fc.assert(
      fc.property(fc.array(anyMove), (moves) => {
        const { goTo, press, later, intent, current } = visit(tasks);
        for (const move of moves) {
          if ('goTo' in move) goTo(move.goTo);
          else if ('press' in move) press(move.press);
          else if ('wait' in move) later(move.wait);
          else intent.task('buy')[move.say]();
          const { task, step, nSteps, startedAt, progressAt, entropyBits } = current();
          if (task) expect(task.probability > 0 && task.probability < 1).toBe(true);
          expect(step >= -1 && step < Math.max(nSteps, 1)).toBe(true);
          expect(progressAt).toBeGreaterThanOrEqual(startedAt);
          expect(entropyBits >= 0 && entropyBits <= Math.log2(3) + 1e-9).toBe(true);
        }
      }),
    );
  });

  it('completes its events when it is stopped', () => {
    const { intent, goTo, happened } = visit([buy]);
    let isComplete = false;
    intent.events$.subscribe({ complete: () => (isComplete = true) });
    intent.stop();
    intent.stop();
    goTo('/cart');
    expect(isComplete).toBe(true);
    expect(happened()).toEqual([]);
  });
});
