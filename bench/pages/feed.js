/** A feed without end, with a box for pictures, games and a long list; `?broken` breaks some of it. */
const $ = (id) => document.getElementById(id);
const isBroken = location.search.includes('broken');
const make = (tag, text, into, more = {}) =>
  into.appendChild(Object.assign(document.createElement(tag), { textContent: text }, more));
const HEART =
  '<svg width="22" height="20"><path d="M11 19L1 8a5 5 0 0 1 10-4a5 5 0 0 1 10 4z" fill="#999" /></svg>';

let posts = 0;
const addPosts = (n) => {
  for (let i = 0; i < n; i += 1) {
    posts += 1;
    const number = posts;
    const post = make('article', '', $('posts'), { className: 'post' });
    const photo = make('button', '', post, { className: 'photo', ariaLabel: `Picture ${number}` });
    photo.style.background = `hsl(${number * 47} 60% 75%)`;
    photo.onclick = () => show(number);
    make(
      'p',
      `Picture ${number}: seen at the harbour in the morning, before the boats went out.`,
      post,
    );
    const like = make('button', '', post, { className: 'icon like', ariaLabel: 'Like' });
    like.innerHTML = HEART;
    like.onclick = async () => {
      like.classList.toggle('on');
      const status = isBroken ? 500 : 200;
      const { ok } = await fetch(`/pages/api/echo?wait=400&status=${status}`);
      if (!ok) like.classList.toggle('on');
    };
    const share = make('button', 'Share', post, { className: 'share' });
    if (!isBroken) share.onclick = () => (share.textContent = 'Link is ready');
  }
};
const older = async () => {
  const { ok } = await fetch(`/pages/api/echo?wait=200&status=${isBroken ? 500 : 200}`);
  if (ok) addPosts(4);
};
addPosts(6);
$('more').onclick = older;
if (location.search.includes('endless')) {
  let isLoading = false;
  new IntersectionObserver(async ([{ isIntersecting }]) => {
    if (!isIntersecting || isLoading) return;
    isLoading = true;
    await older();
    isLoading = false;
  }).observe($('more'));
}

let shown = 1;
const show = (number) => {
  shown = Math.max(1, number);
  $('shown').style.background = `hsl(${shown * 47} 60% 75%)`;
  $('box').hidden = false;
};
const shut = () => ($('box').hidden = true);
$('left').onclick = () => show(shown - 1);
$('right').onclick = () => show(shown + 1);
if (!isBroken) $('shut').onclick = shut;
addEventListener('keydown', ({ key }) => {
  if ($('box').hidden) return;
  if (key === 'Escape') shut();
  if (key === 'ArrowRight') show(shown + 1);
  if (key === 'ArrowLeft') show(shown - 1);
});

let score = 0;
$('tap').onclick = () => ($('score').textContent = score += 1);

// Two open cards that differ are turned back.
let open = [];
const faces = [...'AABBCCDDEEFF']
  .map((face, i) => [face, (i * 7) % 12])
  .toSorted((a, b) => a[1] - b[1]);
for (const [face] of faces) {
  const card = make('button', '?', $('memory'), { ariaLabel: 'Card' });
  card.onclick = () => {
    if (open.length === 2 || card.textContent !== '?') return;
    card.textContent = face;
    open = [...open, card];
    if (open.length < 2) return;
    const [a, b] = open;
    if (a.textContent === b.textContent) open = [];
    else setTimeout(() => ((a.textContent = b.textContent = '?'), (open = [])), 700);
  };
}

let audio;
for (const [i, name] of [...'CDEFGAH'].entries()) {
  const key = make('button', name, $('keys'));
  key.onpointerdown = () => {
    key.classList.add('down');
    audio ??= new AudioContext();
    const tone = audio.createOscillator();
    tone.frequency.value = 262 * 2 ** (i / 7);
    tone.connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.2);
  };
  key.onpointerup = key.onpointerleave = () => key.classList.remove('down');
}

// Only the rows in sight are there.
const ROW = 28;
const space = make('div', '', $('rows'));
space.style.height = `${2000 * ROW}px`;
const chosen = new Set();
const drawRows = () => {
  for (const row of $('rows').querySelectorAll('.row')) row.remove();
  const first = Math.floor($('rows').scrollTop / ROW);
  for (let i = first; i < first + 10; i += 1) {
    const row = make('div', `Visitor ${i}`, $('rows'), { className: 'row', tabIndex: 0 });
    row.style.top = `${i * ROW}px`;
    row.classList.toggle('chosen', chosen.has(i));
    row.onclick = () => {
      if (chosen.has(i)) chosen.delete(i);
      else chosen.add(i);
      drawRows();
    };
  }
};
$('rows').onscroll = drawRows;
drawRows();
if (!isBroken) $('menu').onclick = () => $('drawer').classList.toggle('open');
