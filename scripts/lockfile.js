/**
 * Whether what is installed is what the lock file asks for. Contents are compared and not times,
 * which a fresh checkout makes up.
 *
 * @param {Lockfile} wanted `package-lock.json`
 * @param {Lockfile | undefined} installed `node_modules/.package-lock.json`, which npm writes after
 * an install that went through
 * @returns {boolean}
 *
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Entry
 * @typedef {{ packages?: Record<string, Entry> }} Lockfile
 */
export function isInstalled(wanted, installed) {
  if (!installed?.packages) return false;
  return Object.entries(wanted.packages ?? {})
    .filter(([path]) => path !== '')
    .every(([path, entry]) => isSame(entry, installed.packages?.[path]));
}

/** Optional packages may be missing: most are for another system. */
function isSame(entry, found) {
  if (!found) return Boolean(entry.optional || entry.devOptional);
  return found.version === entry.version && found.integrity === entry.integrity;
}
