import { describe, expect, it } from 'vitest';
import { mailto } from '../../src/handoff/index.js';
import { makeHandoffContext } from '../fixtures/makeHandoffContext.js';
import { makeSite } from '../fixtures/makeSite.js';

describe('mailto', () => {
  it('starts a mail with the context in plain words under the space to write in', () => {
    const { document, assign } = makeSite();
    const handoff = mailto({ address: 'help@shop.example', subject: 'Help & more' });
    expect(handoff.isPresent(document)).toBe(true);
    expect(handoff.open(makeHandoffContext(), document)).toBe(true);
    const url = new URL(assign.mock.calls[0]![0]);
    expect(url.protocol + url.pathname).toBe('mailto:help@shop.example');
    expect(url.search).not.toContain('+');
    expect([...url.searchParams]).toEqual([
      ['subject', 'Help & more'],
      ['body', '\r\n\r\n--\r\npage: /shipping\r\nstep: 2\r\nerror: HTTP 500\r\nteam: orders'],
    ]);
  });

  it('leaves the subject to the visitor when there is none', () => {
    const { document, assign } = makeSite();
    void mailto({ address: 'help@shop.example' }).open({ page: '/' }, document);
    expect(assign.mock.calls[0]![0]).toMatch(/^mailto:help@shop\.example\?body=/);
  });

  it.each(['', 'help', 'a@b.example,c@d.example', 'a@b.example?bcc=x@y.example', 'a@b.example%0a'])(
    'is absent for the address "%s"',
    (address) => {
      const { document, assign } = makeSite();
      expect(mailto({ address }).isPresent(document)).toBe(false);
      expect(mailto({ address }).open(makeHandoffContext(), document)).toBe(false);
      expect(assign).not.toHaveBeenCalled();
    },
  );
});
