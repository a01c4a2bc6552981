import { writeFileSync } from 'node:fs';
import { it } from '@jest/globals';
import { renderReport, SCENARIOS } from '#rehearsal';
import { rehearsalOf } from '../fixtures/rehearsal-of-order.js';
import { calendar } from '../fixtures/rehearsal-of-order.js';
import { findingsOf } from '../../rehearsal/findings.js';
it.each(SCENARIOS)('%s', async (s) => {
  const r = await rehearsalOf(s);
  const page = renderReport(r);
  writeFileSync(`/tmp/report-shots/${s}.html`, page);
  console.log(
    s,
    Buffer.byteLength(page),
    r.timeline.length,
    r.timeline.filter((e) => e.what === 'mail').length,
    JSON.stringify(findingsOf(r, calendar), null, 1),
  );
});
