import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';

/**
 * Hears events that come with every frame, but for as long as nobody has to. That pays for rests of
 * seconds: to stop and to begin again costs as much as a dozen events. Returns the removal.
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
