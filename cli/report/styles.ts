/** Text has a contrast of at least 4.5 on its ground, marks of at least 3, in both schemes. */
export const STYLES = `
:root {
  color-scheme: light dark;
  --bg: #fff; --sunken: #f5f6f8; --line: #e2e5ea; --fg: #191b20; --muted: #596070;
  --accent: #4a50c4; --soft: #c9cbee; --good: #16703f; --bad: #be2328; --unknown: #8a909c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #15161a; --sunken: #1c1e23; --line: #2e3138; --fg: #eceef1; --muted: #a2a8b4;
    --accent: #a6adff; --soft: #454a78; --good: #58cc97; --bad: #ff8488; --unknown: #7d8491;
  }
}
* { box-sizing: border-box; margin: 0; }
body { background: var(--bg); color: var(--fg); font: 15px/1.55 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 980px; margin: 0 auto; padding: 40px 24px 56px; }
h1 { font-size: 28px; line-height: 1.2; letter-spacing: -.01em; }
h2 { font-size: 19px; line-height: 1.3; }
section { margin-top: 48px; border-top: 1px solid var(--line); padding-top: 24px; }
.when, .lead, figcaption, footer, .tiles dd + dd, .legend { color: var(--muted); }
.lead { max-width: 68ch; margin: 4px 0 20px; }
figcaption { font-size: 13px; margin-top: 8px; }
figcaption.title { margin: 0 0 4px; font-weight: 600; color: var(--fg); }
figure { min-width: 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 12px; margin-top: 28px; }
.tiles > div { background: var(--sunken); border-radius: 10px; padding: 14px 16px; }
.tiles dt { font-weight: 600; }
.tiles dd { font-size: 13px; line-height: 1.4; }
.tiles .number { font-size: 30px; line-height: 1.25; font-weight: 600; letter-spacing: -.01em; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(400px, 100%), 1fr)); gap: 28px 36px; align-items: start; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 0; margin-bottom: 10px; font-size: 13px; }
.legend li { display: flex; align-items: center; gap: 7px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
.columns + table { margin-top: 24px; }
th { text-align: left; font-weight: 400; }
thead th { color: var(--muted); font-size: 13px; }
td, thead th + th { text-align: right; }
th, td { padding: 5px 0 5px 14px; border-bottom: 1px solid var(--line); }
th:first-child { padding-left: 0; overflow-wrap: anywhere; }
tr.main th, tr.main td { font-weight: 600; }
tr.reference th, tr.reference td { color: var(--muted); font-style: italic; }
.plot { display: block; width: 100%; height: auto; overflow: visible; }
.plot text { font: 11.5px system-ui, sans-serif; fill: var(--muted); }
.plot .name { fill: var(--fg); }
figure.wide { overflow-x: auto; }
.wide .plot { min-width: 560px; overflow: hidden; }
.grid { stroke: var(--line); }
.base { stroke: var(--muted); }
.ideal { stroke: var(--muted); stroke-dasharray: 4 4; }
.session { stroke: var(--line); stroke-width: 1.5; }
.interval { stroke: var(--soft); stroke-width: 5; stroke-linecap: round; }
.path { fill: none; stroke: var(--accent); stroke-width: 1.5; }
.dot { fill: var(--accent); stroke: var(--bg); stroke-width: 1.5; }
.bar { fill: var(--soft); }
.mark.well { fill: none; stroke: var(--good); stroke-width: 1.5; }
.mark.bad { fill: none; stroke: var(--bad); stroke-width: 2; }
.mark.unknown { fill: var(--unknown); stroke: none; opacity: .55; }
.shown { fill: none; stroke: var(--accent); stroke-width: 1.5; }
footer { margin-top: 56px; border-top: 1px solid var(--line); padding-top: 16px; font-size: 13px; max-width: 80ch; }
@media print {
  :root { --bg: #fff; --sunken: #f5f6f8; --line: #d5d9df; --fg: #000; --muted: #444b58; --accent: #4a50c4; --soft: #c9cbee; --good: #16703f; --bad: #be2328; --unknown: #8a909c; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  section { margin-top: 24pt; }
  figure, .tiles > div, tr { break-inside: avoid; }
  h2, .lead { break-after: avoid; }
  * { print-color-adjust: exact; }
}
`;
