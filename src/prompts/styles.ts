/** The colours, light and then dark; each can be set from outside as `--beforehand-…`. */
const COLOURS = {
  fg: ['#1d1b22', '#f2f1f5'],
  muted: ['#605d68', '#b3b0bd'],
  bg: ['#ffffff', '#232127'],
  line: ['#e3e1e8', '#403d47'],
  accent: ['#4338ca', '#b4bcfd'],
  'on-accent': ['#ffffff', '#1e1b4b'],
} as const;

const colours = (value: (light: string, dark: string) => string) =>
  Object.entries(COLOURS)
    .map(([name, [light, dark]]) => `--${name}: var(--beforehand-${name}, ${value(light, dark)});`)
    .join('');

/**
 * The card's looks.
 *
 * `!important` on the host element beats even the `!important` of a page's rule for every element,
 * while custom properties still come through. Lengths are `px`, or `em` of the visitor's own font
 * size: a `rem` is the page's. `light-dark()` follows the page and not the system, so that there is
 * no dark card on a light page; a browser without it gets the light one.
 */
export const STYLES = `
:host {
  all: initial !important;
  color-scheme: inherit !important;
  position: fixed !important;
  inset: auto !important;
  inset-block-end: max(var(--offset), env(safe-area-inset-bottom)) !important;
  inset-inline-end: var(--offset) !important;
  display: block !important;
  border: 0 !important;
  overflow: visible !important;
  z-index: 2147483647 !important;
  --offset: var(--beforehand-offset, 16px);
  --radius: var(--beforehand-radius, 14px);
  ${colours((light) => light)}
}
@supports (color: light-dark(red, red)) {
  :host { ${colours((light, dark) => `light-dark(${light}, ${dark})`)} }
}
:host(beforehand-slot) { position: static !important; z-index: auto !important; }
:host([dir=ltr]) { direction: ltr !important; }
:host([dir=rtl]) { direction: rtl !important; }
:host([data-side=start]) { inset-inline: var(--offset) auto !important; }
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none; }
section {
  font: var(--beforehand-font-size, .9375em)/1.5 var(--beforehand-font, system-ui, sans-serif);
  color: var(--fg);
  background: var(--bg);
  border: 1px solid var(--line);
  border-radius: var(--radius);
  box-shadow: var(--beforehand-shadow, 0 1px 2px #0001, 0 4px 12px #0001, 0 16px 40px #0002);
  overflow-wrap: anywhere;
}
[part=card] {
  inline-size: min(var(--beforehand-width, 24.5em), 100vw - 2 * var(--offset));
  max-block-size: min(34em, 100vh - 2 * var(--offset));
  padding: 20px 20px 8px;
  overflow: auto;
  overscroll-behavior: contain;
}
:host(beforehand-slot) [part=card] { inline-size: auto; max-block-size: none; box-shadow: none; }
[part=pill] { display: flex; border-radius: 99px; }
:host(beforehand-slot) [part=pill] { inline-size: fit-content; }
header, [part=action], footer { display: flex; flex-wrap: wrap; gap: 8px; }
header { flex-wrap: nowrap; align-items: start; }
[part=action] { margin-block-start: 16px; }
footer { justify-content: space-between; gap: 0 16px; margin-block-start: 6px; }
[role=dialog] footer {
  align-items: center;
  gap: 8px 14px;
  margin-block: 10px 8px;
  padding-block-start: 18px;
  border-block-start: 1px solid var(--line);
}
h2 { flex: 1; font-size: 1.0625em; line-height: 1.35; font-weight: 600; letter-spacing: -.01em; text-wrap: balance; }
h3 { margin-block-start: 12px; font-size: .875em; font-weight: 600; }
p { margin-block-start: 8px; white-space: pre-line; }
[dir=auto]:not([part=text]) { text-align: -webkit-match-parent; text-align: match-parent; }
small { flex: 1 1 10em; display: block; color: var(--muted); font-size: .8125em; }
p + small { margin-block-start: 8px; }
ul { padding: 0; list-style: none; }
[part=body] { margin-block-start: 4px; color: var(--muted); }
[part=because] { padding-block: 2px 8px; }
button, a {
  display: inline-flex;
  align-items: center;
  min-block-size: 44px;
  min-inline-size: 44px;
  padding: 8px 16px;
  font: inherit;
  text-align: start;
  color: inherit;
  background: none;
  border: 1px solid #0000;
  border-radius: calc(var(--radius) - 5px);
  cursor: pointer;
}
button:hover { background: color-mix(in srgb, currentColor 7%, #0000); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h2 { outline: 0; }
a { border: 0; padding-inline: 0; color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
button[part=contact], [part=not-now] { border-color: var(--line); }
[part][part=accept] {
  padding-inline: 18px;
  font-weight: 600;
  color: var(--on-accent);
  background: var(--accent);
  text-decoration: none;
}
[part=accept]:hover { filter: brightness(1.1); }
[part=why], [part=never] { padding-inline: 0; font-size: .8125em; color: var(--muted); }
[part=why]:hover, [part=never]:hover { background: none; text-decoration: underline; }
[part=close] { position: relative; flex: none; color: var(--muted); justify-content: center; }
header [part=close] { margin: -12px; margin-inline-start: 0; }
[part=close]::before, [part=close]::after {
  content: '';
  position: absolute;
  inline-size: 14px;
  border-block-start: 1.5px solid;
  rotate: 45deg;
}
[part=close]::after { rotate: -45deg; }
[part=pill] button { border-radius: 99px; }
[part=badge] { gap: 9px; padding-inline: 18px 6px; font-weight: 500; }
[part=badge]::before { content: ''; padding: 4px; border-radius: 50%; background: var(--accent); }
@media (prefers-reduced-motion: no-preference) {
  section { animation: rise .2s ease-out; }
  @keyframes rise { from { opacity: 0; translate: 0 6px; } }
}
@media (forced-colors: active) {
  [part=accept] { forced-color-adjust: none; }
  [part=why], [part=never], [part=close], [part=badge] { border-color: Canvas; }
  :host { --accent: Highlight; --on-accent: HighlightText; }
}
@media print { :host { display: none !important; } }
`;
