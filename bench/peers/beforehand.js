/** Beforehand itself, with its defaults; it would offer, and never shows. */
import { isAlone, OFFER, record } from './record.js';

globalThis.benchAssistant = Beforehand.createAssistant({
  // Nobody is prompted: the offer would be a change in the page that every peer sees.
  holdout: 0.999999,
  // Alone on the page, its cost is measured with events that scripts make.
  trustSynthetic: isAlone && !globalThis.benchIsPlain,
  // Sessions are short here; in life it waits for half a minute.
  limits: { minSessionMs: 0 },
  articles: [{ id: 'help', title: 'Help with this page', url: '/pages/site/help.html' }],
  onDecision: ({ action }) => {
    if (action !== 'none') record('beforehand', OFFER);
  },
  onSignal: ({ detector, target, strength }) =>
    record('beforehand', detector, `${target} ${strength.toFixed(2)}`),
});
