/** A site of several pages without a framework: every link loads a page. */
const PAGES = ['index', 'tickets', 'opening', 'parking', 'refunds', 'help'];
const page = location.pathname.split('/').pop().replace('.html', '');
const add = (tag, text, into = document.body, more = {}) =>
  into.appendChild(Object.assign(document.createElement(tag), { textContent: text }, more));

const nav = add('nav', '');
for (const name of PAGES) {
  add('a', name === 'help' ? 'Help' : name, nav, {
    href: `${name}.html`,
    id: `to-${name}`,
    style: 'margin-right: 16px',
  });
}
const form = add('form', '', document.body, { action: 'index.html' });
form.setAttribute('role', 'search');
add('input', '', form, { type: 'search', name: 'q', id: 'q', ariaLabel: 'Search' });
add('button', 'Search', form, { id: 'go' });

const main = add('main', '');
const query = new URLSearchParams(location.search).get('q');
add('h1', query ? `Nothing found for “${query}”` : page, main);
if (query === 'opening') add('a', 'Opening hours', main, { href: 'opening.html', id: 'result' });
if (page === 'refunds' && location.search.includes('broken')) {
  add('p', 'Loading your refund …', main);
} else {
  for (let i = 1; i <= 40; i += 1) {
    add(
      'p',
      `${page}, part ${i}. The museum is open to all, and most of what it shows has been given by those who live here.`,
      main,
    );
  }
}
