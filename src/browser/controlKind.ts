import type { ControlKind } from '../types.js';
import { controlLabelKind } from './controlLabelKind.js';
import type { NativeDom } from './nativeDom.js';

const BY_ROLE = kinds({
  button: 'button tab menuitem option treeitem',
  link: 'link',
  toggle: 'checkbox radio switch menuitemcheckbox menuitemradio',
  slider: 'slider spinbutton scrollbar',
  field: 'textbox searchbox',
  select: 'combobox',
  surface: 'application',
});

const BY_TAG = kinds({
  link: 'a area',
  button: 'button',
  toggle: 'summary',
  field: 'textarea',
  select: 'select option',
  media: 'video audio',
  surface: 'canvas iframe frame embed object',
});

const BY_INPUT_TYPE = kinds({
  button: 'button submit reset image',
  toggle: 'checkbox radio',
  slider: 'range number',
  file: 'file',
  select: 'color',
  none: 'hidden',
});

/** Elements without a meaning of their own, which scripts make into buttons. */
const HINTABLE = /^(div|span|li|img|i|svg|td|tr)$|-/;
/** What holds any of these is a part of the page that listens for what is inside it, or scrolls. */
const CONTENT = 'p,div,ul,ol,table,pre,form,h1,h2,h3,a,button,input';

/** What kind of control an element is in itself; 'none' when it is not one. */
export function controlKind(element: Element, dom: NativeDom): ControlKind {
  const kind = declaredKind(element, dom);
  return kind === 'none' && isHinted(element, dom) ? 'button' : kind;
}

/** The same by its tag, role and state alone: what HTML or ARIA call a control. */
export function declaredKind(element: Element, dom: NativeDom): ControlKind {
  const tag = dom.tag(element);
  // An input stays what it is; a role may turn anything else into a control.
  if (tag === 'input') {
    const type = (dom.attribute(element, 'type') ?? 'text').toLowerCase();
    const kind = BY_INPUT_TYPE.get(type) ?? 'field';
    return kind === 'button' ? buttonKind(kind, element, dom) : kind;
  }
  const role = tag === 'textarea' ? null : dom.attribute(element, 'role');
  const kind = (role && BY_ROLE.get(role)) || BY_TAG.get(tag);
  if (kind === 'button' || kind === 'link') return buttonKind(kind, element, dom);
  if (kind) return kind;
  const editable = dom.attribute(element, 'contenteditable');
  return editable !== null && editable !== 'false' ? 'field' : 'none';
}

/** Looks pressable: by its class, focusable, or with a handler in `onclick`, as React leaves one. */
function isHinted(element: Element, dom: NativeDom): boolean {
  if (!HINTABLE.test(dom.tag(element)) || dom.attribute(element, 'role')) return false;
  const parent = dom.parent(element);
  // The root of an application, where frameworks put handlers of their own.
  if (!dom.isElement(parent) || dom.tag(parent) === 'body') return false;
  if (dom.find(element, CONTENT)) return false;
  const tabindex = dom.attribute(element, 'tabindex');
  const isFocusable = tabindex !== null && Number(tabindex) >= 0;
  if (isFocusable || dom.matches(element, '.btn,.button')) return true;
  return typeof (element as Partial<HTMLElement>).onclick === 'function';
}

/** A button may be a toggle by its state, or a stepper or pager by what it is called. */
function buttonKind(kind: 'button' | 'link', element: Element, dom: NativeDom): ControlKind {
  if (kind === 'button' && dom.matches(element, '[aria-pressed],[aria-expanded],[aria-checked]'))
    return 'toggle';
  return controlLabelKind(element, dom) ?? kind;
}

/** A table by name of what is written by kind. */
function kinds(names: Partial<Record<ControlKind, string>>): ReadonlyMap<string, ControlKind> {
  return new Map(
    Object.entries(names).flatMap(([kind, words]) =>
      words.split(' ').map((word) => [word, kind as ControlKind] as const),
    ),
  );
}
