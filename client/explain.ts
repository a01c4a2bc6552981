/** An order as it was understood, field by field, each with the words it came from: for proof-reading against the paper. Pure. */
import type { DeadlineReading } from '#domain/deadline';
import { DEADLINE_LABELS, RESULT_LABELS } from '#domain/labels';
import { dotted } from '#domain/local-date';
import { namedPostTold } from '#domain/named-post';
import { withWeekday } from '#domain/russian-date';
import type { Field, NamedPost, OrderReading, ReadItem, Source, SourceBlock } from '#domain/order';
import { sourceText } from '#importer';
import type { ExplainedField, ExplainedOrder, ExplainedPassage } from './order-cards.js';
import { toChecked, type UnderstoodOrder } from './reading.js';

export function explain(understood: UnderstoodOrder): ExplainedOrder {
  const { reading, deadlines } = understood;
  const teller = new Teller(reading);
  return {
    ...toChecked(understood),
    parts: [
      { title: 'Распоряжение', fields: teller.head() },
      ...reading.items.map((item, i) => ({
        title: `Пункт ${item.no.value}`,
        fields: teller.item(item, deadlines[i] ?? null),
      })),
    ],
  };
}

class Teller {
  private readonly blocks: readonly SourceBlock[];
  private readonly fullNames: ReadonlyMap<string, string>;

  constructor(private readonly reading: OrderReading) {
    this.blocks = reading.blocks ?? [];
    this.fullNames = new Map(
      (reading.parties ?? []).flatMap(({ name, variants }) => variants.map((one) => [one, name])),
    );
  }

  head(): readonly ExplainedField[] {
    const { order } = this.reading;
    return [
      this.field('Вид акта', order.kind),
      this.field('Дата', { ...order.date, value: dotted(order.date.value) }),
      this.field('Номер', order.number),
      this.field('Орган', order.issuer),
      this.field('Название', order.title),
      ...(order.preamble === null ? [] : [this.field('Преамбула', order.preamble)]),
      ...order.points.map((point, i) => this.field(`${i + 1}-й пункт`, point)),
      ...(order.planTitle === null ? [] : [this.field('Дорожная карта', order.planTitle)]),
      ...(order.controller === null ? [] : [this.person('Контролирует', order.controller)]),
      this.person('Подписал', order.signatory),
    ];
  }

  item(item: ReadItem, deadline: DeadlineReading | null): readonly ExplainedField[] {
    const { title, responsible, results, extra = [] } = item;
    return [
      this.field('Мероприятие', title),
      ...responsible.map((party, i) =>
        this.field(i === 0 ? 'Отвечает' : 'Участвует', {
          ...party,
          value: this.fullNames.get(party.value) ?? party.value,
        }),
      ),
      ...results.map(({ kind, text, addressee, encloses }) => {
        const to = addressee === undefined ? '' : `, кому: ${addressee.value}`;
        const after = encloses === undefined ? '' : `, вслед за результатом ${encloses + 1}`;
        return this.field('Результат', { ...text, value: `${RESULT_LABELS[kind]}: ${text.value}${to}${after}` });
      }),
      {
        ...this.field('Срок', { ...item.deadline, value: dayOf(deadline) }),
        explanation: deadline === null || deadline.explanation === '' ? null : deadline.explanation,
      },
      ...extra.map(({ name, text }) => this.field(name === '' ? 'Графа без названия' : `Графа «${name}»`, text)),
    ];
  }

  private person(label: string, { value, ...printed }: Field<NamedPost>): ExplainedField {
    return this.field(label, { ...printed, value: namedPostTold(value) });
  }

  private field(label: string, { value, verbatim, sources }: Field<string>): ExplainedField {
    return {
      label,
      understood: value,
      printed: verbatim,
      passages: sources.map((each) => this.passage(each)),
      told: sources.length === 0 && value !== '',
      explanation: null,
    };
  }

  /** The whole paragraph or cell, cut where the field begins and ends. */
  private passage(source: Source): ExplainedPassage {
    const { from, to, ...place } = source;
    const whole = sourceText(this.blocks, { ...place, from: 0, to: Number.MAX_SAFE_INTEGER });
    return {
      where: this.where(source),
      before: whole.slice(0, from),
      words: whole.slice(from, to),
      after: whole.slice(to),
    };
  }

  private where({ block, row, cell }: Source): string {
    const kind = this.blocks[block]?.kind;
    const nth = this.blocks.slice(0, block + 1).filter((each) => each.kind === kind).length;
    if (kind !== 'table') return `абзац ${nth}`;
    return `таблица ${nth}, строка ${(row ?? 0) + 1}, ячейка ${(cell ?? 0) + 1}`;
  }
}

function dayOf(deadline: DeadlineReading | null): string {
  if (deadline === null) return '';
  const { kind, due, workingDue } = deadline;
  const label = DEADLINE_LABELS[kind];
  return due === null || workingDue === null
    ? label
    : `${label}: ${dotted(due)}, рабочий день ${withWeekday(workingDue)}`;
}
