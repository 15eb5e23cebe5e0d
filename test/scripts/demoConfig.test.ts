import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => JSON.parse(readFileSync(`demo/${path}`, 'utf8'));
const { tasks, articles, handoff } = read('beforehand.json') as {
  tasks: { id: string; team: string; articles: string[] }[];
  articles: { id: string; url: string; text: string; team: string; tasks: string[] }[];
  handoff: { type: string; href: string }[];
};

describe('the demo’s configuration', () => {
  it('names only articles and tasks that exist', () => {
    const ids = articles.map(({ id }) => id);
    const taskIds = tasks.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(tasks.flatMap((task) => task.articles)));
    expect(taskIds).toEqual(expect.arrayContaining(articles.flatMap((article) => article.tasks)));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has a page in the shop for every article', () => {
    expect(articles.map(({ url }) => url)).toEqual(articles.map(({ id }) => `/help/${id}`));
  });

  it('leads to a person', () => {
    expect(handoff).toEqual([{ type: 'link', href: '/contact', label: 'Contact us' }]);
  });
});

describe('the demo’s products', () => {
  it('have a picture each', () => {
    const pictures = readdirSync('demo/pictures');
    const products = read('products.json') as { id: string }[];
    expect(pictures).toEqual(expect.arrayContaining(products.map(({ id }) => `${id}.svg`)));
  });
});
