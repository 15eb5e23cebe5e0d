import { assistant } from './assistant.js';
import { createCaption, type Caption } from './caption.js';
import { createHand, type Hand } from './hand.js';
import { pause } from './pause.js';
import type { Recording, Step } from './Recording.js';
import type { Shop } from './Shop.js';

const LOOK_MS = 100;
/** How long after the last step help may still come. */
const PATIENCE_MS = 8000;

/** Plays a prepared session in this page until help is offered, then says what happened. */
export async function play(shop: Shop, id: string): Promise<void> {
  const recording = await load(id);
  shop.faults.set(recording.fault, true);
  const stopped = new AbortController();
  const caption = createCaption(recording, () => stopped.abort());
  const hand = createHand(stopped.signal);
  const watching = setInterval(() => {
    if (isHelpOffered()) stopped.abort();
  }, LOOK_MS);

  try {
    await follow(recording.steps, hand, caption, stopped.signal);
    await pause(PATIENCE_MS, stopped.signal);
  } catch (thrown) {
    if (!stopped.signal.aborted) throw thrown;
  } finally {
    clearInterval(watching);
    caption.end(isHelpOffered() ? recording.ending : 'Stopped before any help was offered.');
    hand.hide();
  }
}

async function load(id: string): Promise<Recording> {
  const name = id === 'postcode' ? 'postcode' : 'coupon';
  const response = await fetch(`/recordings/${name}.json`);
  return (await response.json()) as Recording;
}

function isHelpOffered(): boolean {
  return (
    assistant()
      ?.explain()
      .some(({ shown }) => shown) ?? false
  );
}

async function follow(
  steps: readonly Step[],
  hand: Hand,
  caption: Caption,
  until: AbortSignal,
): Promise<void> {
  for (const step of steps) {
    if ('say' in step) caption.say(step.say);
    else if ('pauseMs' in step) await pause(step.pauseMs, until);
    else if ('pressMs' in step) await hand.press(step.pressMs);
    else if ('keys' in step) await hand.type(step.keys);
    else await hand.move(step);
  }
}
