/**
 * The places where registration writes the date and the number: content controls of Word, which survive whatever a clerk
 * edits around them. Written into every draft, found again in a file that came back.
 * Source: ECMA-376 part 1, §17.5.2.
 */
import { escapeXml } from '../sanitise.js';
import type { RegistrationField } from '../evaluated.js';

const TAGS: Readonly<Record<RegistrationField, string>> = { date: 'регистрация.дата', number: 'регистрация.номер' };
const TITLES: Readonly<Record<RegistrationField, string>> = { date: 'Дата регистрации', number: 'Номер регистрации' };

/** Locked: Word lets its words be edited, the control itself cannot be deleted by a slip. */
export function registrationPlace(field: RegistrationField, content: string): string {
  const properties = `<w:alias w:val="${TITLES[field]}"/><w:tag w:val="${TAGS[field]}"/><w:lock w:val="sdtLocked"/><w:text/>`;
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

/** How many places of each kind an XML part has. */
export function countPlaces(xml: string): Readonly<Record<RegistrationField, number>> {
  return { date: [...xml.matchAll(placesOf('date'))].length, number: [...xml.matchAll(placesOf('number'))].length };
}

/** The same part with the date and the number in their places; what stood there goes, its look stays. */
export function fillPlaces(xml: string, { date, number }: Readonly<Record<RegistrationField, string>>): string {
  return xml
    .replace(
      placesOf('date'),
      (_place, head: string, content: string, tail: string) => head + words(content, date) + tail,
    )
    .replace(
      placesOf('number'),
      (_place, head: string, content: string, tail: string, after: number, whole: string) =>
        head + words(content, withoutEnding(number, whole.slice(after + _place.length))) + tail,
    );
}

/** No control of ours has another one inside. */
function placesOf(field: RegistrationField): RegExp {
  const inside = '(?:(?!<w:sdt>|</w:sdt>)[^])';
  // Word keeps both, LibreOffice the title alone, and only of a control of plain text.
  const tag = `<w:(?:tag w:val="${TAGS[field].replace('.', '\\.')}"|alias w:val="${TITLES[field]}")\\s*/>`;
  return new RegExp(
    `(<w:sdt>${inside}*?${tag}${inside}*?<w:sdtContent>)(${inside}*?)(</w:sdtContent>\\s*</w:sdt>)`,
    'gu',
  );
}

function words(content: string, text: string): string {
  const look = /<w:rPr>[^]*?<\/w:rPr>/u.exec(content)?.[0] ?? '';
  return `<w:r>${look}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** «________-р»: an ending that stands behind the place already is not written twice. */
function withoutEnding(number: string, after: string): string {
  const paragraph = after.slice(0, Math.max(0, after.indexOf('</w:p>')));
  const next = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('');
  const ending = /^[-\u2011]\p{L}+/u.exec(next)?.[0].replace('\u2011', '-');
  return ending !== undefined && number.endsWith(ending) ? number.slice(0, -ending.length) : number;
}
