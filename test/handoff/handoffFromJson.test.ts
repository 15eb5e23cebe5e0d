import { describe, expect, it } from 'vitest';
import { handoffFromJson } from '../../src/handoff/index.js';
import { makeSite } from '../fixtures/makeSite.js';

describe('handoffFromJson', () => {
  it.each([
    [{ type: 'link', href: '/contact', label: 'Ask us' }, 'link', 'Ask us'],
    [{ type: 'mailto', address: 'a@b.example', subject: 'Hi' }, 'mailto', undefined],
    [{ type: 'intercom' }, 'intercom', undefined],
    [{ type: 'intercom', timeoutMs: 10, other: true }, 'intercom', undefined],
  ])('makes %j', (json, name, label) => {
    const handoff = handoffFromJson(json)!;
    expect([handoff.name, handoff.label]).toEqual([name, label]);
  });

  it('hands on every option', () => {
    const { document, assign } = makeSite();
    const handoff = handoffFromJson({ type: 'link', href: '/contact', query: true })!;
    void handoff.open({ page: '/a' }, document);
    expect(assign.mock.calls).toEqual([['https://shop.example/contact?page=%2Fa']]);
  });

  it.each([
    undefined,
    null,
    'link',
    [],
    {},
    { type: 'chat' },
    { type: 'constructor' },
    { type: 'link' },
    { type: 'link', href: 1 },
    { type: 'link', href: '/', label: 2 },
    { type: 'link', href: '/', label: null },
    { type: 'mailto' },
    Object.create({ type: 'intercom' }),
  ])('makes nothing of %j', (json) => {
    expect(handoffFromJson(json)).toBeUndefined();
  });
});
