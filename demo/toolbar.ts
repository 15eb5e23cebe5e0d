import { assistant } from './assistant.js';
import { element } from './element.js';
import { FAULTS } from './faults.js';
import type { Shop } from './Shop.js';

/** Beside the shop from this width on; below it, the inspector would cover what is watched. */
const WIDE = '(min-width: 1200px)';

/**
 * The demo's own controls above the shop. They are marked so that the assistant takes nothing that
 * is done here for a visitor's trouble.
 */
export function createToolbar(shop: Shop): HTMLElement {
  const inspecting = isInspecting();
  document.documentElement.classList.toggle('with-inspector', inspecting);
  return element(
    'aside',
    {
      class: 'toolbar',
      'aria-label': 'Demo controls',
      'data-beforehand-ignore': 'all',
      'data-beforehand-noise': true,
    },
    element('p', { class: 'toolbar-name' }, 'Beforehand ', element('span', {}, 'demo')),
    faultsPanel(shop),
    element(
      'a',
      {
        href: inspecting ? location.pathname : `${location.pathname}?beforehand-inspector`,
        'data-load': true,
        'data-test': 'inspector',
        class: inspecting ? 'is-on' : undefined,
      },
      inspecting ? 'Close inspector' : 'Inspector',
    ),
    element(
      'a',
      { href: watchUrl(), 'data-load': true, 'data-test': 'watch', class: 'toolbar-watch' },
      element('span', { 'aria-hidden': 'true', class: 'play' }),
      element('span', {}, 'Watch', element('span', { class: 'toolbar-more' }, ' a stuck visitor')),
    ),
    element(
      'button',
      { type: 'button', 'data-test': 'start-over', on: { click: () => void startOver(shop) } },
      'Start over',
    ),
  );
}

export function watchUrl(recording = 'coupon'): string {
  return `/watch?play=${recording}${matchMedia(WIDE).matches ? '&beforehand-inspector' : ''}`;
}

function isInspecting(): boolean {
  return new URL(location.href).searchParams.has('beforehand-inspector');
}

function faultsPanel({ faults }: Shop): HTMLElement {
  const count = element('span', { class: 'toolbar-count', 'data-test': 'fault-count' });
  const show = () => {
    count.textContent = faults.count() ? String(faults.count()) : '';
  };
  show();
  const panel = element(
    'details',
    { class: 'faults' },
    element('summary', { 'data-test': 'faults' }, 'Faults', count),
    element(
      'fieldset',
      {},
      element('legend', {}, 'Break something, then try to shop'),
      ...FAULTS.map(({ id, name, effect }) =>
        element(
          'label',
          {},
          element('input', {
            type: 'checkbox',
            'data-test': `fault-${id}`,
            checked: faults.has(id),
            on: {
              change: ({ target }) => {
                faults.set(id, (target as HTMLInputElement).checked);
                show();
              },
            },
          }),
          element('span', {}, element('strong', {}, name), element('small', {}, effect)),
        ),
      ),
    ),
  );
  closeFromOutside(panel);
  return panel;
}

function closeFromOutside(panel: HTMLDetailsElement): void {
  document.addEventListener('pointerdown', ({ target }) => {
    if (panel.open && target instanceof Node && !panel.contains(target)) panel.open = false;
  });
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    panel.open = false;
    panel.querySelector('summary')?.focus();
  });
}

/** As if for the first time: nothing learned, nothing in the cart, nothing broken. */
async function startOver({ memory }: Shop): Promise<void> {
  memory.clear();
  await assistant()?.eraseData();
  location.assign('/');
}
