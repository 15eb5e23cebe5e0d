/** What a visitor may want to use. Pages give `<main>` a role and a `tabindex` of −1 too. */
const CONTROLS =
  'a[href],button,input,select,textarea,summary,[onclick],[tabindex="0"],[role=button],[role=link]';
/** A control of the usual 44 px can slip between the points looked at only with its rim. */
const POINTS = [0.02, 0.26, 0.5, 0.74, 0.98];

/** Whether a control of the page lies under a prompt. It forces layout, so it is asked rarely. */
export function hidesControl(host: HTMLElement): boolean {
  const { left, top, width, height } = host.getBoundingClientRect();
  return POINTS.some((x) =>
    POINTS.some((y) => isControlUnder(host, left + x * width, top + y * height)),
  );
}

function isControlUnder(host: HTMLElement, x: number, y: number): boolean {
  const under = host.ownerDocument.elementsFromPoint(x, y).find((each) => each !== host);
  const control = under?.closest(CONTROLS);
  return !!control && control !== host;
}
