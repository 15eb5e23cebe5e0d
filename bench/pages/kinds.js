/** A market with one of each kind of widget; with `?broken` some of them do nothing. */
const $ = (id) => document.getElementById(id);
const isBroken = location.search.includes('broken');
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
/** As pages do, it reads what it is answered. */
const ask = async (query) => {
  const response = await fetch(`/pages/api/echo?${query}`);
  await response.json();
  return response.ok;
};
const make = (tag, text, into, more = {}) =>
  into.appendChild(Object.assign(document.createElement(tag), { textContent: text }, more));

const toast = async (text, role = 'status') => {
  const note = make('p', text, $('toasts'), { role });
  await wait(2500);
  note.remove();
};

// The basket counts at once and asks the server afterwards.
let inBasket = 0;
$('add').onclick = async () => {
  inBasket += 1;
  $('basket').textContent = inBasket;
  await ask('wait=250');
  $('basket').dataset.sent = inBasket;
};
if (!isBroken) $('later').onclick = () => void toast('Kept for later');
$('apple').ondragstart = ({ dataTransfer }) => dataTransfer.setData('text/plain', 'Apples');
$('basket-drop').ondragover = (event) => event.preventDefault();
$('basket-drop').ondrop = (event) => {
  event.preventDefault();
  make('p', event.dataTransfer.getData('text/plain'), $('basket-drop'));
};

// Bones first, the content when it has come.
const shown = { goods: 'All the goods there are.', makers: 'Those who make.', places: 'Where.' };
$('views').onclick = async ({ target }) => {
  const { view } = target.dataset;
  if (!view || target.className === 'active' || isBroken) return;
  for (const each of $('views').children) each.className = each === target ? 'active' : '';
  $('view').replaceChildren(
    ...[1, 2, 3].map(() => make('div', '', document.createElement('div'), { className: 'bone' })),
  );
  await ask('wait=1600');
  $('view').textContent = shown[view];
};
$('to-makers').onclick = async (event) => {
  event.preventDefault();
  await wait(350);
  if (isBroken) await import('/pages/missing.js');
  history.pushState({}, '', '/pages/kinds.html?view=makers');
  $('view').textContent = 'The makers';
};

const PRICES = [
  ['Apples', 3],
  ['Pears', 2],
  ['Plums', 5],
];
let page = 1;
const draw = (rows) => {
  const body = $('table').tBodies[0];
  body.replaceChildren();
  for (const row of rows) {
    const line = body.insertRow();
    for (const text of row) line.insertCell().textContent = text;
  }
};
draw(PRICES);
let direction = 1;
$('table').tHead.onclick = ({ target }) => {
  const { column } = target.dataset;
  if (column === undefined || isBroken) return;
  direction = -direction;
  draw(PRICES.toSorted((a, b) => (a[column] < b[column] ? -direction : direction)));
};
for (let n = 1; n <= 5; n += 1)
  make('button', n, $('pages')).onclick = async () => {
    page = n;
    await ask(`wait=180&page=${n}`);
    draw(PRICES.map(([name, price]) => [`${name} ${page}`, price + page]));
  };

if (!isBroken) $('recipe').addEventListener('click', () => void toast('Here it is'));
let side = 0;
$('flip').onclick = () => {
  side += 180;
  $('face').animate([{ transform: `rotateY(${side}deg)` }], { duration: 400, fill: 'forwards' });
};

for (let n = 1; n <= 9; n += 1) make('div', `Picture ${n}`, $('strip'));
$('on').onclick = () => $('strip').scrollBy({ left: 208, behavior: 'smooth' });

customElements.define(
  'market-heart',
  class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'closed' });
      root.innerHTML = '<span>♡</span>';
      this.addEventListener('click', () => {
        root.firstChild.textContent = root.firstChild.textContent === '♡' ? '♥' : '♡';
      });
    }
  },
);
$('offer').onclick = () => void toast('Half the price');
let holding;
$('hold').onpointerdown = () => {
  holding = setTimeout(() => void toast('Ordered'), 1100);
  $('bar').style.transition = 'width 1.1s';
  $('bar').style.width = '200px';
};
$('hold').onpointerup = () => {
  clearTimeout(holding);
  $('bar').style.width = '0';
};

$('eye').onclick = () => {
  $('secret').type = $('secret').type === 'password' ? 'text' : 'password';
};
$('recount').onclick = async () => {
  await wait(isBroken ? 1500 : 300);
  $('basket').textContent = `${inBasket} pieces`;
};
$('stock').onclick = async () => {
  if (!isBroken) $('view').textContent = 'Looking …';
  await ask('wait=3100');
  $('view').textContent = 'Nine are left.';
};
$('keep').onclick = async () => {
  const isKept = await ask(`wait=200&status=${isBroken ? 500 : 200}`);
  void (isKept ? toast('Kept') : toast('It could not be kept. Please try again.', 'alert'));
};
// Shown at once, and taken back when the server says no.
$('notify').onclick = async () => {
  const before = $('notify').ariaChecked;
  $('notify').ariaChecked = String(before !== 'true');
  await wait(60);
  if (isBroken) $('notify').ariaChecked = before;
};

for (const digit of '1234567890')
  make('button', digit, $('pad')).onclick = () => {
    if (!isBroken) $('pin').value += digit;
  };
