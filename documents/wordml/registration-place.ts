/**
 * The places where registration writes the date and the number: content controls of Word, which survive whatever a clerk
 * edits around them. Written into every draft, found again when the number is given.
 * Source: ECMA-376 part 1, §17.5.2.
 */
import { escapeXml } from '#archive';
import type { RegistrationField } from '../evaluated.js';

/** Tag, and the title that Word shows. */
const PLACES: Readonly<Record<RegistrationField, readonly [tag: string, title: string]>> = {
  date: ['регистрация.дата', 'Дата регистрации'],
  dateInWords: ['регистрация.дата.словами', 'Дата регистрации словами'],
  number: ['регистрация.номер', 'Номер регистрации'],
};

/** Locked: Word lets its words be edited, the control itself cannot be deleted by a slip. */
export function registrationPlace(field: RegistrationField, content: string): string {
  const [tag, title] = PLACES[field];
  const properties = `<w:alias w:val="${title}"/><w:tag w:val="${tag}"/><w:lock w:val="sdtLocked"/><w:text/>`;
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

/** How many places of each kind an XML part has. */
export function countPlaces(xml: string): Readonly<Record<RegistrationField, number>> {
  const count = (field: RegistrationField): number => [...xml.matchAll(placesOf(field))].length;
  return { date: count('date'), dateInWords: count('dateInWords'), number: count('number') };
}

/**
 * The same part with the date and the number in their places; what stood there goes, its look stays.
 * @param printed as each is written in this document
 */
export function fillPlaces(xml: string, printed: Readonly<Record<RegistrationField, string>>): string {
  return (['date', 'dateInWords', 'number'] as const).reduce(
    (part, field) =>
      part.replace(
        placesOf(field),
        (_place, head: string, content: string, tail: string) => head + words(content, printed[field]) + tail,
      ),
    xml,
  );
}

/** No control of ours has another one inside. */
function placesOf(field: RegistrationField): RegExp {
  const [tag, title] = PLACES[field];
  const inside = '(?:(?!<w:sdt>|</w:sdt>)[^])';
  // Word keeps both, LibreOffice the title alone, and only of a control of plain text.
  const mark = `<w:(?:tag w:val="${tag.replaceAll('.', '\\.')}"|alias w:val="${title}")\\s*/>`;
  return new RegExp(
    `(<w:sdt>${inside}*?${mark}${inside}*?<w:sdtContent>)(${inside}*?)(</w:sdtContent>\\s*</w:sdt>)`,
    'gu',
  );
}

function words(content: string, text: string): string {
  const look = /<w:rPr>[^]*?<\/w:rPr>/u.exec(content)?.[0] ?? '';
  return `<w:r>${look}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}
