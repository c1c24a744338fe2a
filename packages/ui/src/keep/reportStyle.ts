/** The stylesheet of a report. A file that stands alone cannot refer to another. */
export const reportStyle: string = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1a1d21, #e6e9ec);
  --muted: light-dark(#59616a, #9aa4ae);
  --surface: light-dark(#ffffff, #111417);
  --hairline: light-dark(#dde1e6, #2d343b);
  --border: light-dark(#848d97, #6b7580);
  --focus: light-dark(#1d4ed8, #8ab0ff);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  padding: clamp(1rem, 4vw, 3rem);
  color: var(--text);
  background: var(--surface);
  font: 0.9375rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  font-variant-numeric: tabular-nums;
}
main { max-inline-size: 62rem; margin-inline: auto; overflow-wrap: anywhere; }
h1 { margin: 0 0 0.25rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 0.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--hairline); font-size: 1.125rem; }
h3 { margin: 1.5rem 0 0.25rem; font-size: 0.9375rem; }
h1 + p { margin-block-start: 0; color: var(--muted); }
.lead { margin-block: 0.5rem 1rem; font-size: 1.125rem; }
ul { margin: 0.25rem 0; padding-inline-start: 1.25em; }
dl { margin: 0.25rem 0; }
dl > div { display: flex; flex-wrap: wrap; gap: 0 1rem; }
dt { flex: 0 0 11rem; color: var(--muted); }
dd { margin: 0; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
table { border-collapse: collapse; font-size: 0.8125rem; }
caption { padding-block: 0.25rem; color: var(--muted); text-align: start; }
th, td { padding: 0.3rem 0.75rem; border-block-end: 1px solid var(--hairline); text-align: start; vertical-align: baseline; overflow-wrap: normal; }
th { font-weight: 600; }
td { max-inline-size: 24rem; overflow-wrap: break-word; }
thead th { border-block-end-color: var(--border); }
:is(th, td):first-child { padding-inline-start: 0; }
tbody th { min-inline-size: 8rem; }
.number { text-align: end; }
.short { white-space: nowrap; }
figure { margin: 1.5rem 0; }
figure > svg { display: block; max-inline-size: 100%; block-size: auto; }
figure [fill='#1a1d21'] { fill: var(--text); }
figure [fill='#59616a'] { fill: var(--muted); }
figure [fill='#ffffff'] { fill: var(--surface); }
figure [stroke='#ffffff'] { stroke: var(--surface); }
figure [stroke='#dde1e6'] { stroke: var(--hairline); }
figure [stroke='#848d97'] { stroke: var(--border); }
@media print {
  :root { color-scheme: light; }
  body { padding: 0; }
  .wide { overflow: visible; }
  table { font-size: 0.5625rem; }
  th, td { padding: 0.2rem 0.5rem 0.2rem 0; }
  tbody th { min-inline-size: 0; }
  tbody :is(th, td) { overflow-wrap: anywhere; }
  h2, h3 { break-after: avoid; }
  figure, tr, li { break-inside: avoid; }
}
`
