/** Remembers the shop's state for one tab. */
export interface Memory {
  get<Value>(key: string): Value | undefined;
  set(key: string, value: unknown): void;
  clear(): void;
}

const PREFIX = 'hollin.';

/** Keeps values in `sessionStorage`; a browser that refuses it forgets them at a reload. */
export function sessionMemory(): Memory {
  const fallback = pageMemory();
  return {
    get: (key) => attempt(() => toValue(sessionStorage.getItem(PREFIX + key))) ?? fallback.get(key),
    set: (key, value) => {
      fallback.set(key, value);
      attempt(() => sessionStorage.setItem(PREFIX + key, JSON.stringify(value)));
    },
    clear: () => {
      fallback.clear();
      attempt(() => sessionStorage.clear());
    },
  };
}

/** Keeps values until the page is left: a session that is watched must not touch the visitor's own. */
export function pageMemory(): Memory {
  const values = new Map<string, unknown>();
  return {
    get: <Value>(key: string) => values.get(key) as Value | undefined,
    set: (key, value) => void values.set(key, value),
    clear: () => values.clear(),
  };
}

function toValue<Value>(text: string | null): Value | undefined {
  return text === null ? undefined : (JSON.parse(text) as Value);
}

function attempt<Result>(use: () => Result): Result | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
