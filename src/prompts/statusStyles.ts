/** For screen readers only, whatever the page says about every element. */
export const STATUS_STYLES = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inline-size: 1px !important;
  block-size: 1px !important;
  overflow: hidden !important;
  clip-path: inset(50%) !important;
  white-space: nowrap !important;
}
`;
