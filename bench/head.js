/**
 * The script tags that put SDKs into a host page.
 *
 * @param {readonly string[]} ids of peers, ours is `beforehand`
 * @param {{ isAlone?: boolean, isPlain?: boolean }} [options] alone, a peer may send what it has
 * gathered; plain, ours hears no events that scripts make
 */
export function headFor(ids, { isAlone = false, isPlain = false } = {}) {
  return [
    isAlone ? '<script>globalThis.benchIsAlone = true</script>' : '',
    isPlain ? '<script>globalThis.benchIsPlain = true</script>' : '',
    ...ids.flatMap((id) => [
      ...(id === 'beforehand' ? [tag('/dist/beforehand.global.js')] : []),
      tag(`/peers/${id}.js`),
    ]),
  ].join('');
}

function tag(source) {
  return `<script src="${source}"></script>`;
}
