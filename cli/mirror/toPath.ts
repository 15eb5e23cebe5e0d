import { MirrorShadowRoot } from './MirrorDocument.js';
import type { MirrorNode } from './MirrorNode.js';

/** What an event at a node passes on its way out, through open shadow roots; innermost first. */
export function toPath(node: MirrorNode): MirrorNode[] {
  const path: MirrorNode[] = [];
  for (let each: MirrorNode | null = node; each;) {
    path.push(each);
    each = each instanceof MirrorShadowRoot ? each.host : each.parent;
  }
  return path;
}
