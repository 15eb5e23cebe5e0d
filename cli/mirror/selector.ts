import { toAttributeTest, unescape, words } from './attributeTest.js';
import type { MirrorElement } from './MirrorElement.js';
import { toNthTest } from './nthTest.js';
import { PLAIN } from './pseudoClasses.js';
import { inside, NTH_SIDES, RELATIVES, STEPS } from './relatives.js';

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
