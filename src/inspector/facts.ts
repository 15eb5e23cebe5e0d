import type { Elements } from './elements.js';

/** Names and values in two columns. */
export function facts(
  { html }: Elements,
  values: readonly (readonly [name: string, value: string])[],
): HTMLElement {
  return html(
    'dl',
    'facts',
    ...values.flatMap(([name, value]) => [html('dt', '', name), html('dd', '', value)]),
  );
}
