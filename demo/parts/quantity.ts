import { element } from '../element.js';

export interface QuantityOptions {
  /** For screen readers: what is counted. */
  readonly of: string;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  /** Called at once on every press, however fast they come. */
  readonly onChange: (value: number) => void;
}

/** − 1 +, without a field to type in. */
export function quantity({ of, value, min = 1, max = 20, onChange }: QuantityOptions): HTMLElement {
  let current = value;
  const output = element('output', { 'data-test': 'quantity' }, String(current));
  const less = stepper('−', `One less: ${of}`, 'quantity-minus');
  const more = stepper('+', `One more: ${of}`, 'quantity-plus');
  const set = (next: number) => {
    current = Math.min(Math.max(next, min), max);
    output.textContent = String(current);
    onChange(current);
  };
  less.addEventListener('click', () => set(current - 1));
  more.addEventListener('click', () => set(current + 1));
  return element(
    'div',
    { class: 'quantity', role: 'group', 'aria-label': `Quantity: ${of}` },
    less,
    output,
    more,
  );
}

function stepper(sign: string, label: string, test: string): HTMLButtonElement {
  return element('button', { type: 'button', 'aria-label': label, 'data-test': test }, sign);
}
