/** Fields of what is told about reports, control and a change of hands. */
import { dotted } from '#domain/local-date';
import { shortName } from '#domain/official';
import { counted, plural, workingDays } from '#domain/plural';
import { draftOf, isReady } from '../document-words.js';
import type {
  ControlCounts,
  OffControlMatter,
  ReassignedMatter,
  ReportReturnedMatter,
  ReportSubmittedMatter,
} from '../matter.js';
import { byGender, dottedOrNull, unstopped } from '../wording.js';
import { personFields } from './common.js';
import { remarksCut } from './document.js';

export function reassignedFields(matter: ReassignedMatter, baseUrl: string | null): object {
  const { by, from, to } = matter;
  return {
    с: dotted(matter.since),
    кому: personFields(to),
    кто: personFields(by),
    отКого: shortName(from),
    передал: byGender(by, 'Передано', 'Передал', 'Передала'),
    причина: unstopped(matter.reason),
    переданы: matter.documents
      .filter((document) => !isReady(document))
      .map((document) => `${draftOf(document)}, версия ${document.version}`)
      .join('; '),
    бывший: matter.role === 'formerResponsible',
    ссылки: baseUrl !== null,
  };
}

export function reportSubmittedFields(matter: ReportSubmittedMatter): object {
  return {
    кто: personFields(matter.by),
    промежуточный: matter.interim,
    приложены: matter.evidence.map(unstopped).join('; '),
    решитьДо: dottedOrNull(matter.decideBy),
  };
}

export function reportReturnedFields(matter: ReportReturnedMatter, baseUrl: string | null): object {
  return { кто: personFields(matter.by), замечания: remarksCut(matter.remarks, baseUrl) };
}

export function offControlFields(matter: OffControlMatter): object {
  const { offControl, total } = matter.counts;
  return {
    кто: personFields(matter.by),
    снят: dotted(matter.on),
    исполнен: outcome(matter),
    снятоИз: offControlOf(matter.counts, 'С контроля'),
    всёСнято: offControl === total ? `${offControl} из ${total}` : null,
  };
}

/** «с контроля сняты 3 пункта из 7» */
export function offControlOf({ offControl, total }: ControlCounts, beginning: string): string {
  const verb = plural(offControl, 'снят', 'сняты', 'снято');
  return `${beginning} ${verb} ${counted(offControl, 'пункт', 'пункта', 'пунктов')} из ${total}`;
}

function outcome({ item, doneOn, daysLate, moved }: OffControlMatter): string {
  if (item.workingDue === null) return `Исполнен ${dotted(doneOn)}, дата в сроке не названа`;
  const days = `${dotted(doneOn)} при сроке ${dotted(item.workingDue)}`;
  if (daysLate > 0) return `Исполнен с опозданием на ${workingDays(daysLate, 'acc')}: ${days}`;
  return moved ? `Исполнен в срок с учётом переноса: ${days}` : `Исполнен в срок: ${days}`;
}
