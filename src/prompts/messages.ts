import type { Messages } from '../types.js';

const WENT_WRONG = 'something on the page went wrong';
const NOTHING_HAPPENED = 'a button did not seem to do anything';
const NOT_ACCEPTED = 'a form did not accept what was entered';
const NOT_FOUND = 'several searches led nowhere';
const SAME_PAGES = 'the same pages came up again';
const SLOW = 'the page took long to answer';
const LONG = 'this step has been open for a while';

/** The built-in words: short, plain, and never about how the visitor feels. */
export const english: Messages = {
  label: 'Help',
  titleForTask: 'Need a hand with “{task}”?',
  title: 'Need a hand?',
  badge: 'Need help?',
  accept: 'Show me',
  notNow: 'Not now',
  never: 'Don’t offer again',
  close: 'Close',
  why: 'Why am I seeing this?',
  because: 'Because {reasons}.',
  privacy: 'This was worked out on your own device, and nothing about your visit has left it.',
  openArticle: 'Open the full article',
  moreArticles: 'These may help too',
  contact: 'Contact us',
  willSend: 'We will send: {items}.',
  page: 'page',
  task: 'task',
  step: 'step',
  error: 'error',
  announcement: 'Help is available: {title} Press {shortcut} to reach it.',
  nothingFound: 'Our help pages don’t cover this yet. You can ask us.',
  reasons: {
    rageClick: 'the same spot was pressed several times',
    deadClick: NOTHING_HAPPENED,
    keyboardRage: NOTHING_HAPPENED,
    deadSwipe: NOTHING_HAPPENED,
    blockedClick: 'a button could not be used yet',
    errorClick: WENT_WRONG,
    formStruggle: NOT_ACCEPTED,
    formAbandon: 'a form was not sent off',
    idleAfterError: 'things paused after a problem on the page',
    repeatedSearch: NOT_FOUND,
    quickBack: SAME_PAGES,
    pageLoop: SAME_PAGES,
    refresh: 'a page was loaded again',
    helpSeeking: 'help was looked for',
    slowResponse: SLOW,
    errors: WENT_WRONG,
    requestFailures: WENT_WRONG,
    refusedSubmits: NOT_ACCEPTED,
    reEdits: NOT_ACCEPTED,
    repeatedPresses: NOTHING_HAPPENED,
    searches: NOT_FOUND,
    latency: SLOW,
    long: LONG,
    sinceProgress: LONG,
    sinceTaskStart: LONG,
    other: 'this step can be tricky',
  },
};
