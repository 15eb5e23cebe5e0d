import { describe, expect, it } from 'vitest';
import { httpUrl } from '../../src/tools/httpUrl.js';

const BASE = 'https://shop.example/cart/';

describe('httpUrl', () => {
  it.each([
    ['/help', 'https://shop.example/help'],
    ['help', 'https://shop.example/cart/help'],
    ['//help.example', 'https://help.example/'],
    ['http://help.example/a?b#c', 'http://help.example/a?b#c'],
    ['', BASE],
  ])('resolves "%s"', (url, wanted) => {
    expect(httpUrl(url, BASE)).toBe(wanted);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    '\tjava\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'blob:https://shop.example/1',
    'mailto:a@b.example',
    'https://',
    'httpx://a',
  ])('refuses "%s"', (url) => {
    expect(httpUrl(url, BASE)).toBeUndefined();
  });
});
