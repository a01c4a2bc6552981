/**
 * What all pages look like: tokens and the few common components, for Chromium 80 and newer (no nesting, no flex gap).
 * Colours are AA in both themes and only repeat what a word or a shape says.
 */
export const STYLE = `
:root {
  --ink: #1b2129; --ink-2: #48525f; --ink-3: #5f6a77;
  --bg: #f4f5f7; --surface: #fff; --surface-2: #f8f9fb; --line: #dce0e6; --line-2: #808b99;
  --accent: #1b54a3; --bad: #ad231b; --bad-soft: #fcecea; --warn: #825000; --warn-soft: #fdf2de;
  --ok: #17653f; --work: #1b54a3; --idle: #525c69; --idle-soft: #eceff2; --focus: #111820; --halo: #ffd34d;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e7eaee; --ink-2: #b7bfca; --ink-3: #9aa4b1;
    --bg: #13161a; --surface: #1a1e24; --surface-2: #1f242b; --line: #303741; --line-2: #75808f;
    --accent: #8ab6f5; --bad: #ff958b; --bad-soft: #3b2020; --warn: #f1b964; --warn-soft: #352916;
    --ok: #76cfa0; --work: #8ab6f5; --idle: #abb5c1; --idle-soft: #282e36; --focus: #fff; --halo: #8a6a00;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--bg); color: var(--ink); overflow-wrap: break-word;
  font: 15px/1.47 "Segoe UI", "PT Sans", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums lining-nums;
}
h1, h2, h3, h4, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: 24px; line-height: 1.25; font-weight: 600; }
h2 { font-size: 17px; line-height: 1.3; font-weight: 600; }
h3, h4 { font-size: 15px; line-height: 1.4; font-weight: 600; }
b { font-weight: 600; }
time { white-space: nowrap; }
:focus { outline: 2px solid var(--focus); outline-offset: -2px; box-shadow: 0 0 0 2px var(--halo); }
:focus:not(:focus-visible) { outline: 0; box-shadow: none; }
.ico { width: 16px; height: 16px; flex: none; fill: currentColor; vertical-align: -2px; }
.vh { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip: rect(0 0 0 0); white-space: nowrap; }
.page { max-width: 1440px; margin: 0 auto; padding: 20px 24px 48px; }
.head { margin-bottom: 16px; }
.head__sub { color: var(--ink-2); margin-top: 2px; }
.head__order { max-width: 900px; margin-top: 6px; font-size: 14px; }
.note { margin-top: 12px; padding: 10px 14px; border-left: 4px solid var(--accent); border-radius: 0 4px 4px 0; background: var(--idle-soft); font-size: 14px; }
.stack { display: grid; grid-template-columns: minmax(0, 1fr); row-gap: 16px; }

.panel { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.panel__head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; padding: 12px 16px 8px; }
.aside { font-size: 14px; color: var(--ink-3); }
.empty { padding: 14px 16px 18px; color: var(--ink-2); }
.sub { display: block; margin-top: 2px; font-size: 13px; color: var(--ink-3); }
.zero { color: var(--ink-3); }
.tbl { width: 100%; border-collapse: collapse; font-size: 14px; }
.tbl th, .tbl td { padding: 9px 12px; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
.tbl thead th { padding: 7px 12px; background: var(--surface-2); color: var(--ink-2); font-size: 13px; font-weight: 600; vertical-align: bottom; }
.tbl th:first-child, .tbl td:first-child { padding-left: 16px; }
.tbl th:last-child, .tbl td:last-child { padding-right: 16px; }
.tbl tbody th { font-weight: 600; }
`;
