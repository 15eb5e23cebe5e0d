import { httpUrl } from '../tools/httpUrl.js';
import type { Article, Offer, PromptEnvironment } from '../types.js';
import { drawHeader } from './drawHeader.js';
import { drawWhy } from './drawWhy.js';
import { MAX_TITLE, type Drawing } from './Drawing.js';
import { format } from './format.js';
import { plainText } from './plainText.js';
import { previewOf } from './previewOf.js';

/** The offer: what it is about, the answers to it, and why it is made. */
export function drawOffer(drawing: Drawing): Node {
  const { offer, environment, make, actions } = drawing;
  const { messages, handoffContext } = environment;
  const article = offeredArticle(offer);
  const answer = (part: string, text: string, outcome: 'notNow' | 'never') =>
    make('button', { part, text, onPress: () => actions.answer(outcome) });

  return make('section', {
    part: 'card',
    children: [
      drawHeader(titleOf(offer, environment), drawing),
      make('p', {
        part: 'body',
        text: article ? plainText(article.title, MAX_TITLE) : messages.nothingFound,
        attributes: article?.lang ? { lang: article.lang } : {},
      }),
      offer.handoff && !article
        ? make('small', { text: previewOf(handoffContext, messages) })
        : undefined,
      make('div', {
        part: 'action',
        children: [drawAccept(article, drawing), answer('not-now', messages.notNow, 'notNow')],
      }),
      ...drawWhy(drawing, answer('never', messages.never, 'never')),
    ],
  });
}

export function titleOf({ task }: Offer, { messages }: PromptEnvironment): string {
  return task
    ? format(messages.titleForTask, { task: plainText(task.name, MAX_TITLE) })
    : messages.title;
}

export function offeredArticle({ kind, articles }: Offer): Article | undefined {
  return kind === 'article' ? articles[0] : undefined;
}

/** A button, or a link where there is nothing to show here but a page to go to. */
function drawAccept(article: Article | undefined, { make, ...drawing }: Drawing): Node {
  const { offer, environment, actions } = drawing;
  const { accept: text } = environment.messages;
  const part = 'accept';
  if (!article && offer.handoff) {
    return make('button', { part, text: offer.handoff.label, onPress: actions.contact });
  }
  const href =
    !article || article.text ? undefined : httpUrl(article.url, environment.document.baseURI);
  return href
    ? make('a', { part, text, attributes: { href, ...NEW_TAB }, onPress: actions.follow })
    : make('button', { part, text, onPress: actions.open });
}

/** The page stays as it is, and the page opened learns nothing of it. */
export const NEW_TAB = { target: '_blank', rel: 'noopener noreferrer' };
