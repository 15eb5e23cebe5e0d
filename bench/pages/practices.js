/** Widgets as the WAI-ARIA practices have them; `?broken` breaks some of them. */
const $ = (id) => document.getElementById(id);
const isBroken = location.search.includes('broken');
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const make = (tag, text, into, more = {}) =>
  into.appendChild(Object.assign(document.createElement(tag), { textContent: text }, more));

// A list that a server fills.
const TOWNS = ['Bergen', 'Berlin', 'Bern', 'Bristol', 'Brno', 'Bremen'];
const showTowns = (towns) => {
  $('towns').replaceChildren();
  for (const town of towns) {
    const option = make('li', town, $('towns'), { tabIndex: -1 });
    option.setAttribute('role', 'option');
    option.onclick = () => chooseTown(town);
  }
  $('towns').hidden = towns.length === 0;
  $('town').setAttribute('aria-expanded', String(towns.length > 0));
};
const chooseTown = (town) => {
  showTowns([]);
  $('town').value = town;
  $('chosen-town').textContent = `In ${town}`;
};
let active = -1;
$('town').oninput = async ({ target }) => {
  const { value } = target;
  await fetch(`/pages/api/echo?wait=250&q=${value}`);
  if (value !== target.value || isBroken) return;
  active = -1;
  showTowns(
    value ? TOWNS.filter((town) => town.toLowerCase().startsWith(value.toLowerCase())) : [],
  );
};
$('town').onkeydown = (event) => {
  const options = [...$('towns').children];
  if (event.key === 'ArrowDown') active = Math.min(active + 1, options.length - 1);
  else if (event.key === 'ArrowUp') active = Math.max(active - 1, 0);
  else if (event.key === 'Enter') return options[active] && chooseTown(options[active].textContent);
  else return;
  options.forEach((each, i) => each.setAttribute('aria-selected', String(i === active)));
};
if (!isBroken) $('all-towns').onclick = () => showTowns($('towns').hidden ? TOWNS : []);

// Two presses make a range.
let month = 5;
let range = [];
const drawDays = () => {
  $('month').textContent = new Date(2027, month).toLocaleString('en', { month: 'long' });
  $('days').replaceChildren();
  for (let day = 1; day <= 28; day += 1) {
    const cell = make('button', String(day), $('days'), { className: 'day' });
    const [from, to = from] = range;
    cell.classList.toggle('chosen', day >= from && day <= to);
    cell.onclick = () => {
      range = range.length === 1 ? [range[0], day].toSorted((a, b) => a - b) : [day];
      drawDays();
      $('stay').textContent = `From ${range[0]} to ${range[1] ?? '…'}`;
    };
  }
};
$('later').onclick = () => ((month += 1), drawDays());
$('earlier').onclick = () => ((month -= 1), drawDays());
drawDays();

for (let n = 1; n <= 5; n += 1) {
  make('input', '', $('stars'), { type: 'radio', name: 'stars', id: `s${n}`, className: 'sr' });
  make('label', '★', $('stars'), { className: 'star', htmlFor: `s${n}`, id: `star-${n}` });
}
for (const colour of ['#fff', '#fdd', '#dfd', '#ddf']) {
  const swatch = make('button', '', $('swatches'), { className: 'swatch' });
  swatch.style.background = colour;
  swatch.setAttribute('role', 'radio');
  swatch.onclick = () => {
    for (const each of $('swatches').children)
      each.setAttribute('aria-checked', String(each === swatch));
  };
}
// State that nobody keeps: the box is set back as soon as it changes.
if (isBroken) $('music').onchange = () => setTimeout(() => ($('music').checked = false), 30);

for (const [question, answer] of [
  ['q1', 'a1'],
  ['q2', 'a2'],
]) {
  const toggle = () => {
    $(answer).hidden = !$(answer).hidden;
    $(question).setAttribute('aria-expanded', String(!$(answer).hidden));
  };
  $(question).onclick = toggle;
}
// Bound twice: opens and shuts in one press.
if (isBroken) $('q2').addEventListener('click', $('q2').onclick);

$('why').onmouseenter = () => {
  const { left, bottom } = $('why').getBoundingClientRect();
  const tip = make('span', 'It is paid back.', document.body, { id: 'tip', className: 'tip' });
  tip.style.cssText = `left:${left + scrollX}px;top:${bottom + scrollY + 4}px`;
};
$('why').onmouseleave = () => $('tip')?.remove();
$('why').onclick = () => $('tip')?.toggleAttribute('data-pinned');

$('tools').onkeydown = ({ key }) => {
  const buttons = [...$('tools').children];
  const at = buttons.indexOf(document.activeElement);
  const next = buttons[at + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0)];
  if (!next) return;
  for (const each of buttons) each.tabIndex = each === next ? 0 : -1;
  next.focus();
};
$('tools').onclick = ({ target }) => {
  if (target.dataset.mark) target.classList.toggle('chosen');
};
$('save').onclick = async () => {
  await fetch('/pages/api/echo?wait=350');
  const toast = make('div', 'Saved ', document.body, { className: 'toast' });
  toast.setAttribute('role', 'status');
  make('button', '×', toast, { ariaLabel: 'Close', onclick: () => toast.remove() });
  await wait(3500);
  toast.remove();
};
$('copy-icon').onclick = () => void navigator.clipboard.writeText($('note').value).catch(() => {});
$('choose').onclick = () => $('file').click();
$('print').onclick = () => print();

const isMail = (text) => /^\S+@\S+\.\S+$/.test(text);
$('guest').oninput = () => {
  $('book').disabled = isBroken || !($('name').value && isMail($('mail').value));
};
$('guest').onsubmit = (event) => {
  event.preventDefault();
  $('guest').hidden = true;
  $('done').textContent = 'Booked. A message is on its way.';
};

for (let n = 0; n < 6; n += 1) {
  const digit = make('input', '', $('code'), { maxLength: 1, inputMode: 'numeric', id: `d${n}` });
  digit.ariaLabel = `Digit ${n + 1}`;
  digit.oninput = () => {
    if (digit.value) $(`d${n + 1}`)?.focus();
    if ([...$('code').querySelectorAll('input')].every(({ value }) => value)) tryCode();
  };
  digit.onkeydown = ({ key }) => {
    if (key === 'Backspace' && !digit.value) $(`d${n - 1}`)?.focus();
  };
}
const tryCode = async () => {
  await fetch('/pages/api/echo?wait=300');
  if (!isBroken) return void ($('done').textContent = 'The code is right.');
  for (const each of $('code').querySelectorAll('input')) {
    each.value = '';
    each.setAttribute('aria-invalid', 'true');
  }
  $('code-error').textContent = '';
  make('span', 'That code is wrong.', $('code-error'));
  $('d0').focus();
};

if (location.search.includes('cookies')) $('cookies').hidden = false;
$('accept').onclick = $('only').onclick = () => $('cookies').remove();
$('settings').onclick = () => ($('purposes').hidden = !$('purposes').hidden);
