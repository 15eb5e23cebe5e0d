/**
 * A clinic with the tools that pages have: who presses anything is counted, others wait, a bubble
 * comes late. With `?broken` some of it does nothing, comes late or fails.
 */
const $ = (id) => document.getElementById(id);
const isBroken = location.search.includes('broken');
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const make = (tag, text, into, more = {}) =>
  into.appendChild(Object.assign(document.createElement(tag), { textContent: text }, more));
const ask = async (query, init) => {
  const response = await fetch(`/pages/api/echo?${query}`, init);
  await response.json();
  if (!response.ok) throw new Error(`answered ${response.status}`);
};
const say = (text) => ($('told').textContent = text);

// Every press is counted somewhere, with the page left or not.
addEventListener('click', () => {
  const body = JSON.stringify({ event: 'click', at: Date.now() });
  void fetch('/pages/api/echo?wait=30&batch=1', { method: 'POST', body, keepalive: true });
});
// How many wait comes when it comes.
const count = async () => {
  await wait(1700 + Math.random() * 5000);
  await ask('wait=20&waiting');
  $('waiting').textContent = `${3 + Math.floor(Math.random() * 5)} are waiting`;
  void count();
};
void count();
$('pulse').animate([{ opacity: 1 }, { opacity: 0.3 }], { duration: 900, iterations: Infinity });
setTimeout(() => {
  const bubble = make('div', '', document.body, { id: 'bubble' });
  bubble.style.cssText = 'position:fixed;right:16px;bottom:16px;padding:12px;background:#def';
  bubble.textContent = 'Chat';
}, 4200);

// Shown at once, and taken back when the server says no.
$('like').onclick = async () => {
  const before = $('like').textContent;
  $('like').textContent = before.includes('♡') ? '♥ Remembered' : '♡ Remember the doctor';
  await ask(`wait=350&status=${isBroken ? 500 : 200}`, { method: 'POST' }).catch(() => {
    $('like').textContent = before;
  });
};
$('cancel').onclick = async () => {
  $('cancel').textContent = 'Cancelling …';
  await ask('wait=1500', { method: 'DELETE' });
  $('cancel').textContent = 'Cancelled';
};
$('confirm').onclick = async () => {
  if (!isBroken) {
    const spin = make('span', '◌', $('confirm'), { id: 'spin' });
    await ask('wait=2200');
    spin.remove();
  } else await ask('wait=2000');
  $('far').textContent = 'It is confirmed.';
};
// A worker computes, or the page is busy itself.
$('lab').onclick = async () => {
  if (isBroken) await wait(1700);
  say('The laboratory has been asked.');
};
$('plan').onclick = () => {
  const until = performance.now() + (isBroken ? 1600 : 60);
  while (performance.now() < until);
  make('p', 'Rest, and drink a lot.', $('plan').parentNode);
};
$('call').onclick = async () => {
  if (isBroken) return;
  await wait(180);
  const note = make('div', 'We call you back.', document.body);
  note.style.cssText = 'position:fixed;left:16px;bottom:16px;background:#efe;padding:8px';
  await wait(3000);
  note.remove();
};

const VISITS = [
  ['3 May', 'Dr Grey'],
  ['9 June', 'Dr Ash'],
  ['1 July', 'Dr Moss'],
];
let direction = 1;
const draw = (column) => {
  const rows = VISITS.toSorted((a, b) => (a[column] < b[column] ? -direction : direction));
  $('visits').tBodies[0].replaceChildren();
  for (const cells of rows) {
    const row = $('visits').tBodies[0].insertRow();
    for (const text of cells) row.insertCell().textContent = text;
  }
};
draw(0);
$('visits').tHead.addEventListener('click', ({ target }) => {
  if (isBroken) return;
  direction = -direction;
  target.ariaSort = direction > 0 ? 'ascending' : 'descending';
  draw(target.cellIndex);
});
if (!isBroken) {
  $('row').addEventListener('click', async () => {
    await import(`/pages/clinicFound.js?${Date.now()}`).then(({ found }) => found($('row')));
  });
}

$('download').onclick = () => {
  if (isBroken) return;
  const href = URL.createObjectURL(new Blob(['A bill'], { type: 'text/plain' }));
  const link = make('a', '', document.body, { href, download: 'bill.txt' });
  link.click();
  link.remove();
};
$('copy').onclick = async () => {
  if (isBroken) return;
  await navigator.clipboard.writeText('MR-20417').catch(() => {});
  $('copy').textContent = 'Copied';
  await wait(1500);
  $('copy').textContent = 'Copy the number';
};
$('window').onclick = () =>
  !isBroken && window.open('/pages/blank.html', '', 'width=300,height=200');
$('attach').onclick = () => !isBroken && $('hidden-file').click();
$('mute').onclick = () => !isBroken && (document.title = `(quiet) The clinic`);
$('theme').onclick = () => {
  if (isBroken) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('body { background: #222; color: #eee }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};
if (isBroken && location.search.includes('cover')) make('div', '', document.body, { id: 'cover' });

$('throws').onclick = () => {
  if (isBroken) throw new TypeError('the prescription is undefined');
  say('Renewed.');
};
$('rejects').onclick = async () => {
  say('One moment …');
  await wait(120);
  if (isBroken) throw new Error('no such appointment');
  say('Moved.');
};
$('xhr').onclick = () => {
  const request = new XMLHttpRequest();
  request.onload = () => request.status === 200 && say('All is well.');
  request.open('GET', `/pages/api/echo?wait=150&status=${isBroken ? 503 : 200}`);
  request.send();
};
$('socket').onclick = () => {
  if (!isBroken) return say('A nurse is there.');
  const socket = new WebSocket(`ws://${location.host}/pages/nurse`);
  socket.onopen = () => say('A nurse is there.');
};
