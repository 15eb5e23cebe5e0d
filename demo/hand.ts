import { element } from './element.js';
import type { Move } from './Recording.js';
import { pause } from './pause.js';

const TARGET_TIMEOUT_MS = 5000;

/** A hand that works the page through script-made events, with a cursor that shows where it is. */
export interface Hand {
  move(move: Move): Promise<void>;
  press(holdMs: number): Promise<void>;
  type(keys: readonly (readonly [string, number])[]): Promise<void>;
  /** Takes the cursor away. */
  hide(): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** @param until - stops the hand in the middle of whatever it does, by rejecting */
export function createHand(until: AbortSignal): Hand {
  const cursor = element('span', {
    class: 'fake-cursor',
    'aria-hidden': 'true',
    'data-beforehand-noise': true,
  });
  document.body.append(cursor);
  let here: Point = { x: innerWidth * 0.6, y: innerHeight * 0.85 };
  const put = (point: Point) => {
    here = point;
    cursor.style.transform = `translate(${point.x}px, ${point.y}px)`;
  };
  put(here);

  return {
    move: async ({ to, at, path }) => {
      const target = await findTarget(to, until);
      const from = here;
      const goal = pointIn(target, at);
      for (const [ms, along, across] of path) {
        await pause(ms, until);
        put(between(from, goal, along, across));
        dispatchMove(here);
      }
    },
    press: async (holdMs) => {
      const target = elementAt(here);
      dispatchDown(target, here);
      cursor.classList.add('is-down');
      await pause(holdMs, until).finally(() => cursor.classList.remove('is-down'));
      dispatchUp(target, here);
    },
    type: async (keys) => {
      for (const [key, ms] of keys) {
        typeKey(key);
        await pause(ms, until);
      }
    },
    // Not removed: that would change the shop around it, and look like an answer to a press.
    hide: () => {
      cursor.hidden = true;
    },
  };
}

/** Waits for the element, and brings it into view as a person's wheel would. */
async function findTarget(test: string, until: AbortSignal): Promise<Element> {
  const deadline = performance.now() + TARGET_TIMEOUT_MS;
  let target = document.querySelector(`[data-test="${test}"]`);
  while (!target && performance.now() < deadline) {
    await pause(50, until);
    target = document.querySelector(`[data-test="${test}"]`);
  }
  if (!target) throw new Error(`nothing to press: ${test}`);
  await scrollTowards(target, until);
  return target;
}

async function scrollTowards(target: Element, until: AbortSignal): Promise<void> {
  const { top, bottom } = target.getBoundingClientRect();
  // The caption lies above or below what is being worked on, never over it.
  if (top > innerHeight * 0.25 && bottom < innerHeight * 0.72) return;
  let left = (top + bottom) / 2 - innerHeight / 2;
  while (Math.abs(left) > 2) {
    const before = scrollY;
    scrollBy({ top: left * 0.18 + Math.sign(left), behavior: 'instant' });
    if (scrollY === before) return;
    left -= scrollY - before;
    await pause(16, until);
  }
}

function pointIn(target: Element, [across, down]: readonly [number, number]): Point {
  const { left, top, width, height } = target.getBoundingClientRect();
  return { x: left + width * across, y: top + height * down };
}

function between(from: Point, to: Point, along: number, across: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return { x: from.x + dx * along - dy * across, y: from.y + dy * along + dx * across };
}

function elementAt({ x, y }: Point): Element {
  return document.elementFromPoint(x, y) ?? document.body;
}

function dispatchMove(point: Point): void {
  const target = elementAt(point);
  target.dispatchEvent(new PointerEvent('pointermove', pointer(point, 0)));
  target.dispatchEvent(new MouseEvent('mousemove', mouse(point, 0)));
}

function dispatchDown(target: Element, point: Point): void {
  target.dispatchEvent(new PointerEvent('pointerdown', pointer(point, 1)));
  target.dispatchEvent(new MouseEvent('mousedown', mouse(point, 1)));
  const focusable = target.closest<HTMLElement>(
    'a[href], button, input, select, textarea, summary',
  );
  // A pressed button shows no focus ring, a field does; not every browser knows the option yet.
  const options = { preventScroll: true, focusVisible: focusable instanceof HTMLInputElement };
  focusable?.focus(options);
}

function dispatchUp(target: Element, point: Point): void {
  target.dispatchEvent(new PointerEvent('pointerup', pointer(point, 0)));
  target.dispatchEvent(new MouseEvent('mouseup', mouse(point, 0)));
  target.dispatchEvent(new PointerEvent('click', { ...pointer(point, 0), detail: 1 }));
}

function mouse({ x, y }: Point, buttons: number): MouseEventInit {
  return {
    bubbles: true,
    cancelable: true,
    composed: true,
    view: window,
    clientX: x,
    clientY: y,
    button: 0,
    buttons,
  };
}

function pointer(point: Point, buttons: number): PointerEventInit {
  return { ...mouse(point, buttons), pointerId: 1, pointerType: 'mouse', isPrimary: true };
}

/** What a key does to a field, done by hand: script-made keys don't type. */
function typeKey(key: string): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  const init = { key, bubbles: true, cancelable: true, composed: true };
  field.dispatchEvent(new KeyboardEvent('keydown', init));
  field.value = key === 'Backspace' ? field.value.slice(0, -1) : field.value + key;
  field.dispatchEvent(
    new InputEvent('input', {
      bubbles: true,
      composed: true,
      inputType: key === 'Backspace' ? 'deleteContentBackward' : 'insertText',
    }),
  );
  field.dispatchEvent(new KeyboardEvent('keyup', init));
}
