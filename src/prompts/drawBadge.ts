import { drawClose } from './drawHeader.js';
import type { Drawing } from './Drawing.js';

/** The quiet form: a pill that opens the card in its place. */
export function drawBadge(drawing: Drawing): Node {
  const { make, environment, actions } = drawing;
  const open = make('button', {
    part: 'badge',
    text: environment.messages.badge,
    onPress: actions.expand,
  });
  return make('section', { part: 'pill', children: [open, drawClose(drawing)] });
}
