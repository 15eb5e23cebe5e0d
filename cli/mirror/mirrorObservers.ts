import type { MirrorNode } from './MirrorNode.js';

/** A change as `MutationObserver` tells it. */
export interface MirrorRecord {
  readonly type: 'childList' | 'attributes' | 'characterData';
  readonly target: MirrorNode;
  readonly attributeName: string | null;
  readonly addedNodes: readonly MirrorNode[];
  readonly removedNodes: readonly MirrorNode[];
}

type Callback = (records: readonly MirrorRecord[]) => void;

/** Mutation observers that are told of changes by the recording. */
export function mirrorObservers() {
  const observing = new Map<Callback, Set<MirrorNode>>();

  // A class, because it is called with `new`.
  class Observer {
    constructor(private readonly callback: Callback) {}

    observe(root: MirrorNode): void {
      const roots = observing.get(this.callback) ?? new Set();
      observing.set(this.callback, roots.add(root));
    }

    disconnect(): void {
      observing.delete(this.callback);
    }
  }

  return {
    Observer,
    deliver: (records: readonly MirrorRecord[]) => {
      for (const [callback, roots] of [...observing]) {
        const seen = records.filter(({ target }) => roots.has(target.getRootNode()));
        if (seen.length > 0) callback(seen);
      }
    },
  };
}
