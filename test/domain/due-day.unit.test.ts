import { describe, expect, it } from '@jest/globals';
import { dueDay } from '#domain/due-day';
import { parseLocalDate } from '#domain/local-date';
import { workingCalendar } from '#domain/working-calendar';

const calendar = workingCalendar();
const day = parseLocalDate;
const BACKWARD = '(правило: если последний день нерабочий, срок истекает в предыдущий рабочий день).';

describe('dueDay', () => {
  it('leaves a working day alone and has nothing to explain', () => {
    expect(dueDay(day('2024-02-15'), calendar)).toEqual({ day: '2024-02-15', explanation: null });
  });

  it('moves a Sunday to the Friday before and names the rule', () => {
    expect(dueDay(day('2024-08-25'), calendar)).toEqual({
      day: '2024-08-23',
      explanation: `25.08.2024 – воскресенье; срок переносится на предыдущий рабочий день, пятницу 23.08.2024 ${BACKWARD}`,
    });
  });

  it('moves forward where the body follows civil law', () => {
    expect(dueDay(day('2024-08-25'), calendar, { name: null, move: 'forward' })).toEqual({
      day: '2024-08-26',
      explanation:
        '25.08.2024 – воскресенье; срок переносится на следующий рабочий день, понедельник 26.08.2024 ' +
        '(правило: если последний день нерабочий, срок истекает в ближайший следующий рабочий день).',
    });
  });

  it('tells a holiday, a moved day off and a regional day off apart', () => {
    const regional = workingCalendar({ extraDaysOff: [day('2024-06-24')] });
    expect(dueDay(day('2024-03-08'), calendar).explanation).toContain(
      '08.03.2024 – нерабочий праздничный день (пятница);',
    );
    expect(dueDay(day('2024-12-31'), calendar).explanation).toBe(
      `31.12.2024 – выходной день по производственному календарю (вторник); срок переносится на предыдущий рабочий день, субботу 28.12.2024 ${BACKWARD}`,
    );
    expect(dueDay(day('2024-06-24'), regional).explanation).toContain(
      '24.06.2024 – нерабочий день органа (понедельник);',
    );
  });

  it('says that a forecast calendar may change, even on a working day', () => {
    expect(dueDay(day('2027-03-01'), calendar).explanation).toBe(
      'Производственный календарь на 2027 год предварительный: рабочий день может измениться.',
    );
    expect(dueDay(day('2030-03-03'), calendar).explanation).toMatch(
      /Производственного календаря на 2030 год нет: учтены только выходные и ежегодные праздники/u,
    );
  });
});
