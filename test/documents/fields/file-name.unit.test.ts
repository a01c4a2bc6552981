import { describe, expect, it } from '@jest/globals';
import { fileName } from '#documents';
import { DOCUMENT_KINDS } from '#domain/document-kind';
import { parseLocalDate } from '#domain/local-date';

const DRAFT = { actKind: 'распоряжение', code: 'ЦОС-2024', no: '1', version: 2, registration: null } as const;
const DAY = parseLocalDate('28.12.2023');

describe('the name of a file', () => {
  it('of a registered document bears its date and number', () => {
    expect(fileName('order-appointment', { ...DRAFT, registration: { number: '3538-р', date: DAY } })).toBe(
      'Распоряжение 28.12.2023 № 3538-р.docx',
    );
    expect(fileName('letter-equipment', { ...DRAFT, registration: { number: '19-6310/2023', date: DAY } })).toBe(
      'Письмо 28.12.2023 № 19-6310-2023.docx',
    );
  });

  it('of a draft bears roadmap, item and version; what nobody approves is no draft', () => {
    expect(fileName('order-appointment', DRAFT)).toBe('Распоряжение о назначении ЦОС-2024 п.1 версия 2 проект.docx');
    expect(fileName('order-equipment', { ...DRAFT, actKind: 'приказ', no: '2.1' })).toBe(
      'Приказ о перечне оборудования ЦОС-2024 п.2.1 версия 2 проект.docx',
    );
    expect(fileName('register-notices', DRAFT)).toBe('Реестр извещений ЦОС-2024 п.1 версия 2 проект.docx');
    expect(fileName('notice-assignment', { ...DRAFT, version: 1 })).toBe(
      'Уведомление о поручении ЦОС-2024 п.1 версия 1.docx',
    );
  });

  it('tells the kinds of one item apart, however long the code is', () => {
    for (const code of ['ЦОС-2024', 'Ж'.repeat(300)]) {
      const names = DOCUMENT_KINDS.map((kind) => fileName(kind, { ...DRAFT, code }));
      expect(new Set(names).size).toBe(DOCUMENT_KINDS.length);
    }
  });

  it('is at most 120 characters and keeps what tells versions apart', () => {
    const name = fileName('form-monitoring', { ...DRAFT, code: 'Ж'.repeat(300), version: 12 });
    expect(name).toHaveLength(120);
    expect(name.endsWith(' версия 12 проект.docx')).toBe(true);
  });

  it('has no character that a file system refuses or that climbs out of a folder', () => {
    const name = fileName('letter-equipment', {
      ...DRAFT,
      registration: { number: '../..\\a:b*c?"<d>|\u0000\u202e\ud800', date: DAY },
    });
    expect(name).not.toMatch(/[\\/:*?"<>|\u202e]/u);
    expect(name).not.toMatch(/\p{Surrogate}/u);
  });
});
