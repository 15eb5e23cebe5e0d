import { debounceTime, filter, map, merge, mergeMap, of, share, type Observable } from 'rxjs';
import { hash32 } from '../tools/hash32.js';
import type { FieldEvent, Milliseconds } from '../types.js';
import type { Host } from './Host.js';
import { listen } from './listen.js';
import { structuralPath } from './structuralPath.js';
import { describe, toTarget, type Located } from './toTarget.js';

/** A pause of this length after typing into a search field runs the search. */
const SEARCH_PAUSE_MS: Milliseconds = 600;
/** Fields that are refused together are one refusal of their form. */
const SAME_ATTEMPT_MS: Milliseconds = 500;
const SEARCH = 'input[type=search],[role=searchbox],[role=search] input,search input';

/**
 * What happens to form fields: counts and lengths. A value is measured here and nowhere else; of a
 * search query a salted hash is kept, to tell queries apart.
 *
 * @param salt - random, new for each page load
 */
export function fromFields(host: Host, salt: number): Observable<FieldEvent> {
  const { window, dom, report, accepts, timeOf } = host;
  const lengths = new WeakMap<Element, number>();
  let refusedAt = -Infinity;
  const on = <E extends Event>(...types: string[]) =>
    listen<E>(window, types, report).pipe(filter((event) => accepts(event)));

  const toEvent = (
    event: Event,
    { element, target }: Located,
    kind: FieldEvent['kind'],
    query?: number,
  ): FieldEvent => ({
    time: timeOf(event),
    kind,
    target,
    form: formPath(element, host),
    ...(query !== undefined && { query }),
  });

  const located = (event: Event) => {
    const found = toTarget(event, dom);
    const isField =
      found && (found.target.control === 'field' || found.target.control === 'slider');
    return isField ? of({ event, found }) : [];
  };

  const onInput = (event: InputEvent, found: Located): FieldEvent[] => {
    const length = valueOf(found.element).length;
    const before = lengths.get(found.element) ?? 0;
    lengths.set(found.element, length);
    // Autofill has no input type or replaces all; a composition is corrected as it is made.
    if (event.isComposing || !event.inputType || event.inputType === 'insertReplacementText')
      return [];
    if (event.inputType === 'insertFromPaste') return [toEvent(event, found, 'paste')];
    if (length >= before) return [toEvent(event, found, 'edit')];
    const isEmptied = length === 0 && before > 2;
    return [toEvent(event, found, isEmptied ? 'cleared' : 'deletion')];
  };

  const onFocus = (event: FocusEvent, found: Located): FieldEvent[] => {
    lengths.set(found.element, valueOf(found.element).length);
    return [toEvent(event, found, event.type === 'focusin' ? 'focus' : 'left')];
  };

  const search = (event: Event, element: Element): FieldEvent[] => {
    const value = valueOf(element).trim().toLowerCase();
    if (!value || !dom.matches(element, SEARCH)) return [];
    const found = { element, target: describe(element, dom) };
    return [toEvent(event, found, 'search', hash32(value, salt))];
  };

  const onSubmit = (event: Event): FieldEvent[] => {
    const form = event.target;
    if (!dom.isElement(form)) return [];
    const found = { element: form, target: describe(form, dom) };
    const fields = Array.from(form.querySelectorAll(SEARCH));
    return [toEvent(event, found, 'submit'), ...fields.flatMap((field) => search(event, field))];
  };

  const onInvalid = (event: Event, found: Located): FieldEvent[] => {
    const form = dom.closest(found.element, 'form');
    const invalid = toEvent(event, found, 'invalid');
    const isSameAttempt = invalid.time - refusedAt < SAME_ATTEMPT_MS;
    if (!form || isSameAttempt) return [invalid];
    refusedAt = invalid.time;
    return [invalid, toEvent(event, { element: form, target: describe(form, dom) }, 'refused')];
  };

  const inputs$ = on<InputEvent>('input');
  return merge(
    on<FocusEvent>('focusin', 'focusout').pipe(
      mergeMap(located),
      mergeMap(({ event, found }) => onFocus(event as FocusEvent, found)),
    ),
    inputs$.pipe(
      mergeMap(located),
      mergeMap(({ event, found }) => onInput(event as InputEvent, found)),
    ),
    // The path is gone after the pause: the element is taken before it.
    inputs$.pipe(
      map((event) => ({ event, element: toTarget(event, dom)?.element })),
      debounceTime(SEARCH_PAUSE_MS),
      mergeMap(({ event, element }) => (element ? search(event, element) : [])),
    ),
    on<SubmitEvent>('submit').pipe(mergeMap(onSubmit)),
    on<Event>('invalid').pipe(
      mergeMap((event) => {
        const found = toTarget(event, dom);
        return found ? onInvalid(event, found) : [];
      }),
    ),
  ).pipe(share());
}

/** Path of the form around an element, '' outside of any or where it is masked. */
export function formPath(element: Element, { dom }: Host): string {
  const form = dom.closest(element, 'form');
  return form ? describe(form, dom).path && structuralPath(form, dom) : '';
}

function valueOf(element: Element): string {
  const { value } = element as Partial<HTMLInputElement>;
  return typeof value === 'string' ? value : '';
}
