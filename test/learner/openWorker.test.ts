import { resolveObjectURL } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { openWorker } from '../../src/learner/openWorker.js';
import { fakeWindow } from '../fixtures/fakeWindow.js';

/** A page that enforces Trusted Types and allows each policy name once. */
function trustingWindow() {
  const { window, workers } = fakeWindow('silent');
  const policies = new Map<string, { createScriptURL(url: string): string }>();
  const trustedTypes = {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }) {
      if (policies.has(name)) throw new TypeError('duplicate policy');
      policies.set(name, rules);
      return { createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) }) };
    },
  };
  return { window: Object.assign(window, { trustedTypes }), workers, policies };
}

describe('openWorker', () => {
  it('passes the plain URL where there are no Trusted Types', () => {
    const { window, workers } = fakeWindow('silent');
    openWorker(window, '/learner.js');
    expect(workers[0]!.url).toBe('/learner.js');
  });

  it('loads a file of another origin from a worker of the own one', async () => {
    const { window, workers } = fakeWindow('silent');
    openWorker(window, 'https://cdn.example/learner.js');
    const script = resolveObjectURL(String(workers[0]!.url));
    expect(await script?.text()).toBe('importScripts("https://cdn.example/learner.js")');
  });

  it('passes a trusted URL through the policy, which serves a second assistant too', () => {
    const { window, workers, policies } = trustingWindow();
    openWorker(window, '/learner.js');
    openWorker(window, '/other.js');
    expect(workers.map(({ url }) => url)).toEqual([
      { trusted: '/learner.js' },
      { trusted: '/other.js' },
    ]);
    expect([...policies.keys()]).toEqual(['beforehand']);
  });

  it('trusts no other URL', () => {
    const { window, policies } = trustingWindow();
    openWorker(window, '/learner.js');
    expect(() => policies.get('beforehand')!.createScriptURL('https://evil.example/x.js')).toThrow(
      TypeError,
    );
  });

  it('throws when the page refuses the policy', () => {
    const { window } = fakeWindow('silent');
    const trustedTypes = {
      createPolicy() {
        throw new TypeError('refused');
      },
    };
    expect(() => openWorker(Object.assign(window, { trustedTypes }), '/learner.js')).toThrow(
      TypeError,
    );
  });
});
