import type {
  Article,
  HandoffContext,
  Messages,
  Offer,
  PromptEnvironment,
  PromptOutcome,
} from '../types.js';
import { button, element } from './element.js';
import { format } from './messages.js';
import { plainText, safeUrl } from './plainText.js';

const MAX_TITLE = 200;
const MAX_TEXT = 2000;

/** What the parts of a card do when they are pressed. */
export interface CardActions {
  readonly answer: (outcome: PromptOutcome) => void;
  readonly close: () => void;
  /** The visitor has opened the article, or the way to a person, in the card. */
  readonly open: () => void;
}

export function titleOf({ task }: Offer, { titleForTask, title }: Messages): string {
  return task ? format(titleForTask, { task: plainText(task.name, MAX_TITLE) }) : title;
}

/** The offer: what it is about, and four ways to answer. */
export function offerCard(
  offer: Offer,
  environment: PromptEnvironment,
  actions: CardActions,
): Node[] {
  const { document, messages } = environment;
  const [article] = offer.articles;
  const about = article
    ? plainText(article.title, MAX_TITLE)
    : (offer.handoff?.label ?? messages.contact);
  return [
    headerOf(titleOf(offer, messages), environment, actions),
    element(document, 'p', { part: 'body', text: about }),
    element(document, 'div', {
      part: 'action',
      children: [
        accept(offer, environment, actions),
        button(document, {
          part: 'not-now',
          text: messages.notNow,
          onPress: () => actions.answer('notNow'),
        }),
      ],
    }),
    ...why(offer, environment, [
      button(document, {
        part: 'never',
        text: messages.never,
        onPress: () => actions.answer('never'),
      }),
    ]),
  ];
}

/** What the visitor opened: the article in full, others like it, and the way to a person. */
export function openedCard(
  offer: Offer,
  environment: PromptEnvironment,
  actions: CardActions,
): Node[] {
  const { document, messages } = environment;
  const [article, ...others] = offer.articles;
  const title = article ? plainText(article.title, MAX_TITLE) : titleOf(offer, messages);
  return [
    headerOf(title, environment, actions),
    element(document, 'div', { part: 'text', children: paragraphs(document, article?.text ?? '') }),
    article && link(article, messages.openArticle, environment),
    others.length > 0 ? more(others, environment) : undefined,
    ...contact(offer, environment),
  ].filter((node) => node !== undefined);
}

function headerOf(
  title: string,
  { document, messages }: PromptEnvironment,
  { close }: CardActions,
) {
  return element(document, 'header', {
    children: [
      element(document, 'h2', {
        part: 'title',
        text: title,
        attributes: { id: 'title', tabindex: '-1' },
      }),
      button(document, {
        part: 'close',
        text: '×',
        attributes: { 'aria-label': messages.close },
        onPress: close,
      }),
    ],
  });
}

/** A button that opens the article here; a link where there is nothing to show but a page. */
function accept(offer: Offer, environment: PromptEnvironment, { answer, open }: CardActions): Node {
  const { document, messages } = environment;
  const [article] = offer.articles;
  const onPress = () => {
    answer('accepted');
    open();
  };
  const url = article && !article.text && safeUrl(article.url, document.baseURI);
  if (!url) return button(document, { part: 'accept', text: messages.accept, onPress });
  return element(document, 'a', {
    part: 'accept',
    text: messages.accept,
    attributes: { href: url, ...NEW_TAB },
    onPress: () => answer('accepted'),
  });
}

/** "Why am I seeing this?", and beside it what else belongs at the foot. */
function why(
  { reasons }: Offer,
  { document, messages }: PromptEnvironment,
  beside: Node[],
): Node[] {
  const explanation = element(document, 'small', {
    attributes: { id: 'because', hidden: '' },
    text: `${format(messages.because, { reasons: reasons.join(', ') })} ${messages.privacy}`,
  });
  const toggle = button(document, {
    part: 'why',
    text: messages.why,
    attributes: { 'aria-expanded': 'false', 'aria-controls': 'because' },
    onPress: () => {
      explanation.hidden = !explanation.hidden;
      toggle.setAttribute('aria-expanded', String(!explanation.hidden));
    },
  });
  return [element(document, 'footer', { children: [toggle, ...beside] }), explanation];
}

function paragraphs(document: Document, text: string): Node[] {
  return plainText(text, MAX_TEXT)
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((paragraph) => element(document, 'p', { text: paragraph }));
}

const NEW_TAB = { target: '_blank', rel: 'noopener noreferrer' };

function link(article: Article, text: string, { document }: PromptEnvironment): Node | undefined {
  const href = safeUrl(article.url, document.baseURI);
  return href ? element(document, 'a', { text, attributes: { href, ...NEW_TAB } }) : undefined;
}

function more(articles: readonly Article[], environment: PromptEnvironment): Node {
  const { document, messages } = environment;
  const items = articles.slice(0, 3).map((article) =>
    element(document, 'li', {
      children: [link(article, plainText(article.title, MAX_TITLE), environment)],
    }),
  );
  return element(document, 'div', {
    children: [
      element(document, 'small', { text: messages.moreArticles }),
      element(document, 'ul', { children: items }),
    ],
  });
}

/** The way to a person, with what would be told there in plain sight. */
function contact({ handoff }: Offer, environment: PromptEnvironment): Node[] {
  if (!handoff) return [];
  const { document, messages, handoffContext, openHandoff } = environment;
  return [
    element(document, 'small', { text: preview(handoffContext, messages) }),
    element(document, 'div', {
      part: 'action',
      children: [button(document, { part: 'contact', text: handoff.label, onPress: openHandoff })],
    }),
  ];
}

export function preview(context: HandoffContext, messages: Messages): string {
  const { page, task, step, error } = context;
  const items = Object.entries({ page, task, step, error })
    .filter((item): item is [keyof Messages & ('page' | 'task' | 'step' | 'error'), string] =>
      Boolean(item[1]),
    )
    .map(([name, value]) => `${messages[name]} ${plainText(value, MAX_TITLE)}`);
  return format(messages.willSend, { items: items.join(', ') });
}
