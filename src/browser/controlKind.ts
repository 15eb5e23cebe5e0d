import type { ControlKind } from '../types.js';
import type { NativeDom } from './nativeDom.js';

const BY_ROLE: Readonly<Record<string, ControlKind>> = {
  button: 'button',
  tab: 'button',
  menuitem: 'button',
  option: 'button',
  treeitem: 'button',
  gridcell: 'none',
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
  combobox: 'field',
  application: 'surface',
};

const BY_TAG: Readonly<Record<string, ControlKind>> = {
  button: 'button',
  summary: 'toggle',
  textarea: 'field',
  select: 'select',
  option: 'select',
  video: 'media',
  audio: 'media',
  canvas: 'surface',
  iframe: 'surface',
  embed: 'surface',
  object: 'surface',
  area: 'link',
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
};

const STEPPER = /^([+\-−–±＋＜＞<>▲▼▴▾↑↓]|plus|minus)$|^(increase|decrease|increment|decrement)\b/i;
const PAGER =
  /^([‹›«»←→◀▶❮❯]|next|previous|prev|back|forward|weiter|zurück|nächste|vorherige|suivante?|précédente?|siguiente|anterior|successivo|precedente|próximo|volgende|vorige)( (slide|page|image|month|year|day|week))?$/i;
/** A longer label is no symbol and no single word. */
const MAX_LABEL = 24;

/** What kind of control an element is in itself; 'none' when it is not one. */
export function controlKind(element: Element, dom: NativeDom): ControlKind {
  const kind = kindByRole(element, dom) ?? kindByTag(element, dom);
  return kind === 'button' ? buttonKind(element, dom) : kind;
}

function kindByRole(element: Element, dom: NativeDom): ControlKind | undefined {
  const role = dom.attribute(element, 'role');
  return role !== null && Object.hasOwn(BY_ROLE, role) ? BY_ROLE[role] : undefined;
}

function kindByTag(element: Element, dom: NativeDom): ControlKind {
  const tag = dom.tag(element);
  if (tag === 'input') return BY_INPUT_TYPE[inputType(element, dom)] ?? 'field';
  if (tag === 'a') return dom.attribute(element, 'href') === null ? 'none' : 'link';
  if (Object.hasOwn(BY_TAG, tag)) return BY_TAG[tag]!;
  if (isEditable(dom.attribute(element, 'contenteditable'))) return 'field';
  return dom.attribute(element, 'onclick') !== null && tag !== 'body' ? 'button' : 'none';
}

/** A button may be a toggle by its state, or a stepper or pager by what it is called. */
function buttonKind(element: Element, dom: NativeDom): ControlKind {
  for (const state of ['aria-pressed', 'aria-expanded', 'aria-checked']) {
    if (dom.attribute(element, state) !== null) return 'toggle';
  }
  // Read, classified and dropped here: what a control says never leaves this function.
  const label = (dom.attribute(element, 'aria-label') ?? element.textContent ?? '').trim();
  if (label.length > MAX_LABEL) return 'button';
  return STEPPER.test(label) ? 'stepper' : PAGER.test(label) ? 'pager' : 'button';
}

export function inputType(element: Element, dom: NativeDom): string {
  return (dom.attribute(element, 'type') ?? 'text').toLowerCase();
}

function isEditable(value: string | null): boolean {
  return value !== null && value !== 'false';
}
