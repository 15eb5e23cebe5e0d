import { NEVER, Observable, of, Subject, throwError } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { createPresenter } from '../../src/prompts/index.js';
import type { Prompt, PromptEnvironment, PromptOutcome } from '../../src/types.js';
import { makeOffer } from '../fixtures/makeOffer.js';

function present(show: Prompt['show']) {
  const report = vi.fn();
  const environment = () => ({}) as PromptEnvironment;
  return {
    report,
    onOutcome: vi.fn<(outcome: PromptOutcome) => void>(),
    presenter: createPresenter({ prompt: { name: 'test', show }, environment, report }),
  };
}

describe('createPresenter', () => {
  it('tells what the visitor did, once', () => {
    const { presenter, onOutcome } = present(() => of<PromptOutcome[]>('notNow', 'closed'));
    presenter.show(makeOffer(), 'card', onOutcome);
    expect(onOutcome.mock.calls).toEqual([['notNow']]);
    expect(presenter.isOpen()).toBe(false);
  });

  it('counts one that is taken away unanswered as ignored', () => {
    const { presenter, onOutcome } = present(() => NEVER);
    presenter.show(makeOffer(), 'card', onOutcome);
    expect(presenter.isOpen()).toBe(true);
    presenter.withdraw();
    expect(onOutcome.mock.calls).toEqual([['ignored']]);
    expect(presenter.isOpen()).toBe(false);
  });

  it('leaves what the visitor has opened until it is hidden', () => {
    const outcomes$ = new Subject<PromptOutcome>();
    const { presenter, onOutcome } = present(() => outcomes$);
    presenter.show(makeOffer(), 'card', onOutcome);
    outcomes$.next('accepted');
    presenter.withdraw();
    expect(presenter.isOpen()).toBe(true);
    presenter.hide();
    expect(presenter.isOpen()).toBe(false);
    expect(onOutcome.mock.calls).toEqual([['accepted']]);
  });

  it('shows one at a time', () => {
    let open = 0;
    const { presenter, onOutcome } = present(
      () =>
        new Observable(() => {
          open += 1;
          return () => (open -= 1);
        }),
    );
    presenter.show(makeOffer(), 'card', onOutcome);
    presenter.show(makeOffer(), 'badge', onOutcome);
    expect(open).toBe(1);
    expect(onOutcome.mock.calls).toEqual([['ignored']]);
  });

  it.each([
    ['throws', () => { throw new Error('theirs'); }], // prettier-ignore
    ['fails', () => throwError(() => new Error('theirs'))],
  ] satisfies [string, Prompt['show']][])(
    'reports a prompt that %s, and counts it as ignored',
    (_, show) => {
      const { presenter, onOutcome, report } = present(show);
      presenter.show(makeOffer(), 'card', onOutcome);
      expect(report.mock.calls.map(([error]) => (error as { code: string }).code)).toEqual([
        'callback-error',
      ]);
      expect(onOutcome.mock.calls).toEqual([['ignored']]);
      expect(presenter.isOpen()).toBe(false);
    },
  );
});
