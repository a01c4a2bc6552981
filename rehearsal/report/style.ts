/**
 * What the report adds to the look of all pages. Printed black on white, A4 landscape.
 */
export const STYLE = `
.counters { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); margin-bottom: 16px; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.counters li { display: grid; grid-template-columns: auto 1fr; column-gap: 10px; align-items: center; padding: 9px 16px; color: var(--ink-2); font-size: 14px; line-height: 1.3; }
.counters li + li { border-left: 1px solid var(--line); }
.counters b { font-size: 24px; line-height: 1.25; color: var(--ink); }
.counters .is-bad b { color: var(--bad); }
.counters .is-warn b { color: var(--warn); }

.mark { white-space: nowrap; font-weight: 600; }
.mark--high { color: var(--warn); }
.mark--peak { color: var(--bad); }

.scroll { position: relative; overflow-x: auto; }
.scroll + .scroll { margin-top: 12px; border-top: 1px solid var(--line); }
.year { table-layout: fixed; border-collapse: collapse; width: 100%; min-width: 1040px; font-size: 14px; }
.year th, .year td { padding: 5px 4px; text-align: center; border-top: 1px solid var(--line); border-left: 1px solid var(--line); }
.year thead th { font-weight: 600; font-size: 13px; color: var(--ink-2); background: var(--surface-2); }
.year tr > :first-child { position: sticky; left: 0; z-index: 1; width: 224px; border-left: 0; padding-left: 16px; padding-right: 10px; text-align: left; font-weight: 400; color: var(--ink-2); background: var(--surface); }
.year thead tr > :first-child { background: var(--surface-2); }
.year .is-peak { background: var(--bad-soft); color: var(--bad); font-weight: 600; white-space: nowrap; }
.year .is-high { background: var(--warn-soft); color: var(--warn); font-weight: 600; white-space: nowrap; }
.year .changed { display: block; white-space: nowrap; }
.year small { font-size: 12px; color: var(--ink-2); }
.year .col { display: block; margin: 0 auto 2px; }
.year .col rect { fill: var(--work); }

.w-n { width: 48px; } .w-st { width: 208px; } .w-who { width: 170px; } .w-due { width: 270px; } .w-mails { width: 150px; } .w-half { width: 36%; } .w-done { width: 30%; }
.st { display: inline-grid; grid-template-columns: 16px auto; column-gap: 6px; font-weight: 600; line-height: 20px; color: var(--idle); }
.st .ico { margin-top: 2px; }
.st--late { color: var(--bad); }
.st--decide { color: var(--warn); }
.lines li { display: grid; grid-template-columns: 16px 1fr; column-gap: 6px; line-height: 1.4; }
.lines li + li { margin-top: 3px; }
.lines .ico { margin-top: 2px; color: var(--idle); }
.lines .is-done .ico { color: var(--ok); }
.lines .is-work .ico { color: var(--work); }
.lines .is-late .ico { color: var(--bad); }
.lines .is-late span { color: var(--bad); font-weight: 600; }

.fold { border-top: 1px solid var(--line); }
.fold > summary { display: flex; flex-wrap: wrap; align-items: baseline; padding: 9px 16px; list-style: none; cursor: pointer; }
.fold > summary::-webkit-details-marker { display: none; }
.fold > summary::before { content: ""; width: 6px; height: 6px; margin: 0 10px 2px 2px; border: solid var(--accent); border-width: 0 2px 2px 0; transform: rotate(-45deg); }
.fold[open] > summary::before { transform: rotate(45deg); margin-bottom: 4px; }
.fold > summary:hover { background: var(--surface-2); }
.fold h3 { margin-right: 12px; }
.fold span { font-size: 14px; color: var(--ink-3); }
.days { display: none; padding: 0 16px 14px 34px; font-size: 14px; }
.fold[open] + .days { display: block; }
.days h4 { margin-top: 10px; font-size: 14px; }
.events li { display: grid; grid-template-columns: 44px 64px minmax(0, 1fr); column-gap: 8px; padding: 2px 0; }
.events time { color: var(--ink-3); }
.events span { grid-column: 3; }
.events b { font-weight: 400; color: var(--ink-2); white-space: nowrap; }

@media screen and (max-width: 1080px) {
  .counters { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .counters li + li { border-left: 0; }
  .counters li:nth-child(even) { border-left: 1px solid var(--line); }
  .counters li:nth-child(n+3) { border-top: 1px solid var(--line); }
  .counters li:last-child:nth-child(odd) { grid-column: 1 / -1; }
}
@media screen and (max-width: 760px) {
  .page { padding: 16px 12px 48px; }
  h1, .counters b { font-size: 21px; }
  .counters li { padding: 9px 12px; }
  .mark { white-space: normal; }
  .year { min-width: 920px; }
  .year tr > :first-child { width: 112px; padding-left: 12px; font-size: 13px; }
  .fold > summary { padding-top: 12px; padding-bottom: 12px; }
  .days { padding: 0 12px 14px; }
  .events li { grid-template-columns: 44px minmax(0, 1fr); }
  .events span { grid-column: 2; }
  .tbl--cards, .tbl--cards tbody, .tbl--cards tr, .tbl--cards th, .tbl--cards td { display: block; }
  .tbl--cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); }
  .tbl--cards tr { padding: 12px 16px; border-top: 1px solid var(--line); }
  .tbl.tbl--cards tbody th, .tbl.tbl--cards td { padding: 3px 0; border: 0; }
  .tbl--cards tbody th::before { content: "Пункт "; }
  .tbl.tbl--cards td[data-label] { position: relative; padding-left: 122px; min-height: 26px; }
  .tbl--cards td[data-label]::before { content: attr(data-label); position: absolute; left: 0; top: 3px; width: 112px; color: var(--ink-3); font-size: 13px; line-height: 20px; }
}
@media (forced-colors: active) {
  .year rect { forced-color-adjust: none; }
}
@page { size: A4 landscape; margin: 12mm 10mm; }
@media print {
  :root {
    --ink: #000; --ink-2: #222; --ink-3: #444; --bg: #fff; --surface: #fff; --surface-2: #fff; --line: #999; --accent: #000;
    --bad: #000; --bad-soft: #fff; --warn: #000; --warn-soft: #fff; --ok: #000; --work: #000; --idle: #000; --idle-soft: #fff;
  }
  body { font-size: 10pt; line-height: 1.35; }
  .page { max-width: none; padding: 0; }
  .counters, .panel { border: 0; border-radius: 0; overflow: visible; }
  .counters li, .counters li + li { padding: 4pt 8pt 4pt 0; border: 0; }
  .stack { display: block; }
  .panel { margin-top: 12pt; }
  .panel__head { padding: 0 0 4pt; }
  .note { padding: 4pt 8pt; }
  .scroll { overflow: visible; }
  .year { min-width: 0; font-size: 8.5pt; }
  .year th, .year td { padding: 2pt 3pt; border: 1px solid #999; }
  .year tr > :first-child { position: static; padding-left: 3pt; }
  .year rect { -webkit-print-color-adjust: exact; color-adjust: exact; fill: #333; }
  .tbl { font-size: 9pt; }
  .tbl th, .tbl td, .tbl thead th { padding: 3pt 5pt; border: 1px solid #999; }
  .sub { font-size: 8.5pt; }
  .w-st { width: 150px; } .w-who { width: 120px; } .w-due { width: 200px; } .w-mails { width: 110px; }
  thead { display: table-header-group; }
  tr, .events li { break-inside: avoid; }
  h2, h3, h4, .fold { break-after: avoid; }
  .fold { border: 0; margin-top: 6pt; }
  .fold > summary { padding: 0; }
  .fold > summary::before { display: none; }
  .days { display: block; padding: 0; font-size: 8.5pt; columns: 2; column-gap: 16pt; }
  .days h4 { margin-top: 4pt; font-size: 9pt; }
  .events li { grid-template-columns: 30pt 38pt minmax(0, 1fr); padding: 0; }
}
`;
