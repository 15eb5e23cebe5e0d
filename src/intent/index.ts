/** What the visitor is trying to do; which article, step and team help with it. */
export { chooseOffer, type OfferInput } from './chooseOffer.js';
export { createArticles, type Articles, type ArticlesOptions } from './createArticles.js';
export { createIntent } from './createIntent.js';
export type { IntentOptions, IntentTracker } from './IntentTracker.js';
export { matchesPattern } from './matchesPattern.js';
export type { ArticleQuery } from './rankArticles.js';
export type { TaskEvent } from './taskLife.js';
