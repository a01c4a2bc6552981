/** A plan of as many measures as is asked, in plain text: no two rows alike, every kind of cell that real ones have. */

const PARTIES = [
  'Комитет по культуре, отдел закупок',
  'ОМСУ (по согласованию)',
  'МКУ «Сад, парк»; Совет ветеранов',
  'Клёнов Л.Л.',
];
const RESULTS = [
  '1. Письмо в адрес совета с перечнем; 2. Распоряжение',
  'Реестр закупок',
  'Отчёт по форме департамента',
  'Акты приёмки',
];
const DEADLINES = [
  'до 1 мая 2025 г.',
  'II квартал 2025 года',
  'с 4 по 29 марта 2025 г.',
  'ежемесячно, до 5 числа',
  'в течение 10 рабочих дней',
];

export function planOf(rows: number): Uint8Array {
  const cells = Array.from({ length: rows }, (_, i) => [
    `${i + 1}.`,
    `Проведены работы по озеленению участка № ${i + 1} и утверждён перечень площадок`,
    PARTIES[i % PARTIES.length],
    RESULTS[i % RESULTS.length],
    DEADLINES[i % DEADLINES.length],
  ]);
  return new TextEncoder().encode(`${HEAD}${cells.map((row) => row.join('\t')).join('\n')}\n`);
}

const HEAD = `ДЕПАРТАМЕНТ БЛАГОУСТРОЙСТВА

ПРИКАЗ
14.01.2025 № 7-о

Об утверждении плана

1. Утвердить план.
2. Контроль за исполнением приказа оставляю за собой.

Директор\tЛ.Л. Клён

УТВЕРЖДЁН
приказом департамента благоустройства
от 14.01.2025 № 7-о

План мероприятий на 2025 год

№ п/п\tМероприятие\tОтветственный\tРезультат\tСрок
`;
