import type { ControlKind } from '../types.js';
import { controlLabelKind } from './controlLabelKind.js';
import type { NativeDom } from './nativeDom.js';

const BY_ROLE: Readonly<Record<string, ControlKind>> = {
  button: 'button',
  tab: 'button',
  menuitem: 'button',
  option: 'button',
  treeitem: 'button',
  link: 'link',
  checkbox: 'toggle',
  radio: 'toggle',
  switch: 'toggle',
  menuitemcheckbox: 'toggle',
  menuitemradio: 'toggle',
  slider: 'slider',
  spinbutton: 'slider',
  scrollbar: 'slider',
  textbox: 'field',
  searchbox: 'field',
  combobox: 'select',
  application: 'surface',
};

const BY_TAG: Readonly<Record<string, ControlKind>> = {
  a: 'link',
  area: 'link',
  button: 'button',
  summary: 'toggle',
  textarea: 'field',
  select: 'select',
  option: 'select',
  video: 'media',
  audio: 'media',
  canvas: 'surface',
  iframe: 'surface',
  frame: 'surface',
  embed: 'surface',
  object: 'surface',
};

const BY_INPUT_TYPE: Readonly<Record<string, ControlKind>> = {
  button: 'button',
  submit: 'button',
  reset: 'button',
  image: 'button',
  checkbox: 'toggle',
  radio: 'toggle',
  range: 'slider',
  number: 'slider',
  file: 'file',
  color: 'select',
  hidden: 'none',
};

/** Elements without a meaning of their own, which scripts make into buttons. */
const HINTABLE = /^(div|span|li|img|i|svg|td|tr)$|-/;

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
    const kind = own(BY_INPUT_TYPE, type) ?? 'field';
    return kind === 'button' ? buttonKind(kind, element, dom) : kind;
  }
  const role = dom.attribute(element, 'role') ?? '';
  const kind = (tag !== 'textarea' && own(BY_ROLE, role)) || own(BY_TAG, tag);
  if (kind === 'button' || kind === 'link') return buttonKind(kind, element, dom);
  if (kind) return kind;
  const editable = dom.attribute(element, 'contenteditable');
  return editable !== null && editable !== 'false' ? 'field' : 'none';
}

/** Made pressable by a script: focusable, or with a handler in `onclick`, as React leaves one. */
function isHinted(element: Element, dom: NativeDom): boolean {
  if (!HINTABLE.test(dom.tag(element)) || dom.attribute(element, 'role')) return false;
  const parent = dom.parent(element);
  // The root of an application, where frameworks put handlers of their own.
  if (!dom.isElement(parent) || dom.tag(parent) === 'body') return false;
  const tabindex = dom.attribute(element, 'tabindex');
  const isFocusable = tabindex !== null && Number(tabindex) >= 0;
  return isFocusable || typeof (element as Partial<HTMLElement>).onclick === 'function';
}

/** A button may be a toggle by its state, or a stepper or pager by what it is called. */
function buttonKind(kind: 'button' | 'link', element: Element, dom: NativeDom): ControlKind {
  if (kind === 'button' && dom.matches(element, '[aria-pressed],[aria-expanded],[aria-checked]'))
    return 'toggle';
  return controlLabelKind(element, dom) ?? kind;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
