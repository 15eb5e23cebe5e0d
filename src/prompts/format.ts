/** Fills in the `{name}` places of a message; a place without a value becomes empty. */
export function format(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : '',
  );
}
