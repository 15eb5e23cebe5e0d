/**
 * Whether this peer may send what it has gathered: alone on a page it does, as in life. Among its
 * peers it doesn't, for the request of one would look to another like the page's answer to a press.
 */
export const isAlone = Boolean(globalThis.benchIsAlone);

/** What is told when help would have been offered: no signal, but what comes of some. */
export const OFFER = 'offer';

/**
 * Tells the bench of one signal, with the page's wall time.
 *
 * @param {string} peer
 * @param {string} type one of our detectors' names
 * @param {string} [on] what the peer says it happened on
 */
export function record(peer, type, on = '') {
  const signal = { peer, type, on, time: Date.now() };
  if (!globalThis.benchIsLeft) globalThis.benchRecord?.(signal);
  else sessionStorage.setItem('bench', JSON.stringify([...readLeft(), signal]));
}

/** What was said while this page was left. */
function readLeft() {
  return JSON.parse(sessionStorage.getItem('bench') ?? '[]');
}
