/**
 * One visit: what the visitor does on which page, and what they go through. What they feel is
 * written from their side, never from what an SDK says of it.
 *
 * @typedef {{
 *   name: string,
 *   page: string,
 *   expects?: readonly string[],
 *   allows?: readonly string[],
 *   unseen?: readonly string[],
 *   settleMs?: number,
 *   isLong?: boolean,
 *   context?: import('playwright-core').BrowserContextOptions,
 *   visit: (visit: Visit) => Promise<void>,
 * }} Scenario
 * `expects`: the types of frustration that the visit holds, each felt at least once; none for a calm
 * one. `allows`: types that are neither right nor wrong here. `unseen`: those of which no event,
 * observer or Performance entry tells here; where missed, they count as missed. `settleMs`: how long
 * after the last press signals are waited for. `isLong`: begin it early, others run beside it.
 *
 * @typedef {{
 *   page: import('playwright-core').Page,
 *   hand: ReturnType<typeof import('../hand.js').createHand>,
 *   origin: string,
 *   trouble: () => void,
 *   feels: (type: string) => void,
 *   feelsNow: (type: string) => void,
 * }} Visit
 * `trouble` says that things begin to go wrong, where that takes a while: signals from then on are
 * early and not wrong. `feels` names the moment of the last press, key or touch; `feelsNow` this one.
 */
export {};
