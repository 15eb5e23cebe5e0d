import { parse } from 'regexparam';
import { guard, type Report } from '../guard.js';
import type { Pattern } from '../types.js';

/** The page, as far as patterns ask about it. */
export interface PatternPage {
  location(): Location;
  readonly document: Document;
  /** A matching element is visible. */
  isShown(selector: string): boolean;
  readonly report: Report;
}

/** How a pattern is met: by the pathname, by an element, or by what a function says. */
export type PatternKind = 'path' | 'selector' | 'function';

export function kindOfPattern(pattern: Pattern): PatternKind {
  if (typeof pattern === 'function') return 'function';
  return pattern.startsWith('/') ? 'path' : 'selector';
}

/**
 * Whether the page meets a pattern now. A function of the host's that throws is reported and not met.
 *
 * In a pathname pattern, `:id` is one segment, `:id?` an optional one, a trailing `*` any rest; upper
 * and lower case are the same, and so is a slash at the end.
 */
export function matchesPattern(pattern: Pattern, page: PatternPage): boolean {
  if (typeof pattern === 'function') {
    const { document, report } = page;
    return !!guard(report, 'callback-error', () => pattern(page.location(), document));
  }
  return kindOfPattern(pattern) === 'path'
    ? parse(pattern).pattern.test(page.location().pathname)
    : page.isShown(pattern);
}

/** Whether a value from outside is a pattern that can be used: one that parses. */
export function isPattern(pattern: unknown, document: Document): pattern is Pattern {
  if (typeof pattern !== 'string' || !pattern) return typeof pattern === 'function';
  try {
    // On an empty fragment: it only parses, it looks at nothing.
    if (pattern.startsWith('/')) parse(pattern);
    else document.createDocumentFragment().querySelector(pattern);
    return true;
  } catch {
    return false;
  }
}
