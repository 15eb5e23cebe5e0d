import { httpUrl } from '../tools/httpUrl.js';
import type { Article } from '../types.js';
import { drawHeader } from './drawHeader.js';
import { NEW_TAB, offeredArticle, titleOf } from './drawOffer.js';
import { MAX_TITLE, type Drawing } from './Drawing.js';
import { plainText } from './plainText.js';
import { previewOf } from './previewOf.js';

const MAX_TEXT = 2000;
const MAX_MORE = 3;

/** What the visitor opened: the article, others like it, and the way to a person. */
export function drawHelp(drawing: Drawing): Node {
  const { offer, environment, make } = drawing;
  const article = offeredArticle(offer);
  const title = article ? plainText(article.title, MAX_TITLE) : titleOf(offer, environment);
  return make('section', {
    part: 'card',
    attributes: { role: 'dialog', 'aria-labelledby': 'title' },
    children: [
      drawHeader(title, drawing),
      ...drawArticle(article, drawing),
      ...drawMore(offer.articles.slice(1, 1 + MAX_MORE), drawing),
      ...drawContact(drawing),
    ],
  });
}

function drawArticle(article: Article | undefined, drawing: Drawing): Node[] {
  const { openArticle, nothingFound } = drawing.environment.messages;
  const link = article && drawLink(article, openArticle, drawing);
  const text = article?.text || (link ? '' : nothingFound);
  const paragraphs = plainText(text, MAX_TEXT)
    .split(/\n\s*\n/)
    .filter(Boolean);
  const attributes: Record<string, string> = article?.lang ? { lang: article.lang } : {};
  return [
    ...paragraphs.map((text) => drawing.make('p', { part: 'text', text, attributes })),
    ...(link ? [link] : []),
  ];
}

/** A link to an article's page, or nothing when its URL may not stand in one. */
function drawLink({ url }: Article, text: string, drawing: Drawing): Node | undefined {
  const href = httpUrl(url, drawing.environment.document.baseURI);
  return href === undefined
    ? undefined
    : drawing.make('a', { part: 'link', text, attributes: { href, ...NEW_TAB } });
}

function drawMore(articles: readonly Article[], drawing: Drawing): Node[] {
  const { make, environment } = drawing;
  const items = articles.map((article) => {
    const title = plainText(article.title, MAX_TITLE);
    const link = drawLink(article, title, drawing);
    return make('li', { ...(!link && { text: title }), children: [link] });
  });
  if (items.length === 0) return [];
  return [make('h3', { text: environment.messages.moreArticles }), make('ul', { children: items })];
}

/** The way to a person, with what would be told there in plain sight. */
function drawContact({ offer, environment, make, actions }: Drawing): Node[] {
  if (!offer.handoff) return [];
  const { messages, handoffContext } = environment;
  return [
    make('footer', {
      children: [
        make('button', { part: 'contact', text: offer.handoff.label, onPress: actions.contact }),
        make('small', { text: previewOf(handoffContext, messages) }),
      ],
    }),
  ];
}
