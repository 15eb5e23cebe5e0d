import type { MirrorElement } from './MirrorElement.js';

/** Whether an element is the one a selector means. */
export type Matches = (element: MirrorElement) => boolean;

const IDENT = /(?:\\.|[-\w]|[^\0-\x7f])+/y;
const SPACE = /\s+/y;
const COMBINATOR = /\s*([>+~])\s*|\s+(?![,)]|$)/y;
const ATTRIBUTE =
  /\[\s*((?:\\.|[-\w:]|[^\0-\x7f])+)\s*(?:([~|^$*]?=)\s*("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?:\\.|[-\w]|[^\0-\x7f])+)\s*([is])?\s*)?\]/iy;
const NTH = /\s*(odd|even|([+-]?\d*)n(?:\s*([+-])\s*(\d+))?|[+-]?\d+)\s*/iy;

const compiled = new Map<string, Matches>();
/** Selectors that are kept; the SDK has about fifty. */
const MAX_COMPILED = 500;

/**
 * Compiles a CSS selector: types, ids, classes, attributes, combinators, and the pseudo-classes that
 * do not depend on how a page is drawn.
 *
 * @throws SyntaxError for what is no selector, or needs layout or a pointer
 * @see {@link https://www.w3.org/TR/selectors-4/}
 */
export function compileSelector(selector: string): Matches {
  const known = compiled.get(selector);
  if (known) return known;
  const reader = createReader(selector);
  const matches = readList(reader);
  if (!reader.isDone()) throw reader.error();
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  compiled.set(selector, matches);
  return matches;
}

interface Reader {
  /** The match at this place, and goes on behind it. */
  take(pattern: RegExp): RegExpExecArray | null;
  takeText(text: string): boolean;
  isDone(): boolean;
  error(): SyntaxError;
}

function createReader(text: string): Reader {
  let at = 0;
  return {
    take: (pattern) => {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found) at = pattern.lastIndex;
      return found;
    },
    takeText: (wanted) => {
      const isThere = text.startsWith(wanted, at);
      if (isThere) at += wanted.length;
      return isThere;
    },
    isDone: () => at >= text.length,
    error: () => new SyntaxError(`not a selector that is known here: ${text}`),
  };
}

function readList(reader: Reader): Matches {
  const options: Matches[] = [];
  do {
    reader.take(SPACE);
    options.push(readComplex(reader));
    reader.take(SPACE);
  } while (reader.takeText(','));
  return (element) => options.some((matches) => matches(element));
}

function readComplex(reader: Reader): Matches {
  let matches = readCompound(reader);
  for (let found = reader.take(COMBINATOR); found; found = reader.take(COMBINATOR)) {
    matches = combine(matches, found[1] ?? ' ', readCompound(reader));
  }
  return matches;
}

function combine(left: Matches, combinator: string, right: Matches): Matches {
  const [next, isFar] = STEPS[combinator]!;
  return (element) => {
    if (!right(element)) return false;
    for (let other = next(element); other; other = isFar ? next(other) : null)
      if (left(other)) return true;
    return false;
  };
}

const parent = ({ parentElement }: MirrorElement) => parentElement;
const previous = ({ previousElementSibling }: MirrorElement) => previousElementSibling;

type Step = (element: MirrorElement) => MirrorElement | null;
const STEPS: Readonly<Record<string, readonly [next: Step, isFar: boolean]>> = {
  ' ': [parent, true],
  '>': [parent, false],
  '~': [previous, true],
  '+': [previous, false],
};

function readCompound(reader: Reader): Matches {
  const all: Matches[] = [];
  if (reader.takeText('*')) all.push(() => true);
  const tag = reader.take(IDENT)?.[0].toLowerCase();
  if (tag) all.push(({ localName }) => localName.toLowerCase() === tag);
  for (let one = readSimple(reader); one; one = readSimple(reader)) all.push(one);
  if (all.length === 0) throw reader.error();
  return (element) => all.every((matches) => matches(element));
}

function readSimple(reader: Reader): Matches | undefined {
  if (reader.takeText('#')) {
    const id = readName(reader);
    return (element) => element.getAttribute('id') === id;
  }
  if (reader.takeText('.')) {
    const name = readName(reader);
    return (element) => words(element.getAttribute('class')).includes(name);
  }
  if (reader.takeText(':')) return readPseudo(reader);
  const attribute = reader.take(ATTRIBUTE);
  return attribute ? toAttributeTest(attribute) : undefined;
}

function readName(reader: Reader): string {
  const name = reader.take(IDENT)?.[0];
  if (!name) throw reader.error();
  return unescape(name);
}

/** HTML compares some values in any case, `type` among them. */
const ANY_CASE = /^(type|method|lang|dir|rel|media|http-equiv|checked|disabled|hidden)$/;

function toAttributeTest([, name, operator, quoted, flag]: RegExpExecArray): Matches {
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

function readPseudo(reader: Reader): Matches {
  const name = reader.take(IDENT)?.[0].toLowerCase() ?? '';
  const plain = PLAIN[name];
  if (plain) return plain;
  if (!reader.takeText('(')) throw reader.error();
  const matches = readFunction(name, reader);
  reader.take(SPACE);
  if (!reader.takeText(')')) throw reader.error();
  return matches;
}

function readFunction(name: string, reader: Reader): Matches {
  if (name === 'not') {
    const matches = readList(reader);
    return (element) => !matches(element);
  }
  if (name === 'is' || name === 'where' || name === 'matches') return readList(reader);
  if (name === 'has') return readRelative(reader);
  const side = NTH_SIDES[name];
  const found = side && reader.take(NTH);
  if (!side || !found) throw reader.error();
  const isNth = toNthTest(found);
  return (element) => isNth(1 + side(element).length);
}

/** In `:has()`, a combinator may come first. */
function readRelative(reader: Reader): Matches {
  reader.take(SPACE);
  const found = RELATIVES.find(([combinator]) => reader.takeText(combinator));
  const matches = readList(reader);
  const related = found?.[1] ?? inside;
  return (element) => related(element).some(matches);
}

function toNthTest([, formula, step, sign, offset]: RegExpExecArray) {
  const text = formula!.toLowerCase();
  if (text === 'odd') return (nth: number) => nth % 2 === 1;
  if (text === 'even') return (nth: number) => nth % 2 === 0;
  if (step === undefined) return (nth: number) => nth === Number(text);
  const every = /^[+-]?$/.test(step) ? Number(`${step}1`) : Number(step);
  const from = Number(`${sign ?? ''}${offset ?? 0}`);
  return (nth: number) =>
    every === 0 ? nth === from : (nth - from) / every >= 0 && (nth - from) % every === 0;
}

type Siblings = (element: MirrorElement) => readonly MirrorElement[];

const walk =
  (next: Step): Siblings =>
  (element) => {
    const found: MirrorElement[] = [];
    for (let other = next(element); other; other = next(other)) found.push(other);
    return found;
  };
const earlier = walk(previous);
const later = walk(({ nextElementSibling }) => nextElementSibling);
const inside: Siblings = (element) =>
  [...element.descendants()].filter((node): node is MirrorElement => 'localName' in node);
const RELATIVES: readonly (readonly [combinator: string, related: Siblings])[] = [
  ['>', (element) => inside(element).filter((each) => each.parentElement === element)],
  ['+', (element) => later(element).slice(0, 1)],
  ['~', later],
];
const ofType =
  (siblings: Siblings): Siblings =>
  (element) =>
    siblings(element).filter(({ localName }) => localName === element.localName);

const NTH_SIDES: Readonly<Record<string, Siblings>> = {
  'nth-child': earlier,
  'nth-last-child': later,
  'nth-of-type': ofType(earlier),
  'nth-last-of-type': ofType(later),
};

const DISABLEABLE = /^(button|input|select|textarea|optgroup|option|fieldset)$/;

function isDisabled(element: MirrorElement): boolean {
  if (!DISABLEABLE.test(element.localName)) return false;
  if (element.getAttribute('disabled') !== null) return true;
  const fieldset = element.parentElement?.closest('fieldset[disabled]');
  const legend = fieldset && element.closest('legend');
  return Boolean(fieldset) && legend?.parentElement !== fieldset;
}

const isIn = (tags: RegExp, element: MirrorElement) => tags.test(element.localName);
const never = () => false;

const PLAIN: Readonly<Record<string, Matches>> = {
  root: ({ parentElement, isConnected }) => !parentElement && isConnected,
  empty: ({ first }) => first === null,
  'first-child': (element) => earlier(element).length === 0,
  'last-child': (element) => later(element).length === 0,
  'only-child': (element) => earlier(element).length + later(element).length === 0,
  'first-of-type': (element) => ofType(earlier)(element).length === 0,
  'last-of-type': (element) => ofType(later)(element).length === 0,
  'only-of-type': (element) =>
    ofType(earlier)(element).length + ofType(later)(element).length === 0,
  disabled: isDisabled,
  enabled: (element) => isIn(DISABLEABLE, element) && !isDisabled(element),
  checked: (element) => element.checked === true,
  required: (element) => element.getAttribute('required') !== null,
  optional: (element) =>
    isIn(/^(input|select|textarea)$/, element) && element.getAttribute('required') === null,
  link: (element) => isIn(/^(a|area)$/, element) && element.getAttribute('href') !== null,
  'any-link': (element) => isIn(/^(a|area)$/, element) && element.getAttribute('href') !== null,
  focus: (element) => element.ownerDocument?.activeElement === element,
  'focus-visible': (element) => element.ownerDocument?.activeElement === element,
  'focus-within': (element) => element.contains(element.ownerDocument?.activeElement ?? null),
  // As recorders write down how a dialog was opened.
  modal: (element) => element.open && element.getAttribute('rr_open_mode') === 'modal',
  open: (element) => element.open,
  // No code of the page runs here: what its elements became is what was recorded.
  defined: () => true,
  hover: never,
  active: never,
  visited: never,
  target: never,
};

function words(text: string | null): readonly string[] {
  return (text ?? '').split(/\s+/).filter(Boolean);
}

function unescape(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gis, (_, hex: string, char: string) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : char,
  );
}
