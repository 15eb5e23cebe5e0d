/** Beforehand itself, with its defaults; it would offer, and never shows. */
import { isAlone, record } from './record.js';

globalThis.benchAssistant = Beforehand.createAssistant({
  // Nobody is prompted: the offer would be a change in the page that every peer sees.
  holdout: 0.999999,
  // Alone on the page, its cost is measured with events that scripts make.
  trustSynthetic: isAlone,
  onSignal: ({ detector, target, strength }) =>
    record('beforehand', detector, `${target} ${strength.toFixed(2)}`),
});
