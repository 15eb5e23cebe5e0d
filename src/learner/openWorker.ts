/** As much of Trusted Types as is used; TypeScript's DOM library does not have it yet. */
interface Policy {
  createScriptURL(url: string): unknown;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

interface Trust {
  readonly policy: Policy;
  readonly urls: Set<string>;
}

/** A policy's name can be used once a page, but several assistants may run on it. */
const trusts = new WeakMap<object, Trust>();

/**
 * Opens a worker, under Trusted Types through a policy named `beforehand` that knows the URLs of
 * workers opened here and refuses all else. A file of another origin may not be a worker, but a
 * worker of the page's own may load it.
 *
 * @throws when a policy of the page refuses it; but a Content Security Policy, and a file that is
 * missing, show later, as an `error` event without a message
 */
export function openWorker(window: Window & typeof globalThis, url: string): Worker {
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
  const own = toOwnOrigin(window, url);
  const trusted = trustedTypes ? trust(window, trustedTypes, own) : own;
  const worker = new window.Worker(trusted as string, { name: 'beforehand' });
  if (own !== url)
    worker.addEventListener('message', () => URL.revokeObjectURL(own), { once: true });
  return worker;
}

function toOwnOrigin({ location }: Window, url: string): string {
  const { origin, href } = new URL(url, location.href);
  if (origin === location.origin) return url;
  return URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(href)})`]));
}

function trust(window: Window, factory: PolicyFactory, url: string): unknown {
  const known = trusts.get(window) ?? createTrust(factory);
  trusts.set(window, known);
  known.urls.add(url);
  return known.policy.createScriptURL(url);
}

function createTrust(factory: PolicyFactory): Trust {
  const urls = new Set<string>();
  const policy = factory.createPolicy('beforehand', {
    createScriptURL(url) {
      if (urls.has(url)) return url;
      throw new TypeError('not the URL of a learner');
    },
  });
  return { policy, urls };
}
