import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// Bare and deep imports of tfjs can resolve to two engines; one alias makes them one.
const oneTfjs = [
  {
    find: /^@tensorflow\/tfjs-core$/,
    replacement: resolve(import.meta.dirname, 'node_modules/@tensorflow/tfjs-core/dist/base.js'),
  },
];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: oneTfjs },
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          environment: 'node',
          // Modules are loaded once for all files of a worker, which halves the time.
          isolate: false,
          // None of them takes long, but on a busy machine.
          testTimeout: 30_000,
          server: { deps: { inline: [/@tensorflow\/tfjs-(core|backend-cpu)/] } },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          globalSetup: 'test/browser/globalSetup.ts',
          // These tests wait more than they work.
          maxWorkers: 2,
          // Of those of one file that are played side by side.
          maxConcurrency: 3,
          // Human-like input on a busy machine can come late; a fault comes every time.
          retry: 3,
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
