import type { FieldEvent, Milliseconds } from '../types.js';
import type { Host } from './Host.js';
import { isMasked } from './isMasked.js';
import type { NativeDom } from './nativeDom.js';
import { structuralPath } from './structuralPath.js';
import { describe } from './toTarget.js';

export type ToFieldEvent = (
  kind: FieldEvent['kind'],
  element: Element,
  time: Milliseconds,
  query?: number,
) => FieldEvent;

/** Makes field events; a field is looked at anew when it gains the focus, not at every key. */
export function fieldEvents({ dom }: Host): ToFieldEvent {
  let last: {
    readonly element: WeakRef<Element>;
    readonly about: Pick<FieldEvent, 'target' | 'form'>;
  };

  const lookAt = (element: Element) => {
    const form = formOf(element, dom);
    const isHidden = !form || isMasked(form, dom);
    return { target: describe(element, dom), form: isHidden ? '' : structuralPath(form, dom) };
  };

  return (kind, element, time, query) => {
    const isKnown = kind !== 'focus' && last?.element.deref() === element;
    const about = isKnown ? last.about : lookAt(element);
    last = { element: new WeakRef(element), about };
    return { time, kind, ...about, ...(query !== undefined && { query }) };
  };
}

/** The form a field belongs to, also by its `form` attribute. */
export function formOf(element: Element, dom: NativeDom): Element | null {
  // A form may have a field of the name `form`.
  const { form } = (dom.tag(element) === 'form' ? {} : element) as Partial<HTMLInputElement>;
  return form ?? dom.closest(element, 'form');
}
