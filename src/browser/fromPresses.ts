import { Observable } from 'rxjs';
import type { Press } from '../types.js';
import type { ElementPress, Pressing } from './ElementPress.js';
import { fromActivations } from './fromActivations.js';
import { fromPointerPresses } from './fromPointerPresses.js';
import type { Host } from './Host.js';
import type { Located } from './Located.js';
import { looksOf, toTarget } from './toTarget.js';

/**
 * The visitor's presses, one each: a mouse's when the button goes down, so that help is timely; a
 * finger's or pen's when it goes up without having travelled; a key's or an assistive technology's
 * by the click that comes of it. What is of no control is told a task later, when it was looked at.
 */
export function fromPresses(host: Host): Observable<ElementPress> {
  let id = 0;

  return new Observable<ElementPress>((subscriber) => {
    const tell = (pressing: Pressing, located: Located) => {
      id += 1;
      subscriber.next(toPress(pressing, id, located, host));
    };
    const next = (pressing: Pressing) => {
      const { event } = pressing;
      const located = toTarget(event, host);
      if (!located) return;
      const find = looksOf(located, host);
      if (!find) tell(pressing, located);
      // In a task of its own, as the looks of what was pressed may have to be worked out.
      else host.later(0, () => tell(pressing, find(located, event) ?? located));
    };
    const removals = [fromPointerPresses(host, next), fromActivations(host, next)];
    return () => removals.forEach((remove) => remove());
  });
}

function toPress(
  { event, pointer, time }: Pressing,
  id: number,
  { element, target }: Located,
  host: Host,
): ElementPress {
  // Where exactly somebody points into a text, or on a key pad, tells what they write there.
  const isTold =
    pointer !== 'keyboard' && pointer !== 'assistive' && target.path && target.control !== 'field';
  const press: Press = {
    id,
    time,
    x: isTold ? event.clientX || 0 : 0,
    y: isTold ? event.clientY || 0 : 0,
    pointer,
    modified: event.ctrlKey || event.metaKey || event.altKey || event.shiftKey,
    target,
  };
  return { press, element, path: host.elementsOf(event), x: event.clientX, y: event.clientY };
}
