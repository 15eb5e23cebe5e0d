import type { PointerKind } from '../types.js';

/**
 * Groups that fairness is audited by: how the visitor points, as far as is known, reduced motion,
 * language.
 */
export function groupsOf(window: Window, pointer: PointerKind | undefined): readonly string[] {
  const { lang } = window.document.documentElement;
  // The primary language alone; anything else about it may be rare enough to know somebody by.
  const [language = 'und'] =
    /^[a-z]{2,3}/.exec((lang || window.navigator.language).toLowerCase()) ?? [];
  const isReduced = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches;
  return [
    ...(pointer ? [pointer] : []),
    ...(isReduced ? ['reduced-motion'] : []),
    `lang:${language}`,
  ];
}
