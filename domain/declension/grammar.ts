/** Words of grammar shared by the declension of names, posts, bodies and numbers. */

export type GrammaticalCase = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional';

export type NounGender = 'm' | 'f' | 'n';

/** What a verb or a participle agrees with: «комитет направил», «органы направили». */
export type Agreement = NounGender | 'pl';

/** Forms that a person has corrected; a form that is present wins over every rule. */
export type StoredForms = Readonly<Partial<Record<GrammaticalCase, string>>>;

/** Genitive, dative, accusative, instrumental, prepositional, in this order. */
export type ObliqueForms = readonly [string, string, string, string, string];

const OBLIQUE: readonly GrammaticalCase[] = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'];

export function pick(forms: ObliqueForms, grammaticalCase: GrammaticalCase, nominative: string): string {
  return grammaticalCase === 'nominative' ? nominative : (forms[OBLIQUE.indexOf(grammaticalCase)] ?? nominative);
}

/** The form a person has stored, or null; an empty one does not count. */
export function storedForm(stored: StoredForms | undefined, grammaticalCase: GrammaticalCase): string | null {
  const form = stored?.[grammaticalCase];
  return form === undefined || form.trim() === '' ? null : form;
}
