/** E-mail addresses: exactly one mailbox or an error. Pure text; nothing is looked up in DNS. */
import { domainToASCII } from 'node:url';
import { VekhaError } from '#domain/errors';

const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A sender as the mail shows it. */
export interface NamedMailbox {
  readonly name: string;
  readonly address: string;
}

/**
 * The one mailbox that `text` names, ready for an envelope; a Cyrillic domain comes back as `xn--…`.
 * Names, lists, groups, comments, quoted local parts and address literals are refused: `"b@x, evil@x"` is two recipients to
 * a mail library, and a quoted string is where that begins.
 * @throws VekhaError 'mail.bad_address'
 */
export function singleMailbox(text: string): string {
  const trimmed = /[\p{Cc}\u2028\u2029]/u.test(text) ? '' : text.trim();
  const at = trimmed.indexOf('@');
  const local = trimmed.slice(0, at);
  const domain = asciiDomain(trimmed.slice(at + 1));
  const fits = at > 0 && local.length <= 64 && local.length + domain.length < 254;
  if (!fits || !LOCAL_PART.test(local) || !isDomain(domain)) throw badAddress();
  return `${local}@${domain}`;
}

/**
 * Reads `Веха <vekha@example.test>` or a bare mailbox.
 * @throws VekhaError 'mail.bad_address'
 */
export function readNamedMailbox(text: string): NamedMailbox {
  const named = /^([^<>@"\p{Cc}]*)<([^<>]*)>$/u.exec(text.trim());
  return named
    ? { name: (named[1] ?? '').trim(), address: singleMailbox(named[2] ?? '') }
    : { name: '', address: singleMailbox(text) };
}

function asciiDomain(domain: string): string {
  // domainToASCII reads like a browser: it would take `a/b`, `%41` or a dotted number for something else than was written.
  return /^[\p{L}\p{N}\p{M}.-]+$/u.test(domain) ? domainToASCII(domain) : '';
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const top = labels.at(-1) ?? '';
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(top);
}

function badAddress(): VekhaError {
  return new VekhaError(
    'mail.bad_address',
    'Адрес электронной почты не принят: нужен ровно один адрес вида имя@организация.рф, без имени, кавычек и запятых.',
  );
}
