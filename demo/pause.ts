/** Waits; rejects at once when the signal aborts. */
export function pause(ms: number, until: AbortSignal): Promise<void> {
  return new Promise((done, stopped) => {
    const stop = () => {
      clearTimeout(timer);
      stopped(new Error('stopped'));
    };
    const timer = setTimeout(() => {
      until.removeEventListener('abort', stop);
      done();
    }, ms);
    if (until.aborted) stop();
    else until.addEventListener('abort', stop, { once: true });
  });
}
