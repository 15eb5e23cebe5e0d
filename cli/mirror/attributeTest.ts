import type { Matches } from './selector.js';

/** HTML compares some values in any case, `type` among them. */
const ANY_CASE = /^(type|method|lang|dir|rel|media|http-equiv|checked|disabled|hidden)$/;

/** Of what `[name operator value flag]` was read as. */
export function toAttributeTest([, name, operator, quoted, flag]: RegExpExecArray): Matches {
  const key = unescape(name!).toLowerCase();
  if (!operator) return (element) => element.getAttribute(key) !== null;
  const isFolded = flag ? flag.toLowerCase() === 'i' : ANY_CASE.test(key);
  const fold = (text: string) => (isFolded ? text.toLowerCase() : text);
  const wanted = fold(unescape(quoted!.replace(/^(["'])(.*)\1$/s, '$2')));
  const test = ATTRIBUTE_TESTS[operator]!;
  return (element) => {
    const value = element.getAttribute(key);
    return value !== null && test(fold(value), wanted);
  };
}

const ATTRIBUTE_TESTS: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '~=': (value, wanted) => words(value).includes(wanted),
  '|=': (value, wanted) => value === wanted || value.startsWith(`${wanted}-`),
  '^=': (value, wanted) => wanted !== '' && value.startsWith(wanted),
  '$=': (value, wanted) => wanted !== '' && value.endsWith(wanted),
  '*=': (value, wanted) => wanted !== '' && value.includes(wanted),
};

/** Of a list that spaces separate. */
export function words(text: string | null): readonly string[] {
  return (text ?? '').split(/\s+/).filter(Boolean);
}

/** What a name or text with backslashes stands for. */
export function unescape(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gis, (_, hex: string, char: string) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : char,
  );
}
