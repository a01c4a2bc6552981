/** Act that appoints the person responsible: whom, in which role, what he has to do. */
import { declinePostOf } from '#domain/declension';
import { capitalFirst, about } from '#domain/typography';
import { externalParty } from './body-words.js';
import { type CatalogueRows, catalogueOf, fromOrder, optional, typed } from './catalogue-rows.js';
import * as common from './common.js';
import { CONTROL_ROWS, controlPoint } from './control-point.js';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { appointedRole, type AppointingVerb, inScope, own, roleIn, roleSubject } from './measure-words.js';
import { namedPerson } from './named-person.js';
import { accusative, asInOrder } from './person-words.js';
import { smallFirst } from './phrases.js';
import { type PlanWords, planWords } from './plan-words.js';
import { linesValue, textValue } from './typed-values.js';

export function gatherAppointment(facts: DocumentFacts): GatheredFields {
  const { order, values } = facts;
  const plan = planWords(order);
  const measure = appointedRole(facts);
  const role = textValue(values, 'роль') ?? measure.text;
  const scoped = role === null ? null : inScope(smallFirst(role), plan.inside, plan);
  const verb = (textValue(values, 'глагол') as AppointingVerb | undefined) ?? measure.verb;
  const heading = `${about(DOING[verb])} ${DOING[verb]}`;
  const appointed = namedPerson(values['назначаемый'], facts);
  const person = appointed === null ? null : asInOrder(appointed, order);
  const whom = person === null ? undefined : accusative(person);
  const data = common.together(
    common.properties(facts),
    common.actHead(facts),
    common.citation(facts, plan),
    common.signatory(facts),
    controlPoint(facts, person),
    {
      карта: { кратко: { им: plan.short } },
      глагол: { повеление: capitalFirst(verb), заголовок: heading },
      роль: {
        род: scoped === null ? undefined : roleIn(scoped, 'genitive'),
        твор: scoped === null ? undefined : roleIn(scoped, 'instrumental'),
      },
      назначаемый: { должность: { вин: whom?.должность }, фамилияИО: { вин: whom?.фамилияИО } },
      поручения: linesValue(values, 'поручения') ?? duties(facts, plan, role),
    },
  );
  return {
    data,
    catalogue: CATALOGUE,
    title: scoped === null ? `${heading} ответственного лица` : `${heading} ${roleIn(scoped, 'genitive')}`,
  };
}

const DOING: Readonly<Record<AppointingVerb, string>> = {
  утвердить: 'утверждении',
  назначить: 'назначении',
  определить: 'определении',
};

/** What the person does by default; a clerk may type another list. */
function duties(facts: DocumentFacts, { shortGenitive }: PlanWords, role: string | null): readonly string[] {
  const party = externalParty(facts);
  const subject = role === null ? null : roleSubject(own(role, facts));
  const receiver = common.signatoryOf(facts);
  return [
    `Исполнение мероприятий ${shortGenitive} в установленные сроки.`,
    ...(party === null
      ? []
      : [`Взаимодействие с ${party.instrumental} по вопросам ${subject ?? `исполнения ${shortGenitive}`}.`]),
    ...(receiver === null
      ? []
      : [
          `Представление ${smallFirst(declinePostOf({ ...receiver, post: smallFirst(receiver.post) }, 'dative'))} сведений о ходе исполнения ${shortGenitive}.`,
        ]),
  ];
}

const ROWS: CatalogueRows = {
  'карта.кратко.им': fromOrder('краткое наименование дорожной карты'),
  'глагол.повеление': optional.fromOrder('утвердить, назначить или определить'),
  'глагол.заголовок': optional.fromOrder('об утверждении, о назначении или об определении'),
  'роль.род': typed('кем назначается: роль по мероприятию'),
  'роль.твор': typed('кем назначается: роль по мероприятию'),
  'назначаемый.должность.вин': typed('кто назначается: должность'),
  'назначаемый.фамилияИО.вин': typed('кто назначается: фамилия и инициалы'),
  поручения: optional.typed('поручения ответственному лицу'),
  'поручения[]': optional.typed('поручение ответственному лицу'),
};

const CATALOGUE = catalogueOf(
  common.PROPERTY_ROWS,
  common.ACT_HEAD_ROWS,
  common.CITATION_ROWS,
  common.SIGNATORY_ROWS,
  CONTROL_ROWS,
  ROWS,
);
