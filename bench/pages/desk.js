/** A desk whose pages are hashes, whose parts are web components, and that never rests with `?noise`. */
const $ = (id) => document.getElementById(id);
const has = (word) => location.search.includes(word);
const make = (tag, text, into, more = {}) =>
  into.appendChild(Object.assign(document.createElement(tag), { textContent: text }, more));

if (has('noise')) {
  const tick = () => ($('clock').textContent = new Date().toLocaleTimeString());
  setInterval(tick, 1000);
  // Prices that come when they come.
  const price = () => {
    const { scrollWidth } = $('tape');
    make('span', `GRN ${(Math.random() * 90).toFixed(2)} `, $('tape'));
    if (scrollWidth > 2000) $('tape').replaceChildren();
    setTimeout(price, 300 + Math.random() * 1400);
  };
  price();
  setInterval(async () => {
    await fetch('/pages/api/echo?wait=40&people').catch(() => {});
    $('online').textContent = 10 + Math.floor(Math.random() * 9);
  }, 2200);
  const spin = (time) => {
    $('spinner').style.transform = `rotate(${time / 5}deg)`;
    requestAnimationFrame(spin);
  };
  spin(0);
}

const VIEWS = {
  sheet: (view) => {
    const table = make('table', '', view, { id: 'sheet' });
    for (let r = 0; r < 5; r += 1) {
      const line = table.insertRow();
      for (let c = 0; c < 5; c += 1) line.insertCell().id = `c${r}${c}`;
    }
    let at;
    const select = (cell) => {
      at?.classList.remove('at');
      at = cell;
      at.classList.add('at');
    };
    const edit = () => {
      const input = make('input', '', at, { value: at.textContent });
      at.replaceChildren(input);
      input.focus();
      input.onblur = () => (at = put(input));
      input.onkeydown = ({ key }) => {
        if (key !== 'Enter') return;
        const cell = input.parentNode;
        put(input);
        const below = cell.parentNode.nextSibling?.cells[cell.cellIndex];
        if (below) select(below);
      };
    };
    const put = (input) => {
      const cell = input.parentNode;
      if (cell) cell.textContent = input.value;
      return cell ?? at;
    };
    table.onclick = ({ target }) => target.tagName === 'TD' && select(target);
    table.ondblclick = ({ target }) => target.tagName === 'TD' && edit();
    const code = make('div', 'let sum = 0;', view, { id: 'code', contentEditable: 'true' });
    code.oninput = () => code.setAttribute('data-lines', String(code.innerText.split('\n').length));
  },
  jobs: (view) => {
    const list = make('ul', '', view, { id: 'jobs' });
    for (const name of ['Call the printer', 'Order paper', 'Mend the door', 'Pay the rent']) {
      const job = make('li', '', list);
      make('span', name, job);
      make('button', '↑', job, { ariaLabel: `Move ${name} up`, className: 'up' }).onclick = () =>
        job.previousSibling?.before(job);
      make('button', '↓', job, { ariaLabel: `Move ${name} down`, className: 'down' }).onclick =
        () => job.nextSibling?.after(job);
      job.onpointerdown = ({ target, pointerId }) =>
        target.tagName !== 'BUTTON' && job.setPointerCapture(pointerId);
      job.onpointermove = ({ clientY }) => {
        if (!job.hasPointerCapture(1)) return;
        const { top, bottom } = job.getBoundingClientRect();
        if (clientY > bottom) job.nextSibling?.after(job);
        if (clientY < top) job.previousSibling?.before(job);
      };
    }
  },
  terms: (view) => make('p', 'The terms: a month’s notice, in writing. '.repeat(12), view),
  sign: (view) => {
    const form = make('form', '', view, { id: 'sign', noValidate: true });
    for (const name of ['first', 'last', 'zip'])
      make('input', '', form, { id: name, ariaLabel: name, placeholder: name });
    make('button', 'Sign up', form, { id: 'go' });
    const error = make('p', '', form, { className: 'error' });
    form.onsubmit = (event) => {
      event.preventDefault();
      error.textContent = '';
      // Says so in words alone, as many pages do.
      if (has('broken')) setTimeout(() => (error.textContent = 'Wrong format.'), 60);
      else form.replaceChildren('You are in.');
    };
  },
  find: (view) => {
    const field = make('input', '', view, { id: 'q', type: 'search', ariaLabel: 'Find' });
    const found = make('ul', '', view, { id: 'found' });
    field.oninput = async () => {
      const { value } = field;
      await fetch(`/pages/api/echo?wait=120&find=${value}`);
      if (value !== field.value) return;
      found.replaceChildren();
      const names = has('broken')
        ? []
        : ['paper', 'printer', 'door'].filter((n) => n.includes(value));
      for (const name of names) {
        const item = make('li', '', found);
        make('a', name, item, { href: '#/jobs' });
      }
      if (names.length === 0) make('li', 'Nothing found', found);
    };
  },
};
const go = () => {
  const name = location.hash.slice(2) || 'sheet';
  $('view').replaceChildren();
  VIEWS[name]?.($('view'));
};
addEventListener('hashchange', go);
go();

// An application in shadow roots: the button is in one part, what it changes in another.
customElements.define(
  'desk-counter',
  class extends HTMLElement {
    connectedCallback() {
      make('output', '0 letters', this.attachShadow({ mode: 'open' }));
    }
    add() {
      const { firstChild } = this.shadowRoot;
      firstChild.textContent = `${parseInt(firstChild.textContent) + 1} letters`;
    }
  },
);
customElements.define(
  'desk-tools',
  class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      make('button', 'Write a letter', root, { id: 'write' }).onclick = () =>
        this.dispatchEvent(new CustomEvent('letter', { bubbles: true, composed: true }));
      make('button', 'Seal the letter', root, { id: 'seal' });
    }
  },
);
customElements.define(
  'desk-app',
  class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: 'open' });
      make('desk-tools', '', root);
      const counter = make('desk-counter', '', make('div', '', root));
      this.addEventListener('letter', () => counter.add());
    }
  },
);

$('report').onclick = async () => {
  await fetch(`/pages/api/echo?wait=${has('broken') ? 1700 : 150}&report`);
  $('report-done').textContent = `Report of ${new Date().toLocaleTimeString()}`;
};
if (!has('broken')) $('archive').onclick = () => ($('archive').textContent = 'All is archived');
$('nowhere').onclick = () => !has('broken') && make('p', 'Nothing is new.', $('view'));
$('inside-frame').onclick = () => {
  const number = $('frame').contentDocument.getElementById('n');
  number.textContent = Number(number.textContent) + 1;
};
$('bubble').onclick = () => ($('panel').hidden = !$('panel').hidden);
$('say').onkeydown = ({ key, target }) => {
  if (key !== 'Enter' || !target.value) return;
  make('p', target.value, $('talk'));
  target.value = '';
  setTimeout(() => make('p', '…', $('talk'), { id: 'writes' }), 600);
  setTimeout(() => {
    $('writes')?.remove();
    make('p', 'We are open until six.', $('talk')).scrollIntoView({ block: 'nearest' });
  }, 1700);
};
