export { handoffFromJson } from './handoffFromJson.js';
export { intercom, type IntercomOptions } from './intercom.js';
export { link, type LinkOptions } from './link.js';
export { mailto, type MailtoOptions } from './mailto.js';
