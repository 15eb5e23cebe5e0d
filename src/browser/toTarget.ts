import type { ControlKind, Target } from '../types.js';
import { controlKind, declaredKind } from './controlKind.js';
import type { Host } from './Host.js';
import { IGNORED, ignoredDetectors } from './ignoredDetectors.js';
import { isMasked, MASKED } from './isMasked.js';
import type { Located, PressableLooks } from './Located.js';
import type { NativeDom } from './nativeDom.js';
import { structuralPath } from './structuralPath.js';

/** How far out an element that merely looks pressable is still what was meant. */
const HINT_DEPTH = 4;
/** The host's own words are short. */
const MAX_CONTEXT = 200;

const CONTEXT = '[data-beforehand-context]';
const DISABLED = '[aria-disabled=true]';
/** On most pages nothing around a control is marked: one question, where else there are four. */
const MARKED = [MASKED, IGNORED, CONTEXT, DISABLED].join();

const known = new WeakMap<Event, Located>();

/**
 * The control that an event is about: the nearest one on its path, through open shadow roots, so
 * that an icon inside a button is the button and a label is its field. Must be called inside the
 * listener: the path is gone afterwards. Several sources ask about one event; it is found once.
 */
export function toTarget(event: Event, host: Host): Located | undefined {
  const found = known.get(event) ?? locate(host.elementsOf(event), host.dom);
  if (found) known.set(event, found);
  return found;
}

function locate(path: readonly Element[], dom: NativeDom): Located | undefined {
  for (let depth = 0; depth < path.length; depth += 1) {
    const element = labelled(path[depth]!, dom);
    const control = (depth < HINT_DEPTH ? controlKind : declaredKind)(element, dom);
    if (control !== 'none') return { element, target: describe(element, dom, path) };
  }
  const [element] = path;
  return element && { element, target: describe(element, dom, path) };
}

/** What finds out what else a press was meant for, where it is of no control. */
export function looksOf({ target }: Located, { looks, pace }: Host): PressableLooks | undefined {
  return target.control === 'none' && !pace.isDrumming() ? looks.find : undefined;
}

/**
 * What may be known of an element.
 *
 * @param path - elements of the event's path, where there is an event
 */
export function describe(element: Element, dom: NativeDom, path?: readonly Element[]): Target {
  const control = controlKind(element, dom);
  const isMarked = dom.closest(element, MARKED) !== null;
  const isHidden = isMasked(element, dom, path, isMarked);
  return {
    path: isHidden ? '' : structuralPath(element, dom),
    control,
    disabled: dom.matches(element, ':disabled') || (isMarked && !!dom.closest(element, DISABLED)),
    leadsAway: isLeadingAway(element, control, dom),
    ignored: isMarked ? ignoredDetectors(element, dom) : [],
    context: isMarked && !isHidden ? contextOf(element, dom) : '',
  };
}

function labelled(element: Element, dom: NativeDom): Element {
  return (dom.tag(element) === 'label' && (element as HTMLLabelElement).control) || element;
}

/** Links of any kind, downloads, other windows, the file chooser. */
function isLeadingAway(element: Element, control: ControlKind, dom: NativeDom): boolean {
  if (control === 'file') return true;
  const tag = dom.tag(element);
  const href = dom.attribute(element, 'href');
  if (href !== null) {
    // Where it leads nowhere, it is a button to whoever presses it.
    if (href === '#' || /^javascript:/i.test(href)) return false;
    if (tag === 'a' || tag === 'area') return true;
  }
  if (dom.attribute(element, 'download') !== null) return true;
  const target = dom.attribute(element, 'formtarget') ?? formTarget(element, tag, dom);
  return target !== null && target !== '' && target !== '_self';
}

function formTarget(element: Element, tag: string, dom: NativeDom): string | null {
  if (tag !== 'button' && tag !== 'input') return null;
  const type = dom.attribute(element, 'type')?.toLowerCase();
  const isSubmit = tag === 'button' ? type !== 'button' : type === 'submit' || type === 'image';
  const { form } = element as Partial<HTMLButtonElement>;
  return isSubmit && form ? dom.attribute(form, 'target') : null;
}

function contextOf(element: Element, dom: NativeDom): string {
  const marked = dom.closest(element, CONTEXT);
  return marked ? dom.attribute(marked, 'data-beforehand-context')!.slice(0, MAX_CONTEXT) : '';
}
