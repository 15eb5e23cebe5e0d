import type { Inspected } from './createLog.js';
import type { Elements } from './elements.js';

export interface DataControlsOptions {
  readonly assistant: Pick<Inspected, 'eraseData' | 'exportData' | 'offerHelp'>;
  readonly view: Window;
  readonly onErased: () => void;
}

/** Buttons at the foot: help now, everything that is kept as JSON, and forgetting it. */
export function createDataControls(
  make: Elements,
  { assistant, view, onErased }: DataControlsOptions,
): HTMLElement {
  const { html, button, on } = make;
  const status = html('p', 'status');
  status.setAttribute('role', 'status');
  const say = (text: string) => (status.textContent = text);
  let isErasing = false;

  const show = (shown: HTMLElement, focus: HTMLElement) => {
    // Only where the reader still is: they may have gone back to the page meanwhile.
    const isHere = (root.getRootNode() as ShadowRoot).activeElement !== null;
    say('');
    for (const part of [actions, confirmation, exported]) part.hidden = part !== shown;
    if (isHere) focus.focus({ preventScroll: true });
  };

  // What fails is said here, and goes on to the report.
  const eraseAll = async () => {
    if (isErasing) return;
    isErasing = true;
    let words = 'It could not be erased.';
    say('Erasing…');
    try {
      await assistant.eraseData();
      onErased();
      words = 'Erased. It starts from nothing.';
    } finally {
      isErasing = false;
      show(actions, erase);
      say(words);
    }
  };
  const exportAll = async () => {
    let words = 'It could not be read.';
    try {
      json.value = JSON.stringify(await assistant.exportData(), null, 2);
      show(exported, json);
      json.setSelectionRange(0, 0);
      words = `${Math.ceil(json.value.length / 1000)} kB. Nothing was sent anywhere.`;
    } finally {
      say(words);
    }
  };
  const copyAll = async () => {
    json.select();
    // Missing or refused in an insecure context: the text is selected, for the reader's own copy.
    const isCopied = await view.navigator.clipboard?.writeText(json.value).then(
      () => true,
      () => false,
    );
    say(isCopied ? 'Copied.' : 'Selected: copy it with the keyboard.');
  };

  const erase = button('bad', () => show(confirmation, keep), 'Erase everything');
  const save = button('', exportAll, 'Export');
  const help = button('primary', () => assistant.offerHelp(), 'Offer help now');
  const actions = html('div', 'buttons', help, save, erase);

  const keep = button('', () => show(actions, erase), 'Keep it');
  const really = button('primary bad', eraseAll, 'Erase');
  const question = 'Erase all that was learned and kept on this device, for every tab?';
  const confirmation = html(
    'div',
    '',
    html('p', '', question),
    html('div', 'buttons', really, keep),
  );

  const json = html('textarea');
  json.readOnly = true;
  json.rows = 9;
  json.spellcheck = false;
  json.setAttribute('aria-label', 'Everything that is kept on this device, as JSON');
  const done = button('', () => show(actions, save), 'Close');
  const exported = html('div', '', json, html('div', 'buttons', button('', copyAll, 'Copy'), done));
  confirmation.hidden = exported.hidden = true;

  const root = html('footer', '', actions, confirmation, exported, status);
  on(root, 'keydown', ({ key }) => {
    if (key !== 'Escape') return;
    if (!confirmation.hidden) keep.click();
    if (!exported.hidden) done.click();
  });
  return root;
}
