// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { MirrorDocument } from '../../../cli/mirror/MirrorDocument.js';
import { createTree } from '../../../cli/rrweb/createTree.js';
import { NODE, type RrwebNode } from '../../../cli/rrweb/RrwebEvent.js';

const HTML = `<!doctype html><html lang="en"><body class="shop dark">
  <main id="main"><h1 class="title">Cart</h1>
    <ul><li class="line first">a</li><li class="line">b</li><li hidden>c</li></ul>
    <form id="f"><fieldset disabled><legend><button id="legend">x</button></legend>
      <input id="in" type="TEXT" name="post code" required></fieldset>
      <input id="tick" type="checkbox" checked><button type="submit" data-test="go:now">Go</button>
      <a href="https://shop.test/a.pdf" lang="en-GB">pdf</a><p></p></form>
    <div role="dialog" aria-modal="true"><span><b></b></span></div>
  </main></body></html>`;

const SELECTORS = [
  ...[
    '*',
    'li',
    'LI',
    '#main',
    '.line',
    '.line.first',
    'main li',
    'main > li',
    'ul > li',
    'h1 + ul',
    'h1 ~ form',
  ],
  ...[
    'li:not(.first)',
    'li:not(.first, [hidden])',
    ':is(h1,h2).title',
    ':where(ul) > :first-child',
    'li:last-child',
  ],
  ...[
    'li:nth-child(2)',
    'li:nth-child(odd)',
    'li:nth-child(2n+1)',
    'li:nth-child(-n+2)',
    'li:nth-last-child(1)',
  ],
  ...[
    'button:only-of-type',
    'input:first-of-type',
    'p:empty',
    'div:has(b)',
    'div:has(> b)',
    ':root',
  ],
  ...[
    '[type=text]',
    '[type=text i]',
    '[name="post code"]',
    '[name^=post]',
    '[name$=code]',
    '[name*="t c"]',
  ],
  ...['[lang|=en]', '[class~=dark]', '[data-test="go:now"]', '[hidden]', 'a[href$=".pdf" i]'],
  ...[':disabled', 'button:disabled', 'input:enabled', ':checked', 'a:link'],
  ...['[role=dialog][aria-modal=true],[role=menu]', 'main , body', 'li:nth-of-type(2)'],
];

const document = new DOMParser().parseFromString(HTML, 'text/html');

let nodes = 0;
function toRecorded(node: Node): RrwebNode {
  nodes += 1;
  const id = nodes;
  const childNodes = [...node.childNodes].map(toRecorded);
  if (node.nodeType === 9) return { type: NODE.document, id, childNodes };
  if (node.nodeType !== 1) return { type: NODE.text, id, textContent: node.textContent ?? '' };
  const attributes = Object.fromEntries(
    [...(node as Element).attributes].map(({ name, value }) => [name, value]),
  );
  return { type: NODE.element, id, tagName: (node as Element).localName, attributes, childNodes };
}

const tree = createTree(new MirrorDocument());
tree.reset(toRecorded(document));

describe('a selector', () => {
  it.each([
    [':required', 'input'],
    ['[data-test=go\\:now]', 'button'],
    ['input:optional', 'input'],
  ])('%s finds what the specification says', (selector, tag) => {
    expect(tree.document.querySelectorAll(selector).map(({ localName }) => localName)).toEqual([
      tag,
    ]);
  });

  it.each(SELECTORS)('%s finds what a browser finds', (selector) => {
    const expected = [...document.querySelectorAll(selector)].map(({ localName, id }) => [
      localName,
      id,
    ]);
    const found = tree.document
      .querySelectorAll(selector)
      .map((element) => [element.localName, element.getAttribute('id') ?? '']);
    expect(found).toEqual(expected);
  });

  it.each([
    '',
    'a >',
    'a,,b',
    '[x',
    ':nope',
    'a::before',
    ':not(',
    ')',
    'a:nth-child(x)',
    ':hover(a)',
  ])('%s is refused', (selector) => {
    expect(() => tree.document.querySelector(selector)).toThrow(SyntaxError);
  });
});
