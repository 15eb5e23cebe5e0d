import type { NativeDom } from './nativeDom.js';

const LINKS =
  'a[href],button,summary,[role=link],[role=button],[role=menuitem],[data-beforehand-help]';
const WORDS =
  'help|faqs?|support|contact|hilfe|kontakt|aide|ayuda|contacto|aiuto|contatti|ajuda|contato|hulp';
/** A whole part of a path: `/help/delivery`, and not `/contact-lenses`. */
const PATH = new RegExp(`/(${WORDS}|help-cent(er|re)|contact-us|customer-service)(/|\\.|$)`, 'i');
/** A whole label: "Contact us", and not "Contact lenses". */
const LABEL = new RegExp(
  `^((need|get) )?(${WORDS}|customer service)( (us|page|cent(er|re)))?\\??$`,
  'i',
);
/** A longer label is no name of a way to help. */
const MAX_LABEL = 24;

/**
 * The link or button around an element, if it leads to help, questions or contact: by the host's
 * mark, by its address or by its label, which are classified here and dropped.
 */
export function helpLink(element: Element, dom: NativeDom): Element | undefined {
  const link = dom.closest(element, LINKS);
  if (!link) return undefined;
  const href = dom.attribute(link, 'href') ?? '';
  const label = (dom.attribute(link, 'aria-label') ?? link.textContent ?? '').trim();
  const isHelp =
    dom.attribute(link, 'data-beforehand-help') !== null ||
    /^(mailto|tel):/i.test(href) ||
    isHelpPath(href.replace(/[?#].*/, '')) ||
    (label.length <= MAX_LABEL && LABEL.test(label));
  return isHelp ? link : undefined;
}

/** Whether a path, or its template, is a page of help. */
export function isHelpPath(path: string): boolean {
  return PATH.test(path);
}
