/**
 * The only joint of the rooms: builds the real store, renderer, mail and client and hands them to each other.
 * Decides nothing; a test composes its own world the same way.
 */
import { createHash, randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { ActivityDeps, Log } from '#activities';
import { createClient, type ClientDeps, type DocumentInputs } from '#client';
import {
  compareTexts,
  createRenderer,
  fieldQuestions,
  fileName,
  gatherFields,
  loadAllTemplates,
  parseValues,
  profileFor,
  readEditedDraft,
  registerDraft,
  shownValues,
} from '#documents';
import type { Instant } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import { DEFAULT_LADDER } from '#domain/reminder';
import { composeMail, createSender, freezeMail, loadMailTemplates, messageIdOf } from '#mail';
import * as repository from '#store';
import { openStore, type Store } from '#store';
import * as projection from '#store/projection';
import { join } from 'node:path';
import { readBodyRules } from './body-rules.js';
import { compiled, templatesDir } from './package-root.js';
import { orderReader } from './order-reader.js';
import type { Settings, TemporalPlace } from './settings.js';

/** After a long outage the client is back within two seconds, not sixteen. */
const CHANNEL_ARGS = {
  'grpc.initial_reconnect_backoff_ms': 500,
  'grpc.max_reconnect_backoff_ms': 2000,
};

export interface Place {
  readonly databaseUrl: string;
  readonly temporal: TemporalPlace;
  readonly smtpUrl: string;
  readonly clockOffsetMs: number;
}

const documentInputs: DocumentInputs = { questions: fieldQuestions, parse: parseValues, shown: shownValues };

/** The settings of the body that both sides share. */
function bodyOf(settings: Settings) {
  const { calendar, rules } = readBodyRules(settings);
  return {
    calendar,
    rules,
    zone: { utcOffsetMinutes: settings.utcOffsetMinutes },
    ladder: DEFAULT_LADDER,
    historyLimit: 0,
  };
}

export async function activityDeps(
  settings: Settings,
  place: Pick<Place, 'smtpUrl' | 'clockOffsetMs'>,
  store: Store,
  log: Log,
  appendixSheets: ActivityDeps['documents']['appendixSheets'] = null,
): Promise<ActivityDeps> {
  const { set: templates, faults } = await loadAllTemplates({ builtIn: templatesDir(), own: settings.templatesDir });
  for (const { file, line, message } of faults) log.warn('own template left out', { file, line, why: message });
  const { render } = createRenderer({ entry: compiled('documents/render-thread.js') });
  const mailTemplates = await loadMailTemplates(join(templatesDir(), 'mail'));
  return {
    store,
    repository,
    projection,
    documents: {
      templates,
      render,
      profileFor,
      gatherFields,
      fileName,
      readEditedDraft,
      registerDraft,
      appendixSheets,
    },
    mail: {
      templates: mailTemplates,
      compose: composeMail,
      freeze: freezeMail,
      messageIdOf,
      sender: createSender({ smtpUrl: place.smtpUrl, ratePerSecond: settings.mailsPerSecond }),
      from: settings.mailFrom,
      baseUrl: settings.baseUrl,
    },
    ...bodyOf(settings),
    clockOffsetMs: place.clockOffsetMs,
    log,
  };
}

export function clientDeps(
  settings: Settings,
  place: Pick<Place, 'clockOffsetMs'>,
  parts: { readonly store: Store; readonly temporal: Client; readonly serverNow?: () => Promise<Instant> },
): ClientDeps {
  const serverNow = parts.serverNow ?? (() => Promise.resolve(Date.now()));
  return {
    store: parts.store,
    temporal: parts.temporal,
    ...bodyOf(settings),
    inputs: documentInputs,
    readOrder: orderReader(settings),
    compareTexts,
    readEditedDraft,
    clockOffsetMs: place.clockOffsetMs,
    now: async () => (await serverNow()) + place.clockOffsetMs,
    newId: randomUUID,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  };
}

export interface ConnectedClient {
  readonly deps: ClientDeps;
  readonly client: ReturnType<typeof createClient>;
  close(): Promise<void>;
}

/** @throws VekhaError 'store.unavailable', 'engine.unavailable' */
export async function connectClient(settings: Settings, place: Place): Promise<ConnectedClient> {
  const store = openStore(place.databaseUrl);
  const connection = await connectTemporal(place.temporal).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const temporal = new Client({ connection, namespace: place.temporal.namespace });
  const deps = clientDeps(settings, place, { store, temporal });
  return {
    deps,
    client: createClient(deps),
    async close() {
      await connection.close();
      await store.close();
    },
  };
}

async function connectTemporal({ connection }: TemporalPlace): Promise<Connection> {
  try {
    return await Connection.connect({ ...connection, channelArgs: CHANNEL_ARGS, connectTimeout: '10s' });
  } catch {
    throw new VekhaError(
      'engine.unavailable',
      `Temporal не отвечает по адресу ${connection.address}: проверьте, что «Веха» запущена (npm start), и повторите.`,
    );
  }
}
