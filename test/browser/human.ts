import type { CDPSession, Page } from 'playwright-core';

interface Point {
  x: number;
  y: number;
}

/**
 * A person's hand over the DevTools protocol, so that the page gets trusted input: Bezier paths,
 * Fitts' law, minimum-jerk speed and a low-passed tremor. White-noise tremor would make thrash
 * detectors fire on calm people. Seeded, so that a failure can be repeated.
 *
 * @see Flash & Hogan (1985), "The coordination of arm movements", for minimum jerk
 */
export class Human {
  private x = 640;
  private y = 400;
  private readonly tremor: Point = { x: 0, y: 0 };
  private held = false;
  private readonly random: () => number;

  constructor(
    private readonly page: Page,
    private readonly cdp: CDPSession,
    seed = 1,
  ) {
    this.random = mulberry32(seed);
  }

  /** Moves to an element and presses it once. */
  async click(selector: string): Promise<void> {
    await this.moveTo(selector);
    await this.pause(70, 220);
    await this.press();
  }

  /** Presses an element and lets it go after this long. */
  async hold(selector: string, ms: number): Promise<void> {
    await this.moveTo(selector);
    // A hand does not wait for a page that is frozen.
    const isDown = this.down();
    await this.pause(ms, ms);
    await Promise.all([isDown, this.up()]);
  }

  /** Presses an element `times` times, as impatient people do. */
  async hammer(
    selector: string,
    times: number,
    gapMs: [number, number] = [90, 160],
  ): Promise<void> {
    await this.moveTo(selector);
    for (let n = 1; n <= times; n += 1) {
      await this.press(n);
      await this.pause(...gapMs);
    }
  }

  /** Presses one thing after another faster than anybody aims, as in a game or on an instrument. */
  async drum(selectors: readonly string[], ms: number, gapMs = 80): Promise<void> {
    const boxes = await Promise.all(selectors.map((selector) => this.boxOf(selector)));
    const start = performance.now();
    for (let n = 0; n * gapMs < ms; n += 1) {
      const { x, y, width, height } = boxes[n % boxes.length]!;
      await this.move({ x: x + width / 2, y: y + height / 2 });
      await this.down();
      await this.up();
      // Not later for having been late once.
      const restMs = Math.max(0, start + (n + 1) * gapMs - performance.now());
      await this.pause(restMs, restMs);
    }
  }

  async doubleClick(selector: string): Promise<void> {
    await this.moveTo(selector);
    await this.press(1);
    await this.pause(60, 120);
    await this.press(2);
  }

  /** Types at a person's speed into whatever has the focus. */
  async type(text: string): Promise<void> {
    for (const character of text) {
      await this.page.keyboard.type(character);
      await this.pause(50, 140);
    }
  }

  async key(name: string): Promise<void> {
    await this.page.keyboard.press(name);
    await this.pause(40, 90);
  }

  async wheel(deltaY: number, times = 1): Promise<void> {
    for (let n = 0; n < times; n += 1) {
      await this.send({ type: 'mouseWheel', x: this.x, y: this.y, deltaX: 0, deltaY });
      await this.pause(60, 120);
    }
  }

  /** Reads: small movements, now and then a scroll. */
  async read(ms: number): Promise<void> {
    const until = Date.now() + ms;
    while (Date.now() < until) {
      await this.glide(
        {
          x: clamp(this.x + this.normal() * 40, 20, 1200),
          y: clamp(this.y + this.normal() * 18, 20, 700),
        },
        300 + this.random() * 500,
      );
      await this.pause(300, 900);
    }
  }

  /** Drags from one point to another with the button held. */
  async drag(from: Point, to: Point): Promise<void> {
    await this.glide(from, 300);
    await this.down();
    await this.glide(to, 500);
    await this.up();
  }

  async moveTo(selector: string): Promise<void> {
    const box = await this.boxOf(selector);
    const to = {
      x: box.x + box.width * clamp(0.5 + this.normal() * 0.1, 0.2, 0.8),
      y: box.y + box.height * clamp(0.5 + this.normal() * 0.1, 0.2, 0.8),
    };
    const distance = Math.hypot(to.x - this.x, to.y - this.y);
    // Fitts' law: about 120 ms + 130 ms a bit.
    const bits = Math.log2(distance / Math.min(box.width, box.height) + 1);
    await this.glide(to, (120 + 130 * bits) * Math.exp(this.normal() * 0.15));
  }

  /** Looks twice: a page may draw the element anew between scrolling to it and measuring it. */
  private async boxOf(selector: string) {
    const locator = this.page.locator(selector).first();
    const look = async () => {
      await locator.scrollIntoViewIfNeeded({ timeout: 10_000 });
      return locator.boundingBox();
    };
    const box = (await look()) ?? (await look());
    if (!box) throw new Error(`no box for ${selector}`);
    return box;
  }

  async press(clickCount = 1): Promise<void> {
    await this.down(clickCount);
    await this.pause(50, 95);
    await this.up(clickCount);
  }

  async pause(min: number, max: number): Promise<void> {
    await new Promise((done) => setTimeout(done, min + this.random() * (max - min)));
  }

  private async down(clickCount = 1) {
    this.held = true;
    await this.button('mousePressed', clickCount);
  }

  private async up(clickCount = 1) {
    this.held = false;
    await this.button('mouseReleased', clickCount);
  }

  private button(type: 'mousePressed' | 'mouseReleased', clickCount: number) {
    return this.send({
      type,
      x: this.x,
      y: this.y,
      button: 'left',
      buttons: this.held ? 1 : 0,
      clickCount,
    });
  }

  private async glide(to: Point, ms: number): Promise<void> {
    const from = { x: this.x, y: this.y };
    const bend = { x: this.normal() * 0.08, y: this.normal() * 0.08 };
    const span = Math.hypot(to.x - from.x, to.y - from.y);
    const start = performance.now();
    for (let t = 0; t < 1; t = (performance.now() - start) / ms) {
      const eased = 10 * t ** 3 - 15 * t ** 4 + 6 * t ** 5;
      const arc = 4 * eased * (1 - eased) * span;
      this.shake();
      await this.move({
        x: from.x + (to.x - from.x) * eased + bend.x * arc + this.tremor.x,
        y: from.y + (to.y - from.y) * eased + bend.y * arc + this.tremor.y,
      });
      await new Promise((done) => setTimeout(done, 1000 / 80));
    }
    await this.move(to);
  }

  private shake() {
    this.tremor.x = this.tremor.x * 0.94 + this.normal() * 0.12;
    this.tremor.y = this.tremor.y * 0.94 + this.normal() * 0.12;
  }

  private async move(to: Point): Promise<void> {
    const [x, y] = [Math.round(to.x), Math.round(to.y)];
    if (x === this.x && y === this.y) return;
    this.x = x;
    this.y = y;
    await this.send({
      type: 'mouseMoved',
      x,
      y,
      button: this.held ? 'left' : 'none',
      buttons: this.held ? 1 : 0,
    });
  }

  /** Not awaited by the page: a busy main thread sees its input queue up, as with a person. */
  private async send(event: Parameters<CDPSession['send']>[1] & object): Promise<void> {
    this.cdp.send('Input.dispatchMouseEvent', event as never).catch(() => {});
  }

  private normal(): number {
    const u = Math.max(this.random(), 1e-9);
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * this.random());
  }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
