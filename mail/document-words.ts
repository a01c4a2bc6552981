/** A document in words: agreement with the gender of its noun, its state, what is missing, who holds it. */
import { capitalFirst } from '#domain/typography';
import { dotted } from '#domain/local-date';
import type { DocumentBrief } from './matter.js';
import { counted, plural } from '#domain/plural';
import { heldBy, shortened } from './wording.js';

const TITLE_LIMIT = 110;
const GAPS_NAMED = 12;

/** Fields of a text template that speaks of one document. */
export function documentFields(document: DocumentBrief): object {
  const { noun } = document;
  return {
    вид: noun,
    чего: genitive(noun),
    кратко: `${noun} ${titled(document)}`,
    полностью: `${noun} «${document.title}»`,
    сВерсией: `${noun} ${titled(document)}, версия ${document.version}`,
    сВинВерсией: `${accusative(document)} ${titled(document)}, версию ${document.version}`,
    поступил: agreed(document, 'поступил', 'поступила', 'поступило'),
    согласован: agreed(document, 'согласован', 'согласована', 'согласовано'),
    возвращён: agreed(document, 'возвращён', 'возвращена', 'возвращено'),
    зарегистрирован: agreed(document, 'зарегистрирован', 'зарегистрирована', 'зарегистрировано'),
    готов: document.numbered ? 'зарегистрирован' : 'готов',
    пусто: gapsCounted(document),
    пустоСБольшой: capitalOrNull(gapsCounted(document)),
    пустоПеречень: gapsNamed(document),
    уКого: held(document),
  };
}

/** «распоряжение «Об …», версия 2: на согласовании у Голубева И.А. с 19.08.2024; не заполнены 2 поля: …» */
export function documentLine(document: DocumentBrief, show: { gaps: boolean; holder: boolean }): string {
  const holder = show.holder ? held(document) : null;
  const state = `${stateInWords(document)}${holder === null ? '' : ` ${holder}`}`;
  const rest = [rowsInWords(document), show.gaps ? gapsInWords(document) : null].filter((part) => part !== null);
  return [`${document.noun} ${titled(document)}, версия ${document.version}: ${state}`, ...rest].join('; ');
}

/** «проект распоряжения «Об …»» */
export function draftOf(document: DocumentBrief): string {
  return `проект ${genitive(document.noun)} ${titled(document)}`;
}

/** In the genitive, after «не хватает»; null when the document is ready. */
export function whatIsMissing(document: DocumentBrief): string | null {
  if (isReady(document)) return null;
  const { rows } = document;
  if (rows !== null && rows.filled < rows.total) return `${where(document.noun)} ${rowsOf(rows)}`;
  return `${genitive(document.noun)} ${titled(document)} (${[stateInWords(document), held(document)].filter(Boolean).join(' ')})`;
}

/** «реестр у Тихонова П.С.»; null when nobody holds it. */
export function whoHolds(document: DocumentBrief): string | null {
  return isReady(document) || document.holder === null ? null : `${document.noun} ${heldBy(document.holder)}`;
}

/** «распоряжение на согласовании у Глевицкой Е.И. с 19.08.2024» */
export function whereItIs(document: DocumentBrief): string {
  return [document.noun, stateInWords(document), held(document)].filter(Boolean).join(' ');
}

export function isReady({ state }: DocumentBrief): boolean {
  return state === 'registered' || state === 'filed' || state === 'cancelled';
}

function titled(document: DocumentBrief): string {
  return `«${shortened(document.title, TITLE_LIMIT)}»`;
}

function stateInWords(document: DocumentBrief): string {
  switch (document.state) {
    case 'filling':
      return 'заполняется';
    case 'onApproval':
      return 'на согласовании';
    case 'returned':
      return `${agreed(document, 'возвращён', 'возвращена', 'возвращено')} с замечаниями`;
    case 'toSign':
      return 'на подписи';
    case 'registered':
      return agreed(document, 'зарегистрирован', 'зарегистрирована', 'зарегистрировано');
    case 'filed':
      return 'в деле';
    case 'cancelled':
      return agreed(document, 'отменён', 'отменена', 'отменено');
  }
}

function held({ holder, since }: DocumentBrief): string | null {
  if (holder === null) return null;
  return since === null ? heldBy(holder) : `${heldBy(holder)} с ${dotted(since)}`;
}

function gapsCounted({ gaps }: DocumentBrief): string | null {
  if (gaps.length === 0) return null;
  return `${plural(gaps.length, 'не заполнено', 'не заполнены', 'не заполнено')} ${counted(gaps.length, 'поле', 'поля', 'полей')}`;
}

function gapsNamed({ gaps }: DocumentBrief): string {
  const rest = gaps.length - GAPS_NAMED;
  return [...gaps.slice(0, GAPS_NAMED), ...(rest > 0 ? [`и ещё ${rest}`] : [])].join('; ');
}

function gapsInWords(document: DocumentBrief): string | null {
  const count = gapsCounted(document);
  return count === null ? null : `${count}: ${gapsNamed(document).replaceAll('; ', ', ')}`;
}

function rowsInWords({ rows }: DocumentBrief): string | null {
  if (rows === null) return null;
  return `${plural(rows.filled, 'заполнена', 'заполнены', 'заполнено')} ${rowsOf(rows)}`;
}

function rowsOf(rows: { filled: number; total: number }): string {
  return `${counted(rows.filled, 'строка', 'строки', 'строк')} из ${rows.total}`;
}

function agreed({ gender }: DocumentBrief, masculine: string, feminine: string, neuter: string): string {
  return gender === 'm' ? masculine : gender === 'f' ? feminine : neuter;
}

function capitalOrNull(text: string | null): string | null {
  return text === null ? null : capitalFirst(text);
}

/** Nouns of documents are regular: -ие, -о, -а after a hard or a velar consonant, or a hard consonant. */
function genitive(noun: string): string {
  if (/[иь]е$/.test(noun)) return `${noun.slice(0, -1)}я`;
  if (noun.endsWith('о')) return `${noun.slice(0, -1)}а`;
  if (/[гкхжшщч]а$/.test(noun) || noun.endsWith('я')) return `${noun.slice(0, -1)}и`;
  if (noun.endsWith('а')) return `${noun.slice(0, -1)}ы`;
  return `${noun}а`;
}

function accusative({ noun, gender }: DocumentBrief): string {
  return gender === 'f' && noun.endsWith('а') ? `${noun.slice(0, -1)}у` : noun;
}

/** «в реестре», «в форме» */
function where(noun: string): string {
  if (noun.endsWith('ие')) return `в ${noun.slice(0, -1)}и`;
  return `в ${/[аоя]$/.test(noun) ? noun.slice(0, -1) : noun}е`;
}
