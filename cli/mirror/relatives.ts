import type { MirrorElement } from './MirrorElement.js';

const parent = ({ parentElement }: MirrorElement) => parentElement;
const previous = ({ previousElementSibling }: MirrorElement) => previousElementSibling;

/** To the next of its kind, if any. */
type Step = (element: MirrorElement) => MirrorElement | null;

/** By combinator: how to go, and whether further than one step. */
export const STEPS: Readonly<Record<string, readonly [next: Step, isFar: boolean]>> = {
  ' ': [parent, true],
  '>': [parent, false],
  '~': [previous, true],
  '+': [previous, false],
};

/** Elements that stand in some relation to one. */
export type Siblings = (element: MirrorElement) => readonly MirrorElement[];

const walk =
  (next: Step): Siblings =>
  (element) => {
    const found: MirrorElement[] = [];
    for (let other = next(element); other; other = next(other)) found.push(other);
    return found;
  };

export const earlier = walk(previous);
export const later = walk(({ nextElementSibling }) => nextElementSibling);
export const inside: Siblings = (element) =>
  [...element.descendants()].filter((node): node is MirrorElement => 'localName' in node);

/** Of a combinator that comes first in `:has()`. */
export const RELATIVES: readonly (readonly [combinator: string, related: Siblings])[] = [
  ['>', (element) => inside(element).filter((each) => each.parentElement === element)],
  ['+', (element) => later(element).slice(0, 1)],
  ['~', later],
];

export const ofType =
  (siblings: Siblings): Siblings =>
  (element) =>
    siblings(element).filter(({ localName }) => localName === element.localName);

/** By pseudo-class: those before an element, as it counts. */
export const NTH_SIDES: Readonly<Record<string, Siblings>> = {
  'nth-child': earlier,
  'nth-last-child': later,
  'nth-of-type': ofType(earlier),
  'nth-last-of-type': ofType(later),
};
