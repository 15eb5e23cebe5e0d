/** An event as far as its type is known. */
export interface MirrorEvent {
  readonly type: string;
  readonly timeStamp: number;
}

type Listener = (event: MirrorEvent) => void;

/** Listeners by type, called in the order they were added. */
export function eventHub() {
  const listeners = new Map<string, Set<Listener>>();
  const of = (type: string) => {
    const known = listeners.get(type) ?? new Set();
    listeners.set(type, known);
    return known;
  };
  return {
    addEventListener: (type: string, listener: Listener) => void of(type).add(listener),
    removeEventListener: (type: string, listener: Listener) => void of(type).delete(listener),
    emit: <E extends MirrorEvent>(event: E) => {
      for (const listener of [...of(event.type)]) listener(event);
    },
  };
}
