/** Fields of what is told about one document: a draft, a decision asked, given or refused, a registration. */
import type { Zone } from '#domain/body-time';
import { dotted } from '#domain/local-date';
import { shortName } from '#domain/official';
import { plural, workingDays } from '#domain/plural';
import { documentFields } from '../document-words.js';
import type {
  ApprovalRequestedMatter,
  ApprovedMatter,
  DraftReadyMatter,
  PersonBrief,
  RegisteredMatter,
  ReturnedMatter,
} from '../matter.js';
import { byGender, dayAndTime, ordinal, shortened, unstopped, untilDay } from '../wording.js';
import { personFields } from './common.js';

const REMARKS_LIMIT = 200;

export function draftReadyFields(matter: DraftReadyMatter): object {
  const { document, sendBy, today } = matter;
  return {
    документ: documentFields(document),
    наСогласовании: document.state === 'onApproval',
    спешка: sendBy !== null && sendBy <= today ? hurry(matter) : null,
    норма: String(matter.normDays),
    отправитьДо: sendBy === null ? null : dotted(sendBy),
  };
}

export function approvalRequestedFields(matter: ApprovalRequestedMatter): object {
  const { author, document } = matter;
  return {
    документ: documentFields(document),
    которыйДень: matter.waitingDay > 1 ? ordinal(matter.waitingDay) : null,
    подготовил: byGender(author, 'Исполнитель', 'Подготовил', 'Подготовила'),
    автор: shortName(author),
    поступилоДата: dotted(matter.requestedOn),
    решитьДо: untilDay(matter.decideBy),
    решитьДоДата: dotted(matter.decideBy),
    норма: workingDays(matter.normDays, 'nom'),
    подписывает: signerFor(matter.signer),
    нумеруется: document.numbered,
  };
}

export function approvedFields(matter: ApprovedMatter, zone: Zone, baseUrl: string | null): object {
  return {
    документ: documentFields(matter.document),
    кто: personFields(matter.by),
    когда: dayAndTime(matter.at, zone),
    замечания: matter.remarks === null ? null : remarksCut(matter.remarks, baseUrl),
    подписывает: signerFor(matter.signer),
    нумеруется: matter.document.numbered,
  };
}

export function returnedFields(matter: ReturnedMatter, baseUrl: string | null): object {
  const { document, item, today } = matter;
  return {
    документ: documentFields(document),
    кто: personFields(matter.by),
    замечания: remarksCut(matter.remarks, baseUrl),
    следующаяВерсия: String(document.version + 1),
    срокПрошёл: item.workingDue !== null && item.workingDue < today,
  };
}

export function registeredFields(matter: RegisteredMatter): object {
  return {
    документ: documentFields(matter.document),
    регистрационныйНомер: matter.number,
    дата: dotted(matter.date),
    вашПункт: matter.role === 'responsible' || matter.role === 'author',
  };
}

/** With pages the rest is one click away; without them a cut remark would be lost. */
export function remarksCut(remarks: string, baseUrl: string | null): string {
  const whole = unstopped(remarks);
  if (baseUrl === null || whole.length <= REMARKS_LIMIT) return whole;
  return `${shortened(whole, REMARKS_LIMIT)}, полностью по ссылке`;
}

function hurry({ daysLeft, item }: DraftReadyMatter): string | null {
  if (item.workingDue === null || daysLeft === null) return null;
  const due = dotted(item.workingDue);
  if (daysLeft < 0) return `срок ${due} прошёл`;
  if (daysLeft === 0) return `срок ${due}, сегодня`;
  return `до срока ${due} ${plural(daysLeft, 'остался', 'осталось', 'осталось')} ${workingDays(daysLeft, 'nom')}`;
}

function signerFor(signer: PersonBrief | null): string | null {
  return signer === null ? null : shortName(signer);
}
