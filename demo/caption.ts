import { element } from './element.js';
import { watchUrl } from './toolbar.js';
import type { Recording } from './Recording.js';

/** Tells whoever watches what is going on. */
export interface Caption {
  say(text: string): void;
  end(text: string): void;
}

/** @param stop - called when the one who watches has seen enough */
export function createCaption({ id, next }: Recording, stop: () => void): Caption {
  const text = element('p', { class: 'caption-text', role: 'status', 'data-test': 'caption' });
  const actions = element(
    'p',
    { class: 'caption-actions' },
    element(
      'button',
      { type: 'button', 'data-test': 'stop-watching', on: { click: stop } },
      'Stop',
    ),
  );
  const root = element(
    'aside',
    {
      class: 'caption',
      'aria-label': 'What you are watching',
      'data-beforehand-ignore': 'all',
      'data-beforehand-noise': true,
    },
    element('p', { class: 'caption-title' }, 'Watching a stuck visitor'),
    text,
    actions,
  );
  document.querySelector('.toolbar')?.after(root);

  return {
    say: (words) => {
      text.textContent = words;
    },
    end: (words) => {
      text.textContent = words;
      root.classList.add('is-over');
      actions.replaceChildren(
        element('a', { href: watchUrl(id), 'data-load': true }, 'Watch again'),
        element(
          'a',
          { href: watchUrl(next.id), 'data-load': true, 'data-test': 'watch-next' },
          next.label,
        ),
        element('a', { href: '/', 'data-load': true }, 'Try it yourself'),
      );
    },
  };
}
