import { describe, expect, it } from 'vitest';
import { isInstalled } from '../../scripts/lockfile.js';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/rxjs': { version: '7.8.2', integrity: 'sha512-a' },
    'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-b', optional: true },
  },
};
const rxjs = { version: '7.8.2', integrity: 'sha512-a' };

describe('isInstalled', () => {
  it('accepts what the lock file asks for, without optional packages of other systems', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/rxjs': rxjs } })).toBe(true);
  });

  it('refuses a folder that no install has finished in', () => {
    expect(isInstalled(wanted, undefined)).toBe(false);
    expect(isInstalled(wanted, {})).toBe(false);
  });

  it('refuses a missing package', () => {
    expect(isInstalled(wanted, { packages: {} })).toBe(false);
  });

  it('refuses another version, of an optional package too', () => {
    const older = { ...rxjs, version: '7.8.1' };
    const fsevents = { version: '2.3.2', integrity: 'sha512-b' };
    expect(isInstalled(wanted, { packages: { 'node_modules/rxjs': older } })).toBe(false);
    expect(
      isInstalled(wanted, {
        packages: { 'node_modules/rxjs': rxjs, 'node_modules/fsevents': fsevents },
      }),
    ).toBe(false);
  });

  it('refuses other contents under the same version', () => {
    const other = { ...rxjs, integrity: 'sha512-c' };
    expect(isInstalled(wanted, { packages: { 'node_modules/rxjs': other } })).toBe(false);
  });

  it('accepts more than was asked for', () => {
    const packages = { 'node_modules/rxjs': rxjs, 'node_modules/extra': { version: '1.0.0' } };
    expect(isInstalled(wanted, { packages })).toBe(true);
  });
});
