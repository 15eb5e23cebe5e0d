import type { ModelState } from '../types.js';

type Weights = ModelState['weights'];

/** Where in an array features are. */
interface Layout {
  /** Numbers before the first feature. */
  readonly head: number;
  /** Rows of one entry for each feature, one after the other. */
  readonly nRows: number;
  /** Whether an entry is as many numbers as the network has hidden units, not one. */
  readonly isWide?: boolean;
}

const PLAIN: Layout = { head: 0, nRows: 1 };

/** Arrays with an entry for each feature, by name; what follows in them belongs to none. */
const LAYOUTS: Readonly<Record<string, Layout>> = {
  scaler: { head: 1, nRows: 2 },
  theta: PLAIN,
  seen: PLAIN,
  z: PLAIN,
  squares: PLAIN,
  mean: PLAIN,
  scale: PLAIN,
  hidden: { ...PLAIN, isWide: true },
};

/** What says how a state is to be read, and is not learned. */
const GIVEN = ['features', 'first'];

/** Experts whose slots are hashed from the places of features: what they learned cannot be told apart. */
const BY_PLACE = ['interactions'];

/** Share of today's features that have to be known: of another model, nothing is. */
const MIN_KNOWN = 0.5;

/** The features of a state and of today's. */
interface Move {
  readonly nOld: number;
  /** Of each of today's among the old ones; −1 of a new one. */
  readonly places: readonly number[];
}

/**
 * Carries a saved risk model over to other features: what was learned of a feature that is still there
 * goes with it, a new one begins as one of which nothing is known, and one that is gone is forgotten.
 * Experts are known by their names; where there are others than before, all are weighed anew.
 *
 * @param state - may come from anywhere; `weights.features` says which features it is of, as numbers
 * @param fresh - a state of today that has learned nothing of new features
 * @returns a state of today's names and version, still to be checked; `undefined` where nobody can tell
 * what `state` is of
 */
export function migrateState(state: ModelState, fresh: ModelState): ModelState | undefined {
  const { weights, parts } = state;
  const move = moveOf(weights?.['features'], fresh.weights['features']!);
  if (!move || state.model !== fresh.model || state.version !== fresh.version) return undefined;
  const old: readonly ModelState[] = Array.isArray(parts) ? parts : [];
  const hasSameExperts = namesOf(old) === namesOf(fresh.parts!);
  return {
    ...fresh,
    weights: carryAll(hasSameExperts ? weights : only('scaler', weights), fresh.weights, move),
    parts: fresh.parts!.map((part) => {
      const before = old.find((each) => each?.model === part.model);
      if (before?.version !== part.version || BY_PLACE.includes(part.model)) return part;
      return { ...part, weights: carryAll(before.weights, part.weights, move) };
    }),
  };
}

function moveOf(from: unknown, to: readonly number[]): Move | undefined {
  if (!Array.isArray(from) || !Array.from(from).every(Number.isInteger)) return undefined;
  const places = to.map((feature) => from.indexOf(feature));
  const nKnown = places.filter((place) => place >= 0).length;
  return nKnown < MIN_KNOWN * to.length ? undefined : { nOld: from.length, places };
}

function namesOf(parts: readonly ModelState[]): string {
  return parts.map((part) => part?.model).join();
}

function only(name: string, { [name]: values }: Weights): Weights {
  return values ? { [name]: values } : {};
}

function carryAll(old: Weights, fresh: Weights, move: Move): Weights {
  const entries = Object.entries(fresh).map(([name, values]) => {
    const before = old?.[name];
    if (!Array.isArray(before) || GIVEN.includes(name)) return [name, values];
    const layout = LAYOUTS[name];
    if (layout) return [name, carry(before as number[], values, move, layout)];
    return [name, before.length === values.length ? before : values];
  });
  return Object.fromEntries(entries) as Weights;
}

function carry(
  old: readonly number[],
  fresh: readonly number[],
  { nOld, places }: Move,
  { head, nRows, isWide }: Layout,
): readonly number[] {
  const width = isWide ? fresh.length / places.length : 1;
  const values = [...fresh];
  const copy = (to: number, from: number, n: number) =>
    values.splice(to, n, ...old.slice(from, from + n));
  copy(0, 0, head);
  for (let row = 0; row < nRows; row += 1)
    places.forEach((place, i) => {
      const [to, from] = [row * places.length + i, row * nOld + place];
      if (place >= 0) copy(head + to * width, head + from * width, width);
    });
  const end = head + nRows * places.length * width;
  const oldEnd = head + nRows * nOld * width;
  // Slots of another number are other slots.
  if (fresh.length - end === old.length - oldEnd) copy(end, oldEnd, old.length - oldEnd);
  return values;
}
