import { describe, expect, it } from 'vitest';
import { english } from '../../src/prompts/index.js';
import { previewOf } from '../../src/prompts/previewOf.js';
import { makeHandoffContext } from '../fixtures/makeHandoffContext.js';

describe('previewOf', () => {
  it('names everything that will be sent', () => {
    expect(previewOf(makeHandoffContext({ task: 'Check out' }), english)).toBe(
      'We will send: page /shipping, step 2, error HTTP 500, team orders, task Check out.',
    );
  });

  it('leaves out what is empty', () => {
    expect(previewOf({ page: '/', task: '' }, english)).toBe('We will send: page /.');
  });

  it('uses the words it is given', () => {
    const messages = { ...english, willSend: 'Wir senden: {items}.', page: 'Seite' };
    expect(previewOf({ page: '/' }, messages)).toBe('Wir senden: Seite /.');
  });
});
