import type { Milliseconds } from '../../src/types.js';
import { MirrorElement } from '../mirror/MirrorElement.js';
import type { MirrorNode } from '../mirror/MirrorNode.js';
import type { MirrorWindow } from '../mirror/createMirrorWindow.js';
import { INTERACTION, type RrwebData, type RrwebPosition } from './RrwebEvent.js';
import type { Tree } from './createTree.js';
import type { Submitted } from './markAgain.js';
import { submitForm } from './submitForm.js';

/** A click this long after a pointer's is the pointer's own. */
const JOINED_MS: Milliseconds = 1000;
/** A label passes its click on to its field at once. */
const PASSED_ON_MS: Milliseconds = 50;
/** Old recorders write down the mouse events that a browser makes of a touch. */
const AFTER_TOUCH_MS: Milliseconds = 700;

const POINTERS: readonly string[] = ['mouse', 'pen', 'touch'];

/** What is still to be said of a press when it comes. */
export interface PressHints {
  /** A context menu followed: it was the other button. */
  readonly isSecondary: boolean;
  /** The window lost the focus with it. */
  readonly leavesWindow: boolean;
}

/** Does with the mirrored page what the visitor did: pointer, focus and fields. */
export function createHand(mirror: MirrorWindow, tree: Tree) {
  const { document, dispatch, now } = mirror;
  let downAt: Milliseconds = -Infinity;
  let touchedAt: Milliseconds = -Infinity;
  let clickedAt: Milliseconds = -Infinity;
  let held = false;
  let submitted: Submitted | undefined;
  /** A field whose `change` is still to come. */
  let unsettled: MirrorElement | undefined;

  const pointer = (type: string, { x = 0, y = 0 }: RrwebData, kind: string, button = 0) => ({
    ...{ pointerType: kind, pointerId: 1, button, clientX: x, clientY: y },
    ...{ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
    buttons: type === 'pointerdown' ? 1 : 0,
    detail: 1,
  });

  const down = (node: MirrorNode, data: RrwebData, kind: string, { isSecondary }: PressHints) => {
    held = !isSecondary;
    if (held) downAt = now();
    dispatch('pointerdown', node, pointer('pointerdown', data, kind, isSecondary ? 2 : 0));
  };

  const up = (node: MirrorNode, data: RrwebData, kind: string) => {
    held = false;
    downAt = Math.max(downAt, kind === 'touch' ? now() : -Infinity);
    dispatch('pointerup', node, pointer('pointerup', data, kind));
    if (unsettled?.matches('[type=range],[type=color]')) settle();
  };

  const settle = () => {
    if (unsettled) dispatch('change', unsettled);
    unsettled = undefined;
  };

  const click = (node: MirrorNode, data: RrwebData) => {
    const isPointers =
      data.pointerType !== undefined ||
      now() - downAt < JOINED_MS ||
      now() - clickedAt < PASSED_ON_MS;
    // Keys are not recorded; a click without a pointer is taken for a key's.
    if (!isPointers) key(document.activeElement ?? node, 'Enter');
    else clickedAt = now();
    dispatch('click', node, { ...pointer('click', data, 'mouse'), detail: isPointers ? 1 : 0 });
    downAt = -Infinity;
    const form = node instanceof MirrorElement ? submitForm(node, dispatch) : undefined;
    if (form) submitted = { form, at: now() };
  };

  const key = (node: MirrorNode, name: string) =>
    dispatch('keydown', node, { key: name, repeat: false, isComposing: false });

  const focus = (node: MirrorNode) => {
    if (node === document) {
      document.isFocused = true;
      dispatch('focus', 'window');
    } else if (node instanceof MirrorElement && node !== document.activeElement) {
      document.activeElement = node;
      dispatch('focusin', node);
    }
  };

  const blur = (node: MirrorNode, { leavesWindow }: PressHints) => {
    if (leavesWindow || node === document) document.isFocused = false;
    if (node === document) {
      dispatch('blur', 'window');
      return;
    }
    if (unsettled === node) settle();
    document.activeElement = null;
    dispatch('focusout', node);
  };

  /** Recorders note what a script sets as well: a visitor's field has the focus, or was pressed. */
  const isVisitors = (element: MirrorElement, { userTriggered }: RrwebData): boolean =>
    userTriggered ??
    (document.activeElement === element || Math.min(now() - clickedAt, now() - downAt) < JOINED_MS);

  const input = (element: MirrorElement, data: RrwebData) => {
    const before = element.value?.length ?? 0;
    const wasChecked = element.checked;
    if (data.text !== undefined) element.typed = data.text;
    if (data.isChecked !== undefined) element.ticked = data.isChecked;
    const isTick = element.matches('[type=checkbox],[type=radio]');
    // A radio that another one takes over from changes without an event.
    const isTakenOver = element.matches('[type=radio]') && !element.checked;
    if (isTick && (wasChecked === element.checked || isTakenOver)) return;
    if (!isVisitors(element, data)) return;
    const grown = (data.text?.length ?? 0) - before;
    const isText = !isTick && !element.matches('select,[type=range],[type=color]');
    if (isText && Math.abs(grown) === 1) key(element, grown > 0 ? 'a' : 'Backspace');
    dispatch('input', element, { isComposing: false, inputType: isText ? inputTypeOf(grown) : '' });
    unsettled = element;
    if (isTick || element.localName === 'select') settle();
  };

  return {
    interact: (data: RrwebData, hints: PressHints) => {
      const node = tree.get(data.id);
      if (!node?.isConnected || isInFrame(node, mirror)) return;
      const kind = POINTERS[data.pointerType ?? 0] ?? 'mouse';
      const isEcho = kind === 'mouse' && now() - touchedAt < AFTER_TOUCH_MS;
      switch (data.type) {
        case INTERACTION.mouseDown:
          return isEcho ? undefined : down(node, data, kind, hints);
        case INTERACTION.mouseUp:
          return isEcho ? undefined : up(node, data, kind);
        case INTERACTION.touchStart:
          touchedAt = now();
          return down(node, data, 'touch', hints);
        case INTERACTION.touchEnd:
          touchedAt = now();
          return up(node, data, 'touch');
        case INTERACTION.touchCancel:
          held = false;
          return dispatch('pointercancel', node, pointer('pointercancel', data, 'touch'));
        case INTERACTION.click:
          return click(node, data);
        case INTERACTION.focus:
          return focus(node);
        case INTERACTION.blur:
          return blur(node, hints);
        default:
          return undefined;
      }
    },
    move: ({ id, x, y }: RrwebPosition) => {
      const node = tree.get(id);
      if (!node?.isConnected || isInFrame(node, mirror)) return;
      dispatch('pointermove', node, { ...pointer('', { x, y }, 'mouse'), buttons: held ? 1 : 0 });
    },
    /** The last form that was sent off, once. */
    takeSubmitted: (): Submitted | undefined => {
      const taken = submitted;
      submitted = undefined;
      return taken;
    },
    input: (data: RrwebData) => {
      const element = tree.element(data.id);
      if (element && !isInFrame(element, mirror)) input(element, data);
    },
  };
}

/** One character more was typed; more than that at once was put there, by whom is not known. */
function inputTypeOf(grown: number): string {
  if (grown > 1) return 'insertReplacementText';
  return grown < 0 ? 'deleteContentBackward' : 'insertText';
}

/** A window hears nothing of what happens inside its frames. */
function isInFrame(node: MirrorNode, { document }: MirrorWindow): boolean {
  return node !== document && node.getRootNode({ composed: true }) !== document;
}
