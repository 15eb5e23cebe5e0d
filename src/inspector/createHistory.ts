/** The last few of something. */
export interface History<T> {
  /** Oldest first. A live view: it changes with each `add`. */
  readonly items: readonly T[];
  readonly add: (item: T) => void;
  readonly clear: () => void;
}

/** @param capacity - how many are kept; the oldest goes first */
export function createHistory<T>(capacity: number): History<T> {
  const items: T[] = [];
  return {
    items,
    add: (item) => {
      items.push(item);
      if (items.length > capacity) items.shift();
    },
    clear: () => {
      items.length = 0;
    },
  };
}
