import { expect, it } from 'vitest';
import { bundle, useChromium } from './harness.js';
const { open } = useChromium();
it('opens', async () => {
  const js = await bundle(`import {BeforehandError} from './src/errors.ts'; document.body.onclick = e => { window.got = e.isTrusted + BeforehandError.name }`);
  const { page, human, errors } = await open({ html: '<!doctype html><body><button id=a>hey</button><script src="/x.js"></script>', scripts: { 'x.js': js } });
  await human.click('#a');
  await page.waitForFunction('window.got');
  expect(await page.evaluate('window.got')).toBe('trueBeforehandError');
  expect(errors).toEqual([]);
});
