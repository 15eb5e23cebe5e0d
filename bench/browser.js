import { chromium } from 'playwright-core';
import { findChromium } from '../scripts/findChromium.js';

const VIEWPORT = { width: 1280, height: 800 };

/**
 * Starts the system's Chromium, which reaches this machine and nothing else.
 *
 * @param {readonly string[]} [more] arguments
 */
export function launch(more = []) {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--mute-audio',
      '--autoplay-policy=no-user-gesture-required',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
      ...more,
    ],
  });
}

/** As a visitor's: fresh storage, one window. */
export function newContext(browser, options = {}) {
  return browser.newContext({ viewport: VIEWPORT, ...options });
}
