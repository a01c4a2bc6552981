/** Fields of what is told about a request for a later deadline and its decision. */
import { dotted } from '#domain/local-date';
import { counted } from '#domain/plural';
import type { ExtensionGrantedMatter, ExtensionRefusedMatter, ExtensionRequestedMatter } from '../matter.js';
import { dayAndWeekday, dottedOrNull, unstopped } from '../wording.js';
import { personFields } from './common.js';

export function extensionRequestedFields(matter: ExtensionRequestedMatter): object {
  const { role, by, from, to, reason, moved, opinion, people } = matter;
  return {
    кто: personFields(by),
    было: dottedOrNull(from),
    просят: dayAndWeekday(to),
    просятДата: dotted(to),
    причина: unstopped(reason),
    переносы:
      moved.length === 0 ? null : `${counted(moved.length, 'раз', 'раза', 'раз')}: ${moved.map(moveTold).join('; ')}`,
    мнение:
      opinion === null
        ? null
        : { кто: personFields(opinion.by), за: opinion.supports, слова: unstopped(opinion.words) },
    решает: personFields(people.head),
    мнениеЗаВами: opinion === null && role === 'controller',
  };
}

export function extensionGrantedFields({ by, from, to }: ExtensionGrantedMatter): object {
  return { кто: personFields(by), было: dottedOrNull(from), стало: dayAndWeekday(to), сталоДата: dotted(to) };
}

export function extensionRefusedFields({ by, reason, item }: ExtensionRefusedMatter): object {
  return {
    кто: personFields(by),
    причина: unstopped(reason),
    срок: item.workingDue === null ? null : dayAndWeekday(item.workingDue),
  };
}

function moveTold({
  from,
  to,
}: {
  readonly from: ExtensionRequestedMatter['to'];
  readonly to: ExtensionRequestedMatter['to'];
}): string {
  return `с ${dotted(from)} на ${dotted(to)}`;
}
