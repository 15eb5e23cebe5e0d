/** Reads the rows of a table below its header, as RFC 4180 has it; no line breaks within a field. */
export function createRowReader(header: string) {
  const columns = split(header);
  if (columns.length < 2) throw new Error('neither JSON nor a table with a header');
  return {
    read: (text: string): Readonly<Record<string, string>> => {
      const values = split(text);
      if (values.length !== columns.length)
        throw new Error(`${values.length} values for ${columns.length} columns`);
      return Object.fromEntries(columns.map((column, index) => [column, values[index]!]));
    },
  };
}

const FIELD = /\s*(?:"((?:[^"]|"")*)"|([^,]*?))\s*(,|$)/y;

function split(text: string): string[] {
  const values: string[] = [];
  FIELD.lastIndex = 0;
  for (let isLast = false; !isLast;) {
    const found = FIELD.exec(text);
    if (!found) throw new Error('a quote is not closed');
    values.push(found[1]?.replaceAll('""', '"') ?? found[2]!);
    isLast = found[3] === '';
  }
  return values;
}
