// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { nativeDom } from '../../src/browser/nativeDom.js';
import { openRoots } from '../../src/browser/openRoots.js';

const dom = nativeDom(window);
const attach = (inside: ParentNode, mode: ShadowRootMode = 'open') => {
  const host = document.createElement('div');
  inside.append(host);
  return host.attachShadow({ mode });
};

describe('openRoots', () => {
  beforeEach(() => document.body.replaceChildren());

  it('finds those beside and inside each other, and no closed one', () => {
    const outer = attach(document.body);
    const inner = attach(outer);
    const beside = attach(document.body);
    attach(document.body, 'closed');
    expect(openRoots(document, dom)).toEqual([outer, inner, beside]);
  });

  it('stops where there are too many', () => {
    for (let i = 0; i < 60; i += 1) attach(document.body);
    expect(openRoots(document, dom)).toHaveLength(50);
  });
});
