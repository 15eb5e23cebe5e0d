import type { NativeDom } from './nativeDom.js';

const OWN = 'data-beforehand-ignore';
const DATADOG = 'data-dd-ignore-frustration';
export const IGNORED = `[${OWN}],[${DATADOG}],.ph-no-rageclick,.ph-no-deadclick`;

/**
 * Detectors that marks on an element or around it switch off: ours, where a bare one switches off
 * all, and those of PostHog and Datadog as they stand.
 */
export function ignoredDetectors(element: Element, dom: NativeDom): readonly string[] {
  const names = new Set<string>();
  let marked = dom.closest(element, IGNORED);
  while (marked) {
    for (const name of namesAt(marked, dom)) names.add(name);
    let parent = dom.parent(marked);
    // Out of a shadow tree in one step more.
    while (parent && !dom.isElement(parent)) parent = dom.parent(parent);
    marked = parent && dom.closest(parent, IGNORED);
  }
  return [...names];
}

function namesAt(element: Element, dom: NativeDom): readonly string[] {
  const own = dom.attribute(element, OWN);
  const datadog = dom.attribute(element, DATADOG) ?? '';
  return [
    ...(own === null ? [] : words(own || 'all')),
    ...words(datadog.replace(/-click/g, 'Click')),
    ...['rage', 'dead']
      .filter((kind) => dom.matches(element, `.ph-no-${kind}click`))
      .map((kind) => `${kind}Click`),
  ];
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}
