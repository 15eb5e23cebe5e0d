import { Observable } from 'rxjs';
import { consume } from '../guard.js';
import type { FieldEvent, Milliseconds } from '../types.js';
import { formOf, type ToFieldEvent } from './fieldEvents.js';
import type { Host } from './Host.js';
import type { Refusal } from './mutationRecords.js';

/** A refusal this soon after a submit was tried is its answer. */
const ANSWER_MS: Milliseconds = 1000;
/** A click, and the submit that comes of it, are one attempt. */
const SAME_MS: Milliseconds = 300;

interface Attempt {
  readonly form: Element;
  readonly time: Milliseconds;
  isRefused: boolean;
}

/**
 * Forms that were sent off, and attempts that a refused field stopped, each once.
 *
 * The browser's own validation lets no `submit` event happen: then the attempt is the click or
 * Enter before it. A page's own validation shows in `aria-invalid`, which may still be there from
 * the attempt before.
 */
export function fromSubmits(
  host: Host,
  { toEvent, refusals$ }: { toEvent: ToFieldEvent; refusals$: Observable<Refusal> },
): Observable<FieldEvent> {
  const { on, dom, report, accepts, elementsOf, timeOf, later, clock } = host;

  return new Observable((subscriber) => {
    let attempt: Attempt | undefined;
    let cancel = () => {};

    const refuse = (time: Milliseconds) => {
      if (!attempt || attempt.isRefused) return;
      attempt.isRefused = true;
      subscriber.next(toEvent('refused', attempt.form, time));
    };

    const tried = (form: Element, time: Milliseconds) => {
      if (attempt?.form === form && time - attempt.time < SAME_MS) return;
      attempt = { form, time, isRefused: false };
      cancel();
      cancel = later(ANSWER_MS, () => (attempt = undefined));
    };

    const onSubmit = (form: Element, time: Milliseconds) => {
      tried(form, time);
      subscriber.next(toEvent('submit', form, time));
      cancel();
      cancel = later(ANSWER_MS, () => {
        if (form.isConnected && isStillInvalid(form)) refuse(clock.now());
        attempt = undefined;
      });
    };

    const onEvent = (event: Event) => {
      if (!accepts(event)) return;
      const path = elementsOf(event);
      if (event.type === 'submit') {
        if (path[0]) onSubmit(path[0], timeOf(event));
        return;
      }
      const form = event.type === 'click' ? formOfButton(path) : formOfEnter(event, path);
      if (form) tried(form, timeOf(event));
    };

    const isStillInvalid = (form: Element) => dom.find(form, '[aria-invalid=true]') !== null;

    const formOfButton = (path: readonly Element[]) => {
      const button = path.find((each) => dom.matches(each, 'button,input,[role=button]'));
      const isButton = button && dom.matches(button, ':not(input),[type=submit i],[type=image i]');
      return isButton ? formOf(button, dom) : null;
    };

    const formOfEnter = (event: Event, [field]: readonly Element[]) =>
      field && (event as KeyboardEvent).key === 'Enter' && dom.tag(field) === 'input'
        ? formOf(field, dom)
        : null;

    const refusals = consume(report, 'internal', refusals$, ({ kind, element, time }) => {
      if (kind === 'invalid' && attempt && formOf(element, dom) === attempt.form) refuse(time);
    });
    const remove = on(['click', 'keydown', 'submit'], onEvent);
    return () => {
      refusals.unsubscribe();
      remove();
      cancel();
    };
  });
}
