/** The last rows that were written, oldest first, without an allocation per write. */
export interface RingBuffer {
  /** Rows that can be read now. */
  readonly size: number;
  /** Writes one row over the oldest when full. Missing values are 0. */
  push(a: number, b?: number, c?: number): void;
  /** Calls back with each row, oldest first, and empties the buffer. */
  drain(row: (a: number, b: number, c: number) => void): void;
}

const WIDTH = 3;

/** @param capacity - rows of three numbers */
export function ringBuffer(capacity: number): RingBuffer {
  const values = new Float64Array(capacity * WIDTH);
  let written = 0;
  let size = 0;

  return {
    get size() {
      return size;
    },
    push: (a, b = 0, c = 0) => {
      const at = (written % capacity) * WIDTH;
      values[at] = a;
      values[at + 1] = b;
      values[at + 2] = c;
      written += 1;
      if (size < capacity) size += 1;
    },
    drain: (row) => {
      for (let i = written - size; i < written; i += 1) {
        const at = (i % capacity) * WIDTH;
        row(values[at]!, values[at + 1]!, values[at + 2]!);
      }
      size = 0;
    },
  };
}
