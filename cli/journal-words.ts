/** Acts of the journal in Russian. An act without words here is shown by its code: nothing is hidden. Pure. */

const ACTS: Readonly<Record<string, string>> = {
  import: 'распоряжение загружено',
  officials: 'справочник загружен',
  match: 'названо, кто отвечает за сторону',
  launch: 'дорожная карта запущена',
  issue: 'поручение выдано',
  reminder: 'напоминание',
  dueToday: 'срок сегодня',
  overdue: 'просрочка',
  dateRequest: 'запрос даты',
  planMore: 'план напоминаний продолжен',
  draft: 'подготовлен проект',
  upload: 'загружен правленый проект',
  approve: 'согласовано',
  return: 'возвращено с замечаниями',
  register: 'зарегистрировано',
  cancel: 'документ отменён',
  interimReport: 'промежуточный отчёт',
  report: 'отчёт подан',
  returnReport: 'отчёт возвращён',
  offControl: 'снято с контроля',
  moveDeadline: 'срок перенесён',
  nameDeadline: 'дата названа',
  askExtension: 'просьба о переносе срока',
  adviseExtension: 'мнение о переносе срока',
  grantExtension: 'перенос срока разрешён',
  refuseExtension: 'в переносе срока отказано',
  recallExtension: 'просьба о переносе отозвана',
  correct: 'исправлено до запуска',
  reassign: 'смена ответственного',
  amend: 'изменено новой редакцией',
  addItem: 'добавлено новой редакцией',
  withdraw: 'исключено новой редакцией',
  edition: 'применена новая редакция',
  mail: 'письмо',
  mailRepeat: 'письмо могло уйти дважды (повтор после сбоя)',
  done: 'дорожная карта исполнена',
};

export function actWords(act: string): string {
  return ACTS[act] ?? act;
}
