import { describe, expect, it, vi } from 'vitest';
import { addListener } from '../../src/browser/listen.js';

const onReport = vi.fn();

describe('addListener', () => {
  it('asks once an event whether it is passed over, whoever hears, and only of presses', () => {
    const target = new EventTarget();
    const isSkipped = vi.fn(({ type }: Event) => type !== 'click');
    const heard: string[] = [];
    const types = ['pointerdown', 'click', 'focusin', 'focus', 'scroll'];
    for (const who of ['a', 'b'])
      addListener(target, types, ({ type }) => heard.push(who + type), onReport, isSkipped);
    for (const type of types) target.dispatchEvent(new Event(type));
    expect(isSkipped.mock.calls.map(([{ type }]) => type)).toEqual([
      'pointerdown',
      'click',
      'focusin',
    ]);
    expect(heard).toEqual(['aclick', 'bclick', 'afocus', 'bfocus', 'ascroll', 'bscroll']);
  });

  it('tells the others when one throws, and no one who was removed meanwhile', () => {
    const target = new EventTarget();
    const heard: string[] = [];
    const remove = [() => {}];
    addListener(target, 'x', () => remove[0]!(), onReport);
    remove[0] = addListener(target, 'x', () => heard.push('gone'), onReport);
    addListener(target, 'x', () => expect.unreachable('reported'), onReport);
    addListener(target, 'x', () => heard.push('last'), onReport);
    target.dispatchEvent(new Event('x'));
    expect(heard).toEqual(['last']);
    expect(onReport).toHaveBeenCalledOnce();
  });
});
