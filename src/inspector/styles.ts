/** Light, dark. Text on its background has a contrast of at least 4.5, lines of at least 3 where they mean something. */
const PALETTE: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  bg: ['#fff', '#15161a'],
  sunken: ['#f5f6f8', '#1c1e23'],
  line: ['#e2e5ea', '#2e3138'],
  strong: ['#7b8290', '#7d8491'],
  fg: ['#191b20', '#eceef1'],
  muted: ['#596070', '#a2a8b4'],
  accent: ['#4a50c4', '#a6adff'],
  good: ['#16703f', '#58cc97'],
  warn: ['#855700', '#ecbb5a'],
  bad: ['#be2328', '#ff8488'],
};

const colors = (toValue: (light: string, dark: string) => string) =>
  Object.entries(PALETTE)
    .map(([name, [light, dark]]) => `--${name}:${toValue(light, dark)};`)
    .join('');

/**
 * The inspector's looks. `!important` on the host element beats whatever the page says about every
 * element. It is one below the highest layer: a prompt stays above, also without a Popover API.
 * Nothing in it moves by itself, so there is no motion to reduce.
 */
export const STYLES = `
:host {
  all: initial !important;
  color-scheme: inherit !important;
  display: block !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  z-index: 2147483646 !important;
}
*, ::before { box-sizing: border-box; margin: 0; padding: 0; min-width: 0; }
.panel, .opener {
  ${colors((light) => light)}
  --tone: var(--muted);
  position: fixed;
  color: var(--fg);
  background: var(--bg);
  font: 400 12px/1.5 system-ui, sans-serif;
  font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
  border: 0;
  box-shadow: 0 0 0 1px var(--line), 0 4px 28px rgb(0 0 0 / .16);
}
@supports (color: light-dark(#000, #fff)) {
  .panel, .opener { ${colors((light, dark) => `light-dark(${light},${dark})`)} }
}
.panel { inset: 0 auto; width: 360px; display: flex; flex-direction: column; }
.opener { bottom: 16px; width: 44px; height: 44px; margin: 0 16px; display: grid; place-items: center; border-radius: 50%; color: var(--accent); }
.left { left: 0; }
.right { right: 0; }
[hidden] { display: none !important; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

h2, h3, h4 { font-size: inherit; }
ul, summary { list-style: none; }
b, h2, h3, h4 { font-weight: 600; }
header, .line { display: flex; align-items: center; gap: 8px; }
header { padding: 6px 8px 6px 12px; border-bottom: 1px solid var(--line); }
header > .icon { color: var(--accent); }
h2 { flex: 1; font-size: 13px; }
.icon { width: 16px; height: 16px; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.body { flex: 1; min-height: 0; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; }

button { font: inherit; font-weight: 500; color: inherit; min-height: 28px; padding: 3px 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--bg); cursor: pointer; }
button:hover { background: var(--sunken); border-color: var(--strong); }
.tool { width: 28px; padding: 0; display: grid; place-items: center; border: 0; color: var(--muted); }
button.bad { color: var(--tone); }
button.primary { border-color: var(--tone); background: var(--tone); color: var(--bg); }
button.primary:hover { background: color-mix(in srgb, var(--tone) 85%, var(--fg)); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
summary:focus-visible { outline-offset: -2px; }

.muted, .age, .note, .path, .empty, dt { color: var(--muted); }
.age, .note { margin-left: auto; }
.age, .value, .chip { white-space: nowrap; }
.empty { padding: 0 12px 8px; }
.chip { padding: 0 7px; border-radius: 9px; font-weight: 500; line-height: 18px; color: var(--tone); background: color-mix(in srgb, var(--tone) 11%, var(--bg)); }
.shown, .primary { --tone: var(--accent); }
.calm, .good { --tone: var(--good); }
.raised, .held, .badge { --tone: var(--warn); }
.high, .bad, .card { --tone: var(--bad); }

.risk { padding: 12px 12px 14px; border-bottom: 1px solid var(--line); }
.risk h3 { color: var(--muted); font-weight: 500; }
.now { display: flex; flex-wrap: wrap; align-items: center; column-gap: 10px; }
.number { font-size: 40px; font-weight: 600; line-height: 1.15; letter-spacing: -.03em; }
.now p { width: 100%; }

.plot { display: grid; grid-template: 108px 16px / 34px 1fr 36px; margin: 14px -4px 10px 0; font-size: 10px; line-height: 1; white-space: nowrap; color: var(--muted); }
svg { overflow: visible; fill: none; stroke: currentColor; flex: none; }
.plot svg { grid-area: 1 / 2; width: 100%; height: 100%; }
path { vector-effect: non-scaling-stroke; }
.grid { stroke: var(--line); }
.frame { stroke: var(--strong); }
path.line { stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; }
.area { fill: var(--accent); fill-opacity: .13; stroke: none; }
.level { stroke: var(--tone); stroke-dasharray: 4 3; }
.level.badge { stroke-dasharray: 2 3; }
path.shown { stroke: var(--fg); stroke-width: 1.5; }
.dots { stroke: var(--warn); stroke-width: 6; stroke-linecap: round; }
.y, .edge { position: relative; grid-area: 1 / 1; }
.edge { grid-area: 1 / 3; }
.y span, .edge span { position: absolute; right: 6px; transform: translateY(-50%); }
.y span:nth-child(2) { top: 50%; }
.y span:nth-child(3) { top: 100%; }
.edge span { left: 4px; color: var(--tone); }
.edge .badge { margin-top: 3px; }
.x { grid-area: 2 / 2; display: flex; justify-content: space-between; align-items: end; }
.x span { width: 0; display: flex; justify-content: center; }
.x span:first-child { justify-content: start; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 12px; font-size: 11px; color: var(--muted); }
.legend > span { display: flex; align-items: center; gap: 5px; }
.legend svg { height: 8px; }

.section { border-bottom: 1px solid var(--line); padding-bottom: 6px; }
.section:not([open]) { padding: 0; }
summary { cursor: pointer; }
::-webkit-details-marker { display: none; }
.section > summary { position: sticky; top: 0; z-index: 1; display: flex; align-items: center; gap: 8px; padding: 7px 12px; background: var(--bg); }
.section > summary::before { content: ''; width: 6px; height: 6px; border: solid var(--muted); border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); }
.section[open] > summary::before { transform: translateY(-1px) rotate(45deg); }
.note, .measure, .path, thead { font-size: 11px; }
.rows > li { padding: 6px 12px; }
.rows > li + li { border-top: 1px solid var(--line); }
.path, textarea { font-family: ui-monospace, monospace; }
.path, th { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }

.bar { position: relative; flex: none; display: block; width: 64px; height: 6px; border-radius: 3px; background: var(--line); overflow: hidden; }
.bar i { position: absolute; left: 0; height: 100%; border-radius: 3px; background: var(--accent); }
.measure i { background: var(--warn); }
td .bar { width: 100%; }
.bar.signed i { left: 50%; background: var(--bad); }
.bar.signed .less { left: auto; right: 50%; background: var(--good); }

table { width: 100%; table-layout: fixed; border-spacing: 0; padding: 0 12px 8px; }
th, td { padding: 2px 0 2px 10px; text-align: right; font-weight: 400; }
th:first-child { width: 46%; padding-left: 0; text-align: left; }
thead th { color: var(--muted); }
thead th:nth-child(n + 3) { width: 48px; }

.decision { margin: 0 -12px; }
.decision > summary { padding: 0 12px; }
.decision > summary:hover .muted { color: var(--fg); }
.decision > :not(summary) { margin: 8px 12px 0; }
.facts { display: grid; grid-template-columns: 76px 1fr; gap: 1px 10px; }
.decision .facts { padding: 8px 10px; border-radius: 6px; background: var(--sunken); }
.gates li { display: grid; grid-template-columns: 12px 104px 1fr; gap: 8px; padding: 1px 0; }
.mark { height: 18px; color: var(--good); stroke-width: 1.75; }
.failed .mark, .failed b { color: var(--bad); }
.passed b, h4 span { font-weight: 400; }
h4 { display: flex; justify-content: space-between; }
.summary { padding: 0 12px 8px; }

footer { padding: 10px 12px; border-top: 1px solid var(--line); }
.buttons { display: flex; flex-wrap: wrap; gap: 6px; }
footer p:not(:empty) { margin-bottom: 8px; }
footer .status:not(:empty) { margin: 8px 0 0; }
textarea { display: block; width: 100%; margin-bottom: 8px; padding: 8px; resize: none; border: 1px solid var(--strong); border-radius: 6px; color: inherit; background: var(--sunken); font-size: 11px; }

@media (max-width: 480px) {
  .panel { inset: auto 0 0; width: auto; height: 45vh; border-radius: 12px 12px 0 0; }
  .move { display: none; }
  header { padding-block: 2px; }
  .risk { padding-top: 8px; }
  .number { font-size: 32px; }
  .plot { grid-template-rows: 72px 16px; }
  footer { padding: 6px 12px; font-size: 11px; }
  .buttons { gap: 4px; }
  .buttons button { padding-inline: 7px; }
}
@media (forced-colors: active) {
  .bar, .chip { border: 1px solid; }
  .bar i { forced-color-adjust: none; background: Highlight; }
}
@media print { :host { display: none !important; } }
`;
