import { Observable } from 'rxjs';
import type { FieldEvent } from '../types.js';
import { declaredKind } from './controlKind.js';
import { formOf, type ToFieldEvent } from './fieldEvents.js';
import type { Host } from './Host.js';

const FIELDS: readonly string[] = ['field', 'select', 'slider', 'toggle', 'file'];
/** Their `input` comes at every pixel; they are edited when they are let go. */
const DRAGGED = 'input[type=range],input[type=color]';

/** The boxes of a code: going on and back between them is how one is typed. The first stands for it. */
const BOX = 'input[maxlength="1"]';

const TYPES = ['focusin', 'focusout', 'input', 'change'];

/** Focus, edits and leaving of fields. */
export function fromFieldEdits(host: Host, toEvent: ToFieldEvent): Observable<FieldEvent> {
  const { on, document, dom, accepts, elementsOf, timeOf } = host;

  return new Observable((subscriber) => {
    const lengths = new WeakMap<Element, number>();
    let focused: WeakRef<Element> | undefined;

    /** Another window takes the focus and gives it back: the visitor has left nothing. */
    const focusKind = (event: Event, element: Element): FieldEvent['kind'] | undefined => {
      const isSame = focused?.deref() === element;
      if (event.type === 'focusin') {
        focused = new WeakRef(element);
        lengths.set(element, lengthOf(element));
        return isSame ? undefined : 'focus';
      }
      if (event.isTrusted && !document.hasFocus()) return undefined;
      focused = undefined;
      return 'left';
    };

    const editKind = (event: Event, element: Element): FieldEvent['kind'] | undefined => {
      const isDragged = dom.matches(element, DRAGGED);
      if ((event.type === 'change') !== isDragged) return undefined;
      const length = lengthOf(element);
      const before = lengths.get(element) ?? length;
      lengths.set(element, length);
      return kindOf(event as InputEvent, before, length);
    };

    const isFurtherBox = (element: Element): boolean => {
      const form = formOf(element, dom) ?? document.documentElement;
      return dom.matches(element, BOX) && dom.find(form, BOX) !== element;
    };

    const kindAt = (event: Event, element: Element): FieldEvent['kind'] | undefined => {
      const isFocus = event.type.startsWith('focus');
      if (!isFurtherBox(element)) return (isFocus ? focusKind : editKind)(event, element);
      return !isFocus && editKind(event, element) ? 'edit' : undefined;
    };

    return on(TYPES, (event) => {
      if (!accepts(event)) return;
      const [element] = elementsOf(event);
      if (!element) return;
      const control = declaredKind(element, dom);
      if (!FIELDS.includes(control)) return;
      if (control === 'toggle' && dom.tag(element) !== 'input') return;
      const kind = kindAt(event, element);
      if (kind) subscriber.next(toEvent(kind, element, timeOf(event)));
    });
  });
}

/** Autofill replaces all, and a composition is corrected as it is made: neither is a correction. */
function kindOf(
  { isComposing, inputType = '' }: InputEvent,
  before: number,
  length: number,
): FieldEvent['kind'] {
  if (inputType === 'insertFromPaste') return 'paste';
  const isOwnEdit = !isComposing && inputType !== '' && !/Replacement|Composition/.test(inputType);
  if (!isOwnEdit) return 'edit';
  if (length < before) return length === 0 ? 'cleared' : 'deletion';
  // Rich text has no length to compare.
  return inputType.startsWith('delete') && length === before ? 'deletion' : 'edit';
}

function lengthOf(element: Element): number {
  const { value } = element as Partial<HTMLInputElement>;
  return typeof value === 'string' ? value.length : 0;
}
