/**
 * The script tags that put SDKs into a host page.
 *
 * @param {readonly string[]} ids of peers, ours is `beforehand`
 * @param {{ isAlone?: boolean }} [options] alone, a peer may send what it has gathered
 */
export function headFor(ids, { isAlone = false } = {}) {
  return [
    isAlone ? '<script>globalThis.benchIsAlone = true</script>' : '',
    ...ids.flatMap((id) => [
      ...(id === 'beforehand' ? [tag('/dist/beforehand.global.js')] : []),
      tag(`/peers/${id}.js`),
    ]),
  ].join('');
}

function tag(source) {
  return `<script src="${source}"></script>`;
}
