import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';

/**
 * Hears events that come with every frame, of which a few a second tell enough: being called for each
 * costs more than to stop listening and to begin again. Returns the removal.
 *
 * @param next - returns for how long nothing has to be heard, if so
 */
export function sparingly(
  { on, later }: Pick<Host, 'on' | 'later'>,
  types: string | readonly string[],
  next: (event: Event) => Milliseconds | undefined,
): () => void {
  let stop: () => void;
  const listen = () => {
    stop = on(types, (event) => {
      const restMs = next(event);
      if (restMs === undefined) return;
      stop();
      stop = later(restMs, listen);
    });
  };
  listen();
  return () => stop();
}
