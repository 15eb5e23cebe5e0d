import type { Messages } from '../types.js';

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
  privacy: 'This was worked out on your device. Nothing about your visit was sent anywhere.',
  openArticle: 'Open the full article',
  moreArticles: 'These may help too',
  contact: 'Contact us',
  willSend: 'We will pass on: {items}.',
  page: 'page',
  task: 'task',
  step: 'step',
  error: 'error',
  announcement: 'Help is available: {title} Press {shortcut} to reach it.',
  nothingFound: 'There is nothing on this in our help pages.',
  reasons: {
    rageClick: 'the same spot was pressed several times',
    deadClick: 'a button did not seem to do anything',
    slowResponse: 'the page took long to answer',
    blockedClick: 'a button could not be used yet',
    errorClick: 'something on the page went wrong',
    formStruggle: 'a form did not accept what was entered',
    idleAfterError: 'things paused after a problem on the page',
    repeatedSearch: 'several searches did not lead anywhere',
    sinceProgress: 'this step has been open for a while',
    other: 'others stopped at this point and found this useful',
  },
};

/** Fills in `{name}` places; a place without a value stays empty. */
export function format(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : '',
  );
}
