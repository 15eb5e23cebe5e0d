import type { Answer } from './fromAnswers.js';
import type { Host } from './Host.js';
import type { Watched } from './watched.js';

export interface PressActsOptions {
  /** Presses that are watched now, latest last. */
  readonly watched: readonly Watched[];
  readonly onAnswer: (answer: Answer) => void;
  readonly onClick: () => void;
}

/** A press that is let go further away than this was a drag. */
const TRAVEL_PX = 10;

/** What a release or a click, also one of a script's, tells of the latest press. */
export function pressActs(
  { dom, clock, isHeard, toTime }: Host,
  { watched, onAnswer, onClick }: PressActsOptions,
) {
  /** A script opens the file chooser, or follows a link. */
  const isScriptsWay = ({ isTrusted, target }: Event) =>
    !isTrusted && dom.isElement(target) && dom.matches(target, '[type=file i],a[href]');

  return (event: PointerEvent): void => {
    const latest = watched.at(-1);
    if (isScriptsWay(event)) onAnswer({ kind: 'window', time: clock.now() });
    if (latest && isHeard(event)) {
      latest.actedAt = clock.now();
      latest.releasedAt = toTime(event.timeStamp);
    }
    if (event.type === 'click') onClick();
    else if (latest?.press.pointer === 'mouse') {
      const travelPx = Math.hypot(event.clientX - latest.x, event.clientY - latest.y);
      if (travelPx > TRAVEL_PX) onAnswer({ kind: 'drag', time: clock.now() });
    }
  };
}
