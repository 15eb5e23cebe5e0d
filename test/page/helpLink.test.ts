// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { helpLink, isHelpPath } from '../../src/browser/helpLink.js';
import { nativeDom } from '../../src/browser/nativeDom.js';

const dom = nativeDom(window);
const isHelp = (html: string) => {
  document.body.innerHTML = html;
  return helpLink(document.querySelector('#x') ?? document.body.firstElementChild!, dom);
};

describe('helpLink', () => {
  it.each([
    '<a href="/help">?</a>',
    '<a href="/help/delivery?from=cart#top">Delivery</a>',
    '<a href="https://example.com/de/kontakt.html">Schreiben Sie uns</a>',
    '<a href="mailto:us@example.com">Write to us</a>',
    '<a href="tel:+123">Call</a>',
    '<button>Need help?</button>',
    '<button aria-label="Contact us">✉</button>',
    '<a href="#"><b id=x>FAQ</b></a>',
    '<div data-beforehand-help><i id=x></i></div>',
  ])('knows %s', (html) => {
    expect(isHelp(html)).toBeDefined();
  });

  it.each([
    '<a href="/contact-lenses">Contact lenses</a>',
    '<a href="/products/helpful-lamp">Helpful lamp</a>',
    '<a href="/?q=help">Search</a>',
    '<button>Supporting act</button>',
    '<p>Help</p>',
    '<a href="/cart">Cart</a>',
  ])('is not misled by %s', (html) => {
    expect(isHelp(html)).toBeUndefined();
  });
});

describe('isHelpPath', () => {
  it.each([
    ['/help', true],
    ['/en/support/:n', true],
    ['/customer-service', true],
    ['/helpers', false],
    ['/', false],
  ])('says of %s %s', (path, is) => {
    expect(isHelpPath(path)).toBe(is);
  });
});
