/**
 * The card's looks. `!important` on the host element beats whatever the page says about every
 * element; custom properties still come through, for themes.
 */
export const STYLES = `
:host {
  all: initial !important;
  color-scheme: inherit !important;
  position: fixed !important;
  inset: auto 0 0 auto !important;
  inset-inline: auto 0 !important;
  display: block !important;
  box-sizing: border-box !important;
  inline-size: min(25rem, 100vw) !important;
  max-block-size: 100vh !important;
  padding: 1rem !important;
  margin: 0 !important;
  border: 0 !important;
  background: none !important;
  overflow: visible !important;
  pointer-events: none !important;
  z-index: 2147483647 !important;
}
:host([data-form='badge']) { inline-size: max-content !important; }
:host([data-side='start']) { inset-inline: 0 auto !important; }
* { box-sizing: border-box; }
[part~='card'], [part~='badge'] {
  --fg: var(--beforehand-fg, light-dark(#1c1b22, #f3f2f7));
  --muted: var(--beforehand-muted, light-dark(#5b5966, #b4b1c0));
  --bg: var(--beforehand-bg, light-dark(#ffffff, #232129));
  --line: var(--beforehand-line, light-dark(#e4e2ea, #3c3945));
  --accent: var(--beforehand-accent, light-dark(#4338ca, #a5b4fc));
  --on-accent: var(--beforehand-on-accent, light-dark(#ffffff, #1e1b4b));
  color: var(--fg);
  background: var(--bg);
  font: 400 0.9375rem/1.5 var(--beforehand-font, system-ui, sans-serif);
  border: 1px solid var(--line);
  box-shadow: var(--beforehand-shadow, 0 1px 2px rgb(0 0 0 / 0.08), 0 12px 32px rgb(0 0 0 / 0.16));
  pointer-events: auto;
  text-align: start;
}
[part~='card'] {
  display: block;
  max-block-size: min(36rem, calc(100vh - 2rem));
  overflow: auto;
  overscroll-behavior: contain;
  padding: 1.125rem 1.25rem;
  border-radius: var(--beforehand-radius, 1rem);
}
header { display: flex; align-items: start; gap: 0.5rem; }
h2 { flex: 1; margin: 0; font-size: 1.0625rem; line-height: 1.35; font-weight: 650; text-wrap: balance; }
h2:focus { outline: none; }
p { margin: 0.375rem 0 0; overflow-wrap: anywhere; }
[part~='body'] { color: var(--muted); }
[part~='text'] p { color: var(--fg); }
ul { margin: 0.25rem 0 0; padding: 0; list-style: none; }
small { display: block; margin-block-start: 0.75rem; color: var(--muted); font-size: 0.8125rem; }
button, a {
  font: inherit;
  color: inherit;
  min-block-size: 2.75rem;
  min-inline-size: 2.75rem;
  padding: 0.5rem 0.875rem;
  border: 1px solid transparent;
  border-radius: calc(var(--beforehand-radius, 1rem) * 0.625);
  background: none;
  cursor: pointer;
}
a { display: inline-flex; align-items: center; text-decoration: underline; text-underline-offset: 0.2em; }
a:not([part~='accept']) { padding-inline: 0; color: var(--accent); }
button:hover { background: color-mix(in srgb, var(--fg) 8%, transparent); }
button:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[part~='accept'] {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
  text-decoration: none;
}
[part~='accept']:hover { background: color-mix(in srgb, var(--accent) 88%, var(--fg)); }
[part~='action'] { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; margin-block-start: 0.875rem; }
[part~='not-now'] { border-color: var(--line); }
[part~='never'], [part~='why'] { color: var(--muted); font-size: 0.8125rem; padding-inline: 0.25rem; }
[part~='close'] { margin: -0.5rem; margin-inline-start: 0; padding: 0; flex: none; font-size: 1.25rem; line-height: 1; color: var(--muted); }
footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 0.75rem; margin-block-start: 0.375rem; }
[part~='badge'] { display: flex; border-radius: 999px; }
[part~='badge'] button { border-radius: 999px; }
[part~='open'] { font-weight: 600; padding-inline: 1.125rem 0.5rem; }
[part~='badge'] [part~='close'] { margin: 0; }
[hidden] { display: none !important; }
@media (prefers-reduced-motion: no-preference) {
  [part~='card'], [part~='badge'] { animation: rise 0.22s ease-out; }
  @keyframes rise { from { opacity: 0; transform: translateY(0.5rem); } }
}
@media (forced-colors: active) {
  [part~='card'], [part~='badge'] { border-color: CanvasText; }
  [part~='accept'] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
@media print { :host { display: none !important; } }
@supports not (color: light-dark(#000, #fff)) {
  [part~='card'], [part~='badge'] {
    --fg: var(--beforehand-fg, #1c1b22);
    --muted: var(--beforehand-muted, #5b5966);
    --bg: var(--beforehand-bg, #fff);
    --line: var(--beforehand-line, #e4e2ea);
    --accent: var(--beforehand-accent, #4338ca);
    --on-accent: var(--beforehand-on-accent, #fff);
  }
}
`;

/** For screen readers only. */
export const STATUS_STYLES = `
:host {
  position: fixed !important;
  inline-size: 1px !important;
  block-size: 1px !important;
  overflow: hidden !important;
  clip-path: inset(50%) !important;
  white-space: nowrap !important;
}
`;
