/** Changes a text only when it is another, so that a selection in it survives the drawing. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
