import { parse } from 'regexparam';
import { guard, type Report } from '../guard.js';
import type { Pattern, Patterns } from '../types.js';

/** The page, as far as patterns look at it. */
export interface PatternPage {
  readonly location: () => Location;
  readonly document: Document;
  readonly report: Report;
}

/** `/order/:id` and `/order/*`, as opposed to a CSS selector. */
export function isPathname(pattern: Pattern): pattern is string {
  return typeof pattern === 'string' && pattern.startsWith('/');
}

export function isSelector(pattern: Pattern): pattern is string {
  return typeof pattern === 'string' && !pattern.startsWith('/');
}

export function toList(patterns: Patterns | undefined): readonly Pattern[] {
  if (patterns === undefined) return [];
  return Array.isArray(patterns) ? (patterns as readonly Pattern[]) : [patterns as Pattern];
}

/**
 * Whether the page is where a pattern says: its pathname matches, or the host's function says so.
 * A selector is met by what is seen and pressed, not by where the page is. A function that throws
 * is reported and counts as no.
 */
export function matchesPage(
  pattern: Pattern,
  { location, document, report }: PatternPage,
): boolean {
  if (typeof pattern === 'function') {
    return guard(report, 'callback-error', () => pattern(location(), document)) === true;
  }
  return isPathname(pattern) && toRegExp(pattern).test(location().pathname);
}

const compiled = new Map<string, RegExp>();

function toRegExp(pattern: string): RegExp {
  const known = compiled.get(pattern) ?? parse(pattern).pattern;
  compiled.set(pattern, known);
  return known;
}
