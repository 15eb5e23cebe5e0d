import { element, type Attributes } from '../element.js';

export interface FieldOptions {
  readonly label: string;
  readonly name: string;
  /** For tests, and what the input is called in the demo's recordings. @defaultValue `name` */
  readonly test?: string;
  readonly hint?: string;
  readonly value?: string | undefined;
  /** More attributes of the input. */
  readonly input?: Attributes;
  /** `true` for a text of several lines. */
  readonly long?: boolean;
  /** The message for a value that won't do, or `undefined` for one that will. */
  readonly check?: (value: string) => string | undefined;
}

export interface Field {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement | HTMLTextAreaElement;
  value(): string;
  /** Shows the message, or takes it away; an empty one marks the field and says nothing. */
  refuse(message: string | undefined): void;
  /** Checks the value and shows what is wrong with it. */
  isValid(): boolean;
}

/** A labelled input with a place for its message. */
export function field(options: FieldOptions): Field {
  const {
    label,
    name,
    test = name,
    hint,
    value = '',
    long = false,
    check = required(label),
  } = options;
  const attributes = {
    id: name,
    name,
    'data-test': test,
    'aria-describedby': `${name}-message`,
    ...options.input,
  };
  const input = long
    ? element('textarea', { rows: 6, ...attributes })
    : element('input', { type: 'text', ...attributes });
  input.value = value;
  const message = element('p', {
    class: 'message',
    id: `${name}-message`,
    'data-test': `${test}-message`,
  });
  const refuse = (text: string | undefined) => {
    if (text === undefined) input.removeAttribute('aria-invalid');
    else input.setAttribute('aria-invalid', 'true');
    message.textContent = text ?? '';
  };
  // Once refused, a field is checked again as it is mended, so that the message goes when it may.
  input.addEventListener('input', () => {
    if (message.textContent) refuse(check(input.value));
  });

  return {
    root: element(
      'div',
      { class: `field field-${name}` },
      element(
        'label',
        { for: name },
        label,
        hint ? element('span', { class: 'hint' }, hint) : undefined,
      ),
      input,
      message,
    ),
    input,
    value: () => input.value.trim(),
    refuse,
    isValid: () => {
      const problem = check(input.value.trim());
      refuse(problem);
      return problem === undefined;
    },
  };
}

/** Checks all fields and takes the visitor to the first that needs them. */
export function areValid(fields: readonly Field[]): boolean {
  const invalid = fields.filter((each) => !each.isValid());
  invalid[0]?.input.focus();
  return invalid.length === 0;
}

export function required(label: string): (value: string) => string | undefined {
  return (value) => (value ? undefined : `Enter your ${label.toLowerCase()}.`);
}

/** A form that the shop handles itself; messages are the shop's, not the browser's. */
export function form(
  attributes: Attributes,
  onSubmit: () => void,
  ...children: readonly (Node | undefined)[]
) {
  return element(
    'form',
    {
      novalidate: true,
      ...attributes,
      on: {
        submit: (event) => {
          event.preventDefault();
          onSubmit();
        },
      },
    },
    ...children,
  );
}
