/**
 * A 32-bit hash of a text, as an unsigned integer: FNV-1a with murmur3's finaliser, which spreads
 * near texts apart. Not for secrets.
 *
 * @see Appleby (2016), "MurmurHash3", `fmix32`
 */
export function hash32(text: string, salt = 0): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
