import type { Target } from '../types.js';
import { controlKind } from './controlKind.js';
import { isMasked } from './isMasked.js';
import type { NativeDom } from './nativeDom.js';
import { structuralPath } from './structuralPath.js';

/** An event's element and what may be known of it. */
export interface Located {
  readonly element: Element;
  readonly target: Target;
}

const NOWHERE: Target = {
  path: '',
  control: 'none',
  disabled: false,
  leadsAway: false,
  ignored: [],
  context: '',
};

/** Ancestors that are looked at; deeper trees are cut off. */
const MAX_DEPTH = 64;

/** Peers' marks that switch a signal off, as they stand. */
const PEER_MARKS: readonly (readonly [selector: string, detector: string])[] = [
  ['.ph-no-rageclick', 'rageClick'],
  ['.ph-no-deadclick', 'deadClick'],
  ['[data-dd-ignore-frustration~="rage-click"]', 'rageClick'],
  ['[data-dd-ignore-frustration~="dead-click"]', 'deadClick'],
  ['[data-dd-ignore-frustration~="error-click"]', 'errorClick'],
  ['[data-dd-ignore-frustration~="all"]', 'all'],
];

/**
 * The control that an event is about: the nearest one on its path, through open shadow roots, so
 * that an icon inside a button is the button and a label is its field. Must be called inside the
 * listener: the path is gone afterwards.
 */
export function toTarget(event: Event, dom: NativeDom): Located | undefined {
  const elements = event
    .composedPath()
    .slice(0, MAX_DEPTH)
    .filter((node): node is Element => dom.isElement(node));
  const found = elements
    .map((each) => labelled(each, dom))
    .find((each) => controlKind(each, dom) !== 'none');
  const element = found ?? elements[0];
  return element && { element, target: describe(element, dom) };
}

/** What may be known of an element outside of an event. */
export function describe(element: Element, dom: NativeDom): Target {
  const control = controlKind(element, dom);
  const isHidden = isMasked(element, dom);
  return {
    ...NOWHERE,
    path: isHidden ? '' : structuralPath(element, dom),
    control,
    disabled: isDisabled(element, dom),
    leadsAway:
      control === 'file' || (control === 'link' && dom.attribute(element, 'href') !== null),
    ignored: ignoredAt(element, dom),
    context: isHidden ? '' : contextOf(element, dom),
  };
}

function labelled(element: Element, dom: NativeDom): Element {
  return (dom.tag(element) === 'label' && (element as HTMLLabelElement).control) || element;
}

function isDisabled(element: Element, dom: NativeDom): boolean {
  return (
    dom.matches(element, ':disabled') || dom.closest(element, '[aria-disabled="true"]') !== null
  );
}

function ignoredAt(element: Element, dom: NativeDom): string[] {
  const own = dom.closest(element, '[data-beforehand-ignore]');
  const names = own
    ? dom.attribute(own, 'data-beforehand-ignore')!.split(/\s+/).filter(Boolean)
    : [];
  const peers = PEER_MARKS.filter(([selector]) => dom.closest(element, selector));
  return [...names, ...peers.map(([, detector]) => detector)];
}

function contextOf(element: Element, dom: NativeDom): string {
  const marked = dom.closest(element, '[data-beforehand-context]');
  return marked ? dom.attribute(marked, 'data-beforehand-context')!.slice(0, 200) : '';
}
