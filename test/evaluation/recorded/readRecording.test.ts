import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../src/evaluation/index.js';

const good = { id: 'a', user: 'u', events: [[5, 'click', 1, 2]] };

describe('readRecording', () => {
  it('reads what is there, and leaves out what is not', () => {
    expect(readRecording({ ...good, label: 1, endMs: 9, rating: 5 })).toEqual({
      ...good,
      label: 1,
      endMs: 9,
    });
  });

  it('puts events in the order of time', () => {
    const events = [
      [9, 'click', 1, 2],
      [3, 'start', 'page'],
    ];
    expect(readRecording({ ...good, events }).events.map(([ms]) => ms)).toEqual([3, 9]);
  });

  it.each([
    [8, 'deletion'],
    [13, 'enter'],
    [65, 'character'],
    [16, 'other'],
    ['Backspace', 'deletion'],
    ['q', 'character'],
    ['Shift', 'other'],
  ])('keeps of the key %s its class alone', (key, kind) => {
    const { events } = readRecording({ ...good, events: [[1, 'keydown', 'k', key]] });
    expect(events).toEqual([[1, 'key', kind]]);
  });

  it.each([
    [null, 'a recording is null'],
    [[], 'a recording is an array'],
    [{ ...good, user: 7 }, '"user" is number 7; it has to be a string'],
    [{ ...good, id: undefined }, '"id" is missing'],
    [{ ...good, label: 'bad' }, '"label" is string; it has to be 0 or 1'],
    [{ ...good, endMs: '9' }, '"endMs" is string'],
    [{ ...good, events: {} }, '"events" is object'],
    [{ ...good, events: [[1, 'click'], 'x'] }, '"events[1]" is string'],
    [{ ...good, events: [['1', 'click']] }, '"events[0][0]" is string'],
    [{ ...good, events: [[1, 2]] }, '"events[0][1]" is number 2'],
    [{ ...good, events: [[1, 'click', {}]] }, '"events[0][2]" is object'],
  ])('names what is wrong with %j', (json, message) => {
    expect(() => readRecording(json)).toThrow(
      expect.objectContaining({
        code: 'corrupt-record',
        message: expect.stringContaining(message),
      }),
    );
  });
});
