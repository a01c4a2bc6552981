/** Note that a point is off control: why, in time or late, who did it, how often he was reminded. Made by the program. */
import { capitalFirst } from '#domain/typography';
import { declinePhrase } from '#domain/declension';
import { shortName } from '#domain/official';
import { type CatalogueRows, catalogueOf, fromDirectory, fromOrder, fromProcess, optional } from './catalogue-rows.js';
import * as common from './common.js';
import { SHORT_CITATION_ROWS, shortCitation } from './compiled.js';
import { dueInForce, lateBy, lateWords, paperWords } from './deadline-words.js';
import { dotted } from '#domain/local-date';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { signer } from './person-words.js';
import { oneSpaced } from './phrases.js';

export function gatherRemoval(facts: DocumentFacts): GatheredFields {
  const { item, people, process, roadmap, today } = facts;
  const removal = process?.removal;
  const controller = people.controller ?? common.controllerOf(facts);
  const moves = process?.moves ?? [];
  const excluded = removal?.excludedBy ?? null;
  const data = common.together(common.properties(facts), shortCitation(facts), {
    карта: { код: roadmap.code },
    пункт: { мероприятие: oneSpaced(item.title) },
    сегодня: removal?.on ?? today,
    снято: { когда: removal?.on, справка: removal?.reportOn, исполнено: fulfilled(facts) },
    исключён: excluded === null ? undefined : paperInstrumental(paperWords(excluded)),
    ответственный: { фамилияИО: people.responsible === null ? undefined : shortName(people.responsible) },
    напоминаний: removal?.remindersSent,
    переносов: moves.length,
    контролёр: controller === null ? undefined : signer(controller),
  });
  return { data, catalogue: CATALOGUE, title: `Справка о снятии с контроля (пункт ${item.no})` };
}

/** «Исполнен в срок с учётом переноса (первоначальный срок 15.02.2024)» */
function fulfilled(facts: DocumentFacts): string | undefined {
  const { removal, moves = [] } = facts.process ?? {};
  if (removal === undefined) return undefined;
  const due = dueInForce(facts);
  if (due === null) return `Исполнен ${dotted(removal.doneOn)}`;
  const late = lateBy(due, removal.doneOn, facts.calendar);
  if (late > 0) return capitalFirst(`исполнен ${lateWords(late)}`);
  const [first] = moves;
  return first === undefined
    ? 'Исполнен в срок'
    : `Исполнен в срок с учётом переноса (первоначальный срок ${dotted(first.from)})`;
}

/** «распоряжение от … № …» → «распоряжением от … № …» */
function paperInstrumental(paper: string): string {
  return paper.replace(/^\p{L}+/u, (noun) => declinePhrase(noun, 'instrumental'));
}

const ROWS: CatalogueRows = {
  'карта.код': fromProcess('код дорожной карты'),
  'пункт.мероприятие': fromOrder('мероприятие'),
  сегодня: fromProcess('дата справки'),
  'снято.когда': fromProcess('когда снят с контроля'),
  'снято.справка': fromProcess('дата справки об исполнении'),
  'снято.исполнено': fromProcess('исполнен ли в срок'),
  исключён: optional.fromProcess('акт, которым пункт исключён'),
  'ответственный.фамилияИО': fromDirectory('ответственный исполнитель'),
  напоминаний: fromProcess('сколько направлено напоминаний'),
  переносов: fromProcess('сколько раз переносился срок'),
  'контролёр.должность': fromDirectory('должность контролёра'),
  'контролёр.ИОФамилия': fromDirectory('фамилия контролёра'),
};

const CATALOGUE = catalogueOf(common.PROPERTY_ROWS, SHORT_CITATION_ROWS, ROWS);
