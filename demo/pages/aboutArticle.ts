import { element } from '../element.js';
import { heading } from '../parts/heading.js';
import type { Page } from '../Shop.js';
import { notFound } from './notFound.js';

/** One article of the help centre. */
export const aboutArticle: Page = (shop, visit) => {
  const article = shop.articles.find(({ id }) => id === visit.parameters.article);
  if (!article) return notFound(shop, visit);
  return element(
    'article',
    { class: 'page narrow article', 'data-test': 'article' },
    element('p', { class: 'crumbs' }, element('a', { href: '/help' }, 'All help')),
    heading(article.title),
    ...article.text.split('\n\n').map((paragraph) => element('p', {}, paragraph)),
    element(
      'p',
      { class: 'article-end' },
      'Not what you were looking for? ',
      element('a', { href: '/contact' }, 'Write to us'),
    ),
  );
};
