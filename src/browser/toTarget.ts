import type { ControlKind, Target } from '../types.js';
import { controlKind, declaredKind } from './controlKind.js';
import type { Host } from './Host.js';
import { ignoredDetectors } from './ignoredDetectors.js';
import { isMasked } from './isMasked.js';
import type { NativeDom } from './nativeDom.js';
import { structuralPath } from './structuralPath.js';

/** An event's element and what may be known of it. */
export interface Located {
  readonly element: Element;
  readonly target: Target;
}

/** How far out an element that merely looks pressable is still what was meant. */
const HINT_DEPTH = 4;
/** The host's own words are short. */
const MAX_CONTEXT = 200;

/**
 * The control that an event is about: the nearest one on its path, through open shadow roots, so
 * that an icon inside a button is the button and a label is its field. Must be called inside the
 * listener: the path is gone afterwards.
 */
export function toTarget(event: Event, { dom, elementsOf }: Host): Located | undefined {
  const path = elementsOf(event);
  const found = path
    .map((each) => labelled(each, dom))
    .find((each, depth) => isControl(each, depth, dom));
  const element = found ?? path[0];
  return element && { element, target: describe(element, dom, path) };
}

function isControl(element: Element, depth: number, dom: NativeDom): boolean {
  return (depth < HINT_DEPTH ? controlKind : declaredKind)(element, dom) !== 'none';
}

/**
 * What may be known of an element.
 *
 * @param path - elements of the event's path, where there is an event
 */
export function describe(element: Element, dom: NativeDom, path?: readonly Element[]): Target {
  const control = controlKind(element, dom);
  const isHidden = isMasked(element, dom, path);
  return {
    path: isHidden ? '' : structuralPath(element, dom),
    control,
    disabled:
      dom.matches(element, ':disabled') || dom.closest(element, '[aria-disabled=true]') !== null,
    leadsAway: isLeadingAway(element, control, dom),
    ignored: ignoredDetectors(element, dom),
    context: isHidden ? '' : contextOf(element, dom),
  };
}

function labelled(element: Element, dom: NativeDom): Element {
  return (dom.tag(element) === 'label' && (element as HTMLLabelElement).control) || element;
}

/** Links of any kind, downloads, other windows, the file chooser. */
function isLeadingAway(element: Element, control: ControlKind, dom: NativeDom): boolean {
  if (control === 'file') return true;
  // A link that the page itself calls a button, and that goes nowhere, is one.
  if (dom.matches(element, '[role=button]:is([href="#"],[href^="javascript:" i])')) return false;
  if (dom.matches(element, 'a[href],area[href],[download]')) return true;
  const target = dom.attribute(element, 'formtarget') ?? formTarget(element, dom);
  return target !== null && target !== '' && target !== '_self';
}

function formTarget(element: Element, dom: NativeDom): string | null {
  const isSubmit = dom.matches(
    element,
    'button:not([type=button i]),input:is([type=submit i],[type=image i])',
  );
  const { form } = element as Partial<HTMLButtonElement>;
  return isSubmit && form ? dom.attribute(form, 'target') : null;
}

function contextOf(element: Element, dom: NativeDom): string {
  const marked = dom.closest(element, '[data-beforehand-context]');
  return marked ? dom.attribute(marked, 'data-beforehand-context')!.slice(0, MAX_CONTEXT) : '';
}
