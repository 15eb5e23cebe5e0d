/** Parts of a path that are read; deeper ones are cut off. */
const MAX_PARTS = 12;
/** A longer run of letters and digits is no word. */
const MAX_WORD = 24;

/**
 * A path with everything replaced that may be somebody's: numbers become `:n`, ids, addresses and
 * long tokens `:id`. Words stay: `/order/4711/return-by-2024` is `/order/:n/return-by-:n`.
 */
export function routeTemplate(pathname: string): string {
  return pathname
    .split('/')
    .slice(0, MAX_PARTS)
    .map((part) => (isId(part) ? ':id' : part.replace(/\d+/g, ':n')))
    .join('/');
}

function isId(part: string): boolean {
  // `%` encodes what is no plain word: an address, a name, a key.
  if (/[@%=]/.test(part)) return true;
  const isHex = /^[0-9a-f-]{8,}$/i.test(part) && /\d/.test(part) && /[a-f-]/i.test(part);
  const isMixed = part
    .split(/[-_.]/)
    .some((word) => word.length > 7 && /\d/.test(word) && /[a-z]/i.test(word));
  return isHex || isMixed || part.split(/[-_.]/).some((word) => word.length > MAX_WORD);
}
