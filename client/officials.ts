/** The directory: people, their parties, and finding one of them by what a person would type. */
import { namesakes } from '#domain/assignment';
import { VekhaError } from '#domain/errors';
import type { CorrectedForms } from '#domain/official';
import { appendJournal, officials, saveOfficials, saveParties } from '#store';
import type { VekhaClient } from './api.js';
import type { ClientDeps } from './deps.js';
import { readDirectory } from './directory-file.js';
import { matchParty, partiesOf } from './party-match.js';

export function officialsClient(deps: ClientDeps): VekhaClient['officials'] {
  const { store } = deps;
  return {
    async import(csv) {
      const file = readDirectory(csv, (email) => officialId(email, deps.sha256));
      const at = await deps.now();
      await store.transaction(async (tx) => {
        await saveOfficials(tx, file.officials);
        await saveParties(tx, file.parties);
        await appendJournal(tx, {
          key: `officials|${deps.newId()}`,
          at,
          actorId: null,
          act: 'officials',
          facts: {
            officials: file.officials.length,
            parties: file.parties.length,
            correctedForms: file.officials.reduce((sum, { forms }) => sum + countForms(forms ?? {}), 0),
          },
        });
      });
      return { officials: file.officials.length, parties: [...new Set(file.parties.map(({ name }) => name))] };
    },

    parties: (code) => partiesOf(store.db, code),
    match: (code, match) => matchParty(deps, code, match),

    list() {
      return officials(store.db);
    },

    async find(words) {
      const wanted = words.trim().toLowerCase();
      const everybody = await officials(store.db);
      const exact = everybody.find(({ id, email }) => id === words || email?.toLowerCase() === wanted);
      if (exact !== undefined) return exact;
      const bySurname = everybody.filter(({ surname }) => surname.toLowerCase() === wanted);
      const [found, ...more] = namesakes(words, everybody).length > 0 ? namesakes(words, everybody) : bySurname;
      if (found === undefined) {
        throw new VekhaError(
          'official.unknown',
          `«${words}» нет в справочнике: укажите «Фамилия И.О.» или адрес почты.`,
        );
      }
      if (more.length > 0) {
        throw new VekhaError('official.ambiguous', `«${words}» в справочнике не один человек: укажите адрес почты.`);
      }
      return found;
    },
  };
}

function countForms(forms: CorrectedForms): number {
  return Object.values(forms).reduce((sum, cases) => sum + Object.keys(cases).length, 0);
}

/** The same address keeps its id when the file is loaded again. */
function officialId(email: string, sha256: (bytes: Uint8Array) => string): string {
  return `o-${sha256(new TextEncoder().encode(email)).slice(0, 16)}`;
}
