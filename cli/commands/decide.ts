/** `approve`, `return`, `register`: what people decide about a document; `return` of an item returns its report. */
import type { Command } from 'commander';
import type { DocumentState } from '#domain/item';
import type { ItemStatus } from '#domain/item';
import type { LocalDate } from '#domain/local-date';
import { acted, actBase, withActor, type ActOptions } from '../acts.js';
import type { Answer } from '../answer.js';
import { dateOption, isDocumentId, MAX_VERSION, numberOption, wordsOption, wrong } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { nextByDocumentState, nextByItemStatus } from '../next-step.js';

const VERSION = '--version <номер>';
const VERSION_MEANING = 'какую версию видели; если есть новее, действие не запишется';
const STALE = 'отказано: не та версия, не то состояние или не тот человек';

interface SeenOptions extends ActOptions {
  readonly version: number;
}

interface ApproveOptions extends SeenOptions {
  readonly remarks?: string;
}

interface ReturnOptions extends ActOptions {
  readonly version?: number;
  readonly remarks: string;
}

interface RegisterOptions extends SeenOptions {
  readonly number: string;
  readonly date: LocalDate;
}

export function approveCommand(session: Session): Command {
  const made = command(session, {
    name: 'approve',
    about: 'согласовать документ, можно с замечаниями',
    examples: [
      'vekha approve ЦОС-2024/1/order-appointment --by "Глевицкая Е.И." --version 2',
      'vekha approve ЦОС-2024/1/order-appointment --by "Глевицкая Е.И." --version 2 --remarks "Приложите приказ"',
    ],
    codes: { 3: STALE },
  }).argument('<документ>', 'документ, как его показывает show');
  return withActor(made)
    .requiredOption(VERSION, VERSION_MEANING, numberOption('--version', 1, MAX_VERSION))
    .option('--remarks <текст>', 'замечания: документ идёт дальше, исполнитель узнает о них', wordsOption('--remarks'))
    .action(session.answering((id: string, options: ApproveOptions) => approve(session.doors, id, options)));
}

export function returnCommand(session: Session): Command {
  const made = command(session, {
    name: 'return',
    about: 'вернуть документ или отчёт по пункту с замечаниями',
    examples: [
      'vekha return ЦОС-2024/1/order-appointment --by "Глевицкая Е.И." --version 2 --remarks "Уточните должность"',
      'vekha return ЦОС-2024/1 --by "Глевицкая Е.И." --remarks "Приложите распоряжение"',
    ],
    codes: { 3: STALE },
  }).argument('<что>', 'документ (ЦОС-2024/1/order-appointment) или пункт (ЦОС-2024/1), чей отчёт возвращают');
  return withActor(made)
    .requiredOption('--remarks <текст>', 'замечания', wordsOption('--remarks'))
    .option(VERSION, `только для документа: ${VERSION_MEANING}`, numberOption('--version', 1, MAX_VERSION))
    .action(
      session.answering((id: string, options: ReturnOptions) =>
        isDocumentId(id) ? returnDocument(session.doors, id, options) : returnReport(session.doors, id, options),
      ),
    );
}

export function registerCommand(session: Session): Command {
  const made = command(session, {
    name: 'register',
    about: 'зарегистрировать подписанный документ: номер и дата',
    examples: [
      'vekha register ЦОС-2024/1/order-appointment --by "Соколова М.А." --version 2 --number 3538-р --date 28.12.2023',
    ],
    codes: { 3: 'отказано: документ не согласован, номер занят, не та версия или не тот человек' },
  }).argument('<документ>', 'документ, как его показывает show');
  return withActor(made)
    .requiredOption(VERSION, VERSION_MEANING, numberOption('--version', 1, MAX_VERSION))
    .requiredOption('--number <номер>', 'регистрационный номер', wordsOption('--number'))
    .requiredOption('--date <дата>', 'дата регистрации, 28.12.2023', dateOption('--date'))
    .action(session.answering((id: string, options: RegisterOptions) => register(session.doors, id, options)));
}

function approve(doors: Doors, id: string, { version, remarks, ...who }: ApproveOptions): Promise<Answer> {
  return withClient(doors, async (client) => {
    const base = await actBase(client, who);
    const said = remarks === undefined ? {} : { remarks };
    return told(await client.documents.decide(id, { ...base, decision: 'approve', version, ...said }), version);
  });
}

function returnDocument(doors: Doors, id: string, { version, remarks, ...who }: ReturnOptions): Promise<Answer> {
  if (version === undefined) {
    throw wrong(`Не указано: ${VERSION} – по какой версии документа решение; её показывает show ${id}.`);
  }
  return withClient(doors, async (client) => {
    const base = await actBase(client, who);
    return told(await client.documents.decide(id, { ...base, decision: 'return', version, remarks }), null);
  });
}

function returnReport(doors: Doors, id: string, { version, remarks, ...who }: ReturnOptions): Promise<Answer> {
  if (version !== undefined) {
    throw wrong(`Ключ --version относится к документу, а ${id} – пункт: уберите ключ или укажите документ.`);
  }
  return withClient(doors, async (client) => {
    const answer = await client.items.returnReport(id, { ...(await actBase(client, who)), remarks });
    return acted('Пункт', answer, nextByItemStatus(id, answer.status as ItemStatus));
  });
}

function register(doors: Doors, id: string, { version, number, date, ...who }: RegisterOptions): Promise<Answer> {
  return withClient(doors, async (client) => {
    const base = await actBase(client, who);
    return told(await client.documents.register(id, { ...base, number, date, version }), null);
  });
}

function told(answer: Parameters<typeof acted>[1], version: number | null): Answer {
  return acted('Документ', answer, nextByDocumentState(answer.id, answer.status as DocumentState, version));
}
