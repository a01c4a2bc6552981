/**
 * The one condition of the tests that need the real programs: on a machine without LibreOffice or Poppler they are listed as
 * skipped. `.ci/run` installs both, so none is skipped there.
 */
import { describe } from '@jest/globals';
import { sightOffice, sightPictures } from '#printing';

export const USUAL = { office: null, pictures: null };

export const whereOfficeIs = isHere(sightOffice) && isHere(sightPictures) ? describe : describe.skip;

function isHere(sight: typeof sightOffice): boolean {
  try {
    return sight(USUAL) !== '';
  } catch {
    return false;
  }
}
