import { describe, expect, it } from 'vitest';
import { english } from '../../src/prompts/index.js';

const { reasons, ...rest } = english;
const words = [...Object.values(rest), ...Object.values(reasons)];

describe('english', () => {
  it.each([
    'rageClick',
    'deadClick',
    'blockedClick',
    'errorClick',
    'formStruggle',
    'idleAfterError',
    'repeatedSearch',
    'slowResponse',
    ...['keyboardRage', 'deadSwipe', 'formAbandon', 'quickBack', 'pageLoop', 'refresh'],
    'helpSeeking',
    'long',
    'other',
  ])('has words for %s that fit into "Because …."', (reason) => {
    expect(reasons[reason]).toMatch(/^[a-z].*[^.]$/);
  });

  it('neither blames nor speaks of how the visitor feels', () => {
    for (const word of words) {
      expect(word).not.toMatch(
        /you (failed|seem|are)|your (mistake|error)|frustrat|struggl|notice/i,
      );
    }
  });

  it('uses only the places that are filled in', () => {
    const places = words.flatMap((word) => word.match(/\{\w+\}/g) ?? []);
    expect([...new Set(places)].sort()).toEqual(
      ['{items}', '{reasons}', '{shortcut}', '{task}', '{title}'].sort(),
    );
  });
});
