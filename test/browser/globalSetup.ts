import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findChromium } from '../../scripts/findChromium.js';
import { createDemoServer } from '../../scripts/demoServer.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the test files reach the one Chromium that they share. */
    chromium: string;
    /** Where the demo and the built files are served, `http://127.0.0.1:port`. */
    origin: string;
  }
}

/** One Chromium and one server for all browser tests; each test opens a context of its own. */
export default async function setup(project: TestProject) {
  const server = await createDemoServer({ port: 0 });
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium found: install one, or set CHROMIUM_PATH');
  const browser = await chromium.launchServer({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
  project.provide('chromium', browser.wsEndpoint());
  project.provide('origin', server.origin);
  return async () => {
    await browser.close();
    await server.close();
  };
}
