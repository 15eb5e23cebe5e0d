import { launch } from './browser.js';
import { playSession } from './session.js';

/** A session that hangs must not hold up the others. */
const MAX_SESSION_MS = 150_000;
/** A browser is renewed after this many sessions, so that none grows slow. */
const SESSIONS_A_BROWSER = 25;

/**
 * Plays every scenario with every seed, several side by side, each worker with a browser of its own:
 * pages of one browser would share a main process and a focus. Long ones begin first.
 *
 * @param {{ scenarios: readonly import('./scenarios/Scenario.js').Scenario[], seeds: readonly number[],
 *   origin: string, parallel: number, onSession: (session: import('./session.js').Session) => void }} options
 */
export async function runSessions({ scenarios, seeds, origin, parallel, onSession }) {
  const queue = seeds.flatMap((seed) => scenarios.map((scenario) => ({ scenario, seed })));
  queue.sort((a, b) => Number(Boolean(b.scenario.isLong)) - Number(Boolean(a.scenario.isLong)));
  const sessions = [];

  const work = async () => {
    while (queue.length > 0) {
      const browser = await launch();
      for (let n = 0; n < SESSIONS_A_BROWSER && queue.length > 0; n += 1) {
        const session = await playInTime({ browser, origin, ...queue.shift() });
        sessions.push(session);
        onSession(session);
      }
      await browser.close().catch(() => {});
    }
  };

  await Promise.all(Array.from({ length: parallel }, work));
  return sessions;
}

async function playInTime({ scenario, seed, ...options }) {
  let timer;
  const late = new Promise((done) => {
    timer = setTimeout(done, MAX_SESSION_MS, failed(scenario, seed));
  });
  const session = await Promise.race([playSession({ scenario, seed, ...options }), late]);
  clearTimeout(timer);
  return session;
}

function failed({ name, allows = [], unseen = [] }, seed) {
  const nothing = { raised: [], felt: [], pageErrors: [], ms: MAX_SESSION_MS };
  return { scenario: name, seed, allows, unseen, ...nothing, error: 'did not end in time' };
}
