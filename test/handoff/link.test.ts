import { describe, expect, it } from 'vitest';
import { link } from '../../src/handoff/index.js';
import { makeHandoffContext } from '../fixtures/makeHandoffContext.js';
import { makeSite } from '../fixtures/makeSite.js';

describe('link', () => {
  it('leads to a page of the site in the same tab, with nothing in its URL', () => {
    const { document, assign, open } = makeSite();
    expect(link({ href: '/contact' }).open(makeHandoffContext(), document)).toBe(true);
    expect(assign.mock.calls).toEqual([['https://shop.example/contact']]);
    expect(open).not.toHaveBeenCalled();
  });

  it('leads to another site in a new tab that learns nothing of this one', () => {
    const { document, assign, open } = makeSite();
    expect(link({ href: 'https://help.example/' }).open(makeHandoffContext(), document)).toBe(true);
    expect(open.mock.calls).toEqual([['https://help.example/', '_blank', 'noopener,noreferrer']]);
    expect(assign).not.toHaveBeenCalled();
  });

  it('puts the context into the URL when told to', () => {
    const { document, assign } = makeSite();
    const handoff = link({ href: '/contact?topic=1#form', query: true });
    void handoff.open({ page: '/shipping', task: 'Check & out' }, document);
    expect(assign.mock.calls).toEqual([
      ['https://shop.example/contact?topic=1&page=%2Fshipping&task=Check+%26+out#form'],
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:a@shop.example', 'https://'])(
    'is absent for %s',
    (href) => {
      const { document, assign, open } = makeSite();
      expect(link({ href }).isPresent(document)).toBe(false);
      expect(link({ href }).open(makeHandoffContext(), document)).toBe(false);
      expect([...assign.mock.calls, ...open.mock.calls]).toEqual([]);
    },
  );

  it('has the label it is given, and none by itself', () => {
    expect(link({ href: '/contact', label: 'Ask us' }).label).toBe('Ask us');
    expect('label' in link({ href: '/contact' })).toBe(false);
  });
});
