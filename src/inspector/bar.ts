import type { Elements } from './elements.js';

/** A bar beside a number that says the same: for the eye only. */
export interface Bar {
  readonly root: HTMLElement;
  /** @param share - in [0, 1]; for a signed bar in [−1, 1], drawn from the middle */
  readonly set: (share: number) => void;
}

export function bar({ html }: Elements, kind: 'plain' | 'signed'): Bar {
  const fill = html('i');
  const root = html('span', `bar ${kind}`, fill);
  root.setAttribute('aria-hidden', 'true');

  const set = (share: number) => {
    const length = Math.min(1, Math.abs(share)) * 100;
    fill.style.width = `${kind === 'signed' ? length / 2 : length}%`;
    fill.className = share < 0 ? 'less' : '';
  };
  return { root, set };
}
