import { type Drawing } from './Drawing.js';

/** The heading, and the button that closes the card. */
export function drawHeader(title: string, drawing: Drawing): HTMLElement {
  return drawing.make('header', {
    children: [
      drawing.make('h2', {
        part: 'title',
        text: title,
        attributes: { id: 'title', tabindex: '-1' },
      }),
      drawClose(drawing),
    ],
  });
}

export function drawClose({ make, environment, actions }: Drawing): HTMLElement {
  return make('button', {
    part: 'close',
    attributes: { 'aria-label': environment.messages.close },
    onPress: actions.close,
  });
}
