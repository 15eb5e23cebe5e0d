import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const HERE = import.meta.dirname;

/** Who is measured beside us, with the package it comes from. */
export const PEERS = [
  { id: 'posthog', name: 'PostHog', package: 'posthog-js' },
  { id: 'datadog', name: 'Datadog RUM', package: '@datadog/browser-rum' },
  { id: 'sentry', name: 'Sentry replay', package: '@sentry/browser' },
  { id: 'amplitude', name: 'Amplitude', package: '@amplitude/analytics-browser' },
  { id: 'mixpanel', name: 'Mixpanel', package: 'mixpanel-browser' },
];

export const OURS = { id: 'beforehand', name: 'Beforehand', package: 'beforehand' };

/**
 * Bundles each peer with its adapter in `peers/`.
 *
 * @returns {Promise<{ scripts: Map<string, string>, versions: Record<string, string>, missing: string[] }>}
 * scripts by id; `missing` says who can't be measured, and why
 */
export async function bundlePeers() {
  const scripts = new Map();
  const versions = { beforehand: readVersion(join(HERE, '..')) };
  const missing = [];
  for (const { id, name, package: from } of [OURS, ...PEERS]) {
    try {
      scripts.set(id, await bundle(join(HERE, 'peers', `${id}.js`)));
      versions[id] ??= readVersion(join(HERE, 'node_modules', from));
    } catch (error) {
      missing.push(`${name}: ${String(error.message).split('\n')[0]}`);
    }
  }
  return { scripts, versions, missing };
}

async function bundle(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

function readVersion(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

/** @param {string} id */
export function nameOf(id) {
  return [OURS, ...PEERS].find((peer) => peer.id === id).name;
}
