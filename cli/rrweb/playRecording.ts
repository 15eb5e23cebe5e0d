import type { Milliseconds, WallTime } from '../../src/types.js';
import { createMirrorWindow, type MirrorWindow } from '../mirror/createMirrorWindow.js';
import { MirrorElement } from '../mirror/MirrorElement.js';
import type { VirtualTime } from '../virtualTime.js';
import { createHand, type PressHints } from './createHand.js';
import { createTree, type Tree } from './createTree.js';
import { hearAside } from './hearAside.js';
import { markAgain } from './markAgain.js';
import {
  EVENT,
  INTERACTION,
  SOURCE,
  type RrwebData,
  type RrwebEvent,
  type RrwebNode,
} from './RrwebEvent.js';
import type { Step } from './toTimeline.js';

/** What listens to a page load; it is stopped when the next begins. */
export interface Listening {
  stop(): void | Promise<void>;
}

export interface PlayOptions {
  readonly time: VirtualTime;
  /** A page was loaded: begins to listen, and resolves when it does. */
  readonly onPage: (mirror: MirrorWindow) => Promise<Listening>;
  /** Told of an event that is not as it should be; it is passed over. */
  readonly onBroken: (thrown: unknown) => void;
  /** How much of the recording is done, in [0, 1]. */
  readonly onProgress?: (share: number) => void;
}

interface Page {
  readonly mirror: MirrorWindow;
  readonly tree: Tree;
  readonly hand: ReturnType<typeof createHand>;
  readonly listening: Listening;
}

/** A single-page application that follows a link does so within this. */
const FOLLOWED_MS: Milliseconds = 1000;
/** A context menu this soon after a press came of it. */
const MENU_MS: Milliseconds = 1500;
/** The window loses the focus together with the field that has it. */
const TOGETHER_MS: Milliseconds = 20;
const CONTEXT_MENU = 3;

/**
 * Plays a recording into mirrored pages, one after the other, in virtual time. Nothing of the
 * recorded page's own runs: what it did is in the recording.
 */
export async function playRecording(steps: readonly Step[], options: PlayOptions): Promise<void> {
  const { time, onPage, onBroken, onProgress } = options;
  let page: Page | undefined;
  let meta: RrwebData = {};
  let isLoading = true;
  let followed: { readonly href: string; readonly at: WallTime } | undefined;

  const load = async (snapshot: RrwebNode) => {
    await leave();
    const { href = 'about:blank', width = 1280, height = 720 } = meta;
    const mirror = createMirrorWindow({ time, href, width, height });
    const tree = createTree(mirror.document);
    tree.reset(snapshot);
    page = { mirror, tree, hand: createHand(mirror, tree), listening: await onPage(mirror) };
    isLoading = false;
  };

  const leave = async () => {
    page?.mirror.dispatch('pagehide', 'window');
    await page?.listening.stop();
    page = followed = undefined;
  };

  /** A recorder takes snapshots of a page it has, too; those tell nothing but where it is. */
  const onSnapshot = async (snapshot: RrwebNode) => {
    if (!page || isLoading || !page.tree.isLike(snapshot)) return load(snapshot);
    const { href } = meta;
    if (href && href !== page.mirror.window.location.href) page.mirror.navigate(href, 'push');
  };

  const onMutation = ({ mirror, tree, hand }: Page, data: RrwebData) => {
    if (followed && time.now() - followed.at < FOLLOWED_MS && data.adds?.length)
      mirror.navigate(followed.href, 'push');
    if (data.adds?.length) followed = undefined;
    const records = tree.mutate(data);
    const submitted = hand.takeSubmitted();
    const again = submitted ? markAgain(submitted, records, mirror.now()) : [];
    mirror.mutated([...records, ...again]);
  };

  const onIncrement = (current: Page, data: RrwebData, index: number) => {
    const { mirror, tree, hand } = current;
    switch (data.source) {
      case SOURCE.mutation:
        return onMutation(current, data);
      case SOURCE.mouseInteraction:
        hand.interact(data, hintsAt(steps, index));
        if (data.type === INTERACTION.click) followed = toFollowed(tree, data, mirror, time.now());
        return undefined;
      case SOURCE.input:
        return hand.input(data);
      case SOURCE.scroll:
        return scroll(current, data);
      case SOURCE.viewportResize:
        Object.assign(mirror.window, { innerWidth: data.width, innerHeight: data.height });
        return undefined;
      case SOURCE.media:
        return mirror.dispatch(
          data.type === 0 ? 'play' : 'pause',
          tree.get(data.id) ?? mirror.document,
        );
      case SOURCE.selection:
        return select(current, data);
      default:
        return undefined;
    }
  };

  const play = async (step: Step, index: number) => {
    if ('move' in step) {
      page?.hand.move(step.move);
      return;
    }
    const { type, data } = step.event;
    if (type === EVENT.meta) meta = data;
    else if (type === EVENT.domContentLoaded) isLoading = true;
    else if (type === EVENT.fullSnapshot && data.node) await onSnapshot(data.node);
    else if (page && type === EVENT.incremental) onIncrement(page, data, index);
    else if (page) hearAside(step.event, page.mirror);
  };

  for (const [index, step] of steps.entries()) {
    await time.advanceTo(step.time);
    try {
      await play(step, index);
    } catch (thrown) {
      onBroken(thrown);
    }
    onProgress?.((index + 1) / steps.length);
  }
  await time.advanceTo(time.now());
  await leave();
}

