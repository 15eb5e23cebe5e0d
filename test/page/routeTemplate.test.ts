import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeTemplate } from '../../src/browser/routeTemplate.js';

describe('routeTemplate', () => {
  it.each([
    ['/', '/'],
    ['/cart', '/cart'],
    ['/help/how-to-return-shoes', '/help/how-to-return-shoes'],
    ['/order/4711', '/order/:n'],
    ['/order/4711/return-by-2024', '/order/:n/return-by-:n'],
    ['/checkout/step2', '/checkout/step:n'],
    ['/user/3f2b8c1e-9d4a-4b6f-8a1d-0e5c7b2f9a61', '/user/:id'],
    ['/t/5f43a9b07c', '/t/:id'],
    ['/u/jane@example.com', '/u/:id'],
    ['/u/jane%40example.com', '/u/:id'],
    ['/reset/eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', '/reset/:id'],
    ['/x/abcdefghijklmnopqrstuvwxyzabc', '/x/:id'],
  ])('%s is %s', (pathname, template) => {
    expect(routeTemplate(pathname)).toBe(template);
  });

  it('lets no digit through, and no more than 12 parts', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const template = routeTemplate(path);
        expect(template).not.toMatch(/\d|@|%/);
        expect(template.split('/').length).toBeLessThanOrEqual(12);
      }),
    );
  });
});
