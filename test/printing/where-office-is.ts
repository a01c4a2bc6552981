/**
 * The one condition of the tests that need the real programs: on a machine without LibreOffice, Poppler or Liberation they are
 * listed as skipped. `.ci/run` installs all three.
 */
import { describe } from '@jest/globals';
import { missingFonts, sightOffice, sightPictures } from '#printing';

export const USUAL = { office: null, pictures: null };

export const whereOfficeIs = isHere() ? describe : describe.skip;

function isHere(): boolean {
  try {
    return sightPictures(USUAL) !== '' && missingFonts(sightOffice(USUAL)) === null;
  } catch {
    return false;
  }
}