function scroll({ mirror, tree }: Page, { id, y = 0 }: RrwebData): void {
  const node = tree.get(id) ?? mirror.document;
  const scroller = node instanceof MirrorElement ? node : mirror.document.scrollingElement;
  scroller.scrollTop = y;
  mirror.dispatch('scroll', node);
}

function select({ mirror, tree }: Page, { ranges = [] }: RrwebData): void {
  const [range] = ranges;
  const isCollapsed =
    !range || (range.start === range.end && range.startOffset === range.endOffset);
  const text = (range && tree.get(range.start)?.textContent) || ' ';
  mirror.document.selection = { isCollapsed, toString: () => (isCollapsed ? '' : text) };
  mirror.dispatch('selectionchange', mirror.document);
}

/** What comes right after a press tells what kind of press it was. */
function hintsAt(steps: readonly Step[], index: number): PressHints {
  const current = steps[index];
  let [isSecondary, leavesWindow] = [false, false];
  for (let next = index + 1; current && next < steps.length; next += 1) {
    const { time } = steps[next]!;
    const event = eventOf(steps[next]!);
    if (time - current.time > MENU_MS) break;
    if (event?.data.source !== SOURCE.mouseInteraction) continue;
    const { type, id } = event.data;
    if (type === INTERACTION.mouseDown || type === INTERACTION.click) break;
    if (type === CONTEXT_MENU) isSecondary = true;
    if (type === INTERACTION.blur && id === 1 && time - current.time < TOGETHER_MS)
      leavesWindow = true;
  }
  return { isSecondary, leavesWindow };
}

function eventOf(step: Step): RrwebEvent | undefined {
  return 'event' in step ? step.event : undefined;
}

/**
 * The page that a pressed link leads to. rrweb does not record `pushState`; when the page changes
 * and no new one is loaded, the link was followed within it.
 */
function toFollowed(tree: Tree, { id }: RrwebData, { window }: MirrorWindow, at: WallTime) {
  const node = tree.get(id);
  const element = node instanceof MirrorElement ? node : node?.parent;
  const link =
    element instanceof MirrorElement
      ? element.closest('a[href]:not([target=_blank],[download])')
      : null;
  const href = link?.getAttribute('href') ?? '';
  if (!URL.canParse(href, window.location.href)) return undefined;
  const url = new URL(href, window.location.href);
  const isElsewhere = url.origin === window.location.origin && url.href !== window.location.href;
  return isElsewhere ? { href: url.href, at } : undefined;
}
