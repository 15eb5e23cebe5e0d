import { createRandom } from './random.js';

const HZ = 80;
/** Smaller things are not aimed at more slowly. */
const MIN_WIDTH = 8;
/** Standard deviation of where a finger comes down, about 1.5 mm. */
const FINGER_PX = 9;
const MAX_LOOKS = 5;
/** A tap this soon after one on the same thing is one of several. */
const AGAIN_MS = 500;
const VIEW = { left: 20, right: 1240, top: 20, bottom: 760 };

/**
 * A visitor's hand over the DevTools protocol, so that the page gets trusted input: curved paths,
 * Fitts' law, minimum-jerk speed, a low-passed tremor. Seeded: the same hand does the same again, as
 * far as a busy machine lets it.
 *
 * Nothing waits for the page to take note, so a busy page sees its input queue up, as in life.
 *
 * @see Flash & Hogan (1985), "The coordination of arm movements", for minimum jerk
 * @see Bi, Li & Zhai (2013), "FFitts law: modeling finger touch with Fitts' law", for the finger
 * @see MacKenzie (1992), "Fitts' law as a research and design tool in HCI", for the times
 *
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').CDPSession} cdp of that page
 * @param {number} seed
 */
export function createHand(page, cdp, seed) {
  const random = createRandom(seed);
  const at = { x: 640, y: 400 };
  const tremor = { x: 0, y: 0 };
  let held = false;
  let lastPress = 0;

  const send = (event) => void cdp.send('Input.dispatchMouseEvent', event).catch(() => {});
  const wait = (min, max = min * 1.3) => sleep(random.between(min, max));

  const move = (to) => {
    const [x, y] = [Math.round(to.x), Math.round(to.y)];
    if (x === at.x && y === at.y) return;
    Object.assign(at, { x, y });
    send({ type: 'mouseMoved', x, y, button: held ? 'left' : 'none', buttons: held ? 1 : 0 });
  };

  const glide = async (to, ms) => {
    const from = { ...at };
    const span = Math.hypot(to.x - from.x, to.y - from.y);
    const bend = { x: random.normal() * 0.08, y: random.normal() * 0.08 };
    const start = performance.now();
    for (let t = 0; t < 1; t = (performance.now() - start) / ms) {
      const eased = 10 * t ** 3 - 15 * t ** 4 + 6 * t ** 5;
      const arc = 4 * eased * (1 - eased) * Math.min(span, 400);
      // Low-passed: white noise would turn a calm hand into a thrashing one.
      tremor.x = tremor.x * 0.94 + random.normal() * 0.12;
      tremor.y = tremor.y * 0.94 + random.normal() * 0.12;
      move({
        x: from.x + (to.x - from.x) * eased + bend.x * arc + tremor.x,
        y: from.y + (to.y - from.y) * eased + bend.y * arc + tremor.y,
      });
      await sleep(1000 / HZ);
    }
    move(to);
  };

  const reach = async (to, width = 40) => {
    const distance = Math.hypot(to.x - at.x, to.y - at.y);
    if (distance < 2) return;
    const bits = Math.log2(distance / Math.max(width, MIN_WIDTH) + 1);
    const ms = (120 + 130 * bits) * Math.exp(random.normal() * 0.15);
    await glide(to, ms);
  };

  /** What is rendered anew just then is looked for anew. */
  const boxOf = async (where, nLooks = MAX_LOOKS) => {
    const locator = typeof where === 'string' ? page.locator(where).first() : where;
    try {
      await locator.scrollIntoViewIfNeeded({ timeout: 10_000 });
      const box = await locator.boundingBox();
      if (!box) throw new Error(`nothing to see at ${where}`);
      return box;
    } catch (error) {
      if (nLooks <= 1) throw error;
      await sleep(50);
      return boxOf(where, nLooks - 1);
    }
  };

  const spotIn = (box) => ({
    x: box.x + box.width * clamp(0.5 + random.normal() * 0.1, 0.2, 0.8),
    y: box.y + box.height * clamp(0.5 + random.normal() * 0.1, 0.2, 0.8),
  });

  const moveTo = async (where) => {
    const box = isPoint(where) ? undefined : await boxOf(where);
    await reach(box ? spotIn(box) : where, box && Math.min(box.width, box.height));
  };

  const button = (type, clickCount, held) =>
    send({ type, ...at, button: 'left', buttons: held ? 1 : 0, clickCount });

  const down = (clickCount = 1) => {
    held = true;
    lastPress = Date.now();
    button('mousePressed', clickCount, true);
  };

  const up = (clickCount = 1) => {
    held = false;
    button('mouseReleased', clickCount, false);
  };

  const press = async (clickCount = 1) => {
    down(clickCount);
    await wait(50, 95);
    up(clickCount);
  };

  const click = async (where) => {
    await moveTo(where);
    await wait(80, 220);
    await press();
    await wait(60, 140);
  };

  /** Presses where it is, `times` times; the browser is told of multiple clicks, as systems do. */
  const again = async (times, gapMs = [90, 170]) => {
    for (let n = 1; n <= times; n += 1) {
      await press(n);
      move({ x: at.x + random.normal(), y: at.y + random.normal() });
      await wait(...gapMs);
    }
  };

  const hammer = async (where, times, gapMs) => {
    await moveTo(where);
    await wait(60, 160);
    await again(times, gapMs);
  };

  const key = async (name, gapMs = [70, 150]) => {
    lastPress = Date.now();
    await page.keyboard.press(name, { delay: random.between(30, 70) });
    await wait(...gapMs);
  };

  const type = async (text, gapMs = [55, 150]) => {
    for (const character of text) {
      await page.keyboard.type(character);
      await wait(...gapMs);
    }
  };

  const wheel = async (deltaY, times = 1, gapMs = [60, 120]) => {
    for (let n = 0; n < times; n += 1) {
      send({ type: 'mouseWheel', ...at, deltaX: 0, deltaY });
      await wait(...gapMs);
    }
  };

  /** Reads on: small movements, rests between. */
  const read = async (ms) => {
    const until = Date.now() + ms;
    while (Date.now() < until) {
      await glide(
        {
          x: clamp(at.x + random.normal() * 40, VIEW.left, VIEW.right),
          y: clamp(at.y + random.normal() * 18, VIEW.top, VIEW.bottom),
        },
        random.between(300, 800),
      );
      await wait(300, 900);
    }
  };

  /** Holds the button from one place to the next. */
  const drag = async (...path) => {
    const points = [];
    for (const where of path) points.push(isPoint(where) ? where : spotIn(await boxOf(where)));
    await reach(points[0]);
    await wait(80, 160);
    down();
    for (const point of points.slice(1)) await glide(point, random.between(280, 520));
    await wait(40, 90);
    up();
    await wait(100, 200);
  };

  /** Shakes the pointer about one place, as impatient hands do: some six strokes a second. */
  const shake = async (ms, width = 170) => {
    const centre = { ...at };
    const until = Date.now() + ms;
    for (let side = 1; Date.now() < until; side = -side) {
      await glide(
        {
          x: centre.x + (side * width * random.between(0.7, 1.1)) / 2,
          y: centre.y + random.normal() * 22,
        },
        random.between(120, 190),
      );
    }
  };

  /** Leaves the page through its upper edge, fast, as towards the address bar or the tabs. */
  const leaveAtTop = async () => {
    await glide({ x: at.x + random.normal() * 60, y: 40 }, 260);
    await glide({ x: at.x + random.normal() * 10, y: 1 }, 45);
    move({ x: at.x, y: -12 });
    move({ x: at.x, y: -60 });
  };

  const touch = (type, points) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points }).catch(() => {});

  /**
   * A finger that taps the same thing again comes down beside where it was, not anywhere on it; and
   * soon after, without looking: that takes longer than a tap on a busy machine.
   */
  const tapped = { where: undefined, box: undefined, x: 0, y: 0 };
  const beside = ({ x, y }, box) => ({
    x: clamp(x + random.normal() * FINGER_PX, box.x + 1, box.x + box.width - 1),
    y: clamp(y + random.normal() * FINGER_PX, box.y + 1, box.y + box.height - 1),
  });

  const tap = async (where, gapMs = [120, 260]) => {
    const isAgain = where === tapped.where;
    const isSoon = isAgain && Date.now() - lastPress < AGAIN_MS;
    const box = isPoint(where) ? undefined : isSoon ? tapped.box : await boxOf(where);
    const point = !box ? where : isAgain ? beside(tapped, box) : spotIn(box);
    Object.assign(tapped, { where, box, ...point });
    lastPress = Date.now();
    void touch('touchStart', [point]);
    await wait(50, 90);
    void touch('touchEnd', []);
    await wait(...gapMs);
  };

  /** One finger from one place to another; slow enough not to fling. */
  const swipe = async (from, to, ms = 260) => {
    const [a, b] = await Promise.all(
      [from, to].map(async (where) => (isPoint(where) ? where : spotIn(await boxOf(where)))),
    );
    lastPress = Date.now();
    void touch('touchStart', [a]);
    const start = performance.now();
    for (let t = 0; t < 1; t = (performance.now() - start) / ms) {
      await sleep(1000 / 60);
      const x = a.x + (b.x - a.x) * Math.min(t, 1);
      void touch('touchMove', [{ x, y: a.y + (b.y - a.y) * Math.min(t, 1) }]);
    }
    void touch('touchMove', [b]);
    await wait(20, 40);
    void touch('touchEnd', []);
    await wait(200, 350);
  };

  return {
    ...{ moveTo, press, click, again, hammer, key, type, wheel, read, drag, shake, leaveAtTop },
    ...{ tap, swipe, wait, down, up, glide, box: boxOf },
    /** Wall time at which the last press, key or touch was sent. */
    lastPress: () => lastPress,
  };
}

function isPoint(where) {
  return typeof where === 'object' && typeof where.x === 'number';
}

function clamp(value, min, max) {
  return Math.min(max, Math.max(min, value));
}

function sleep(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
