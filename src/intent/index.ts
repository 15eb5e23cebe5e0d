export { chooseOffer, type OfferInput } from './chooseOffer.js';
export { createArticles, type Articles } from './createArticles.js';
export { createIntent, type IntentTracker, type TaskEvent } from './createIntent.js';
