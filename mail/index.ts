/** The door of the mail room: composing, freezing and sending. It never chooses who is written to, or when. */
export { composeMail, type ComposedMail, type MailRequest } from './compose.js';
export { freezeMail, messageIdOf, type MailHead } from './freeze.js';
export { singleMailbox } from './mailbox.js';
export type {
  ControlCounts,
  DocumentBrief,
  ExtensionRequestedMatter,
  ItemBrief,
  Matter,
  MatterPeople,
  NextStep,
  PersonBrief,
  RoadmapBrief,
  WeeklyOverdue,
  WeeklySummary,
} from './matter.js';
export { createSender, type OutgoingMail, type Sender, type SenderOptions, type SenderTimeouts } from './sender.js';
export { loadMailTemplates, type MailTemplates } from './template-files.js';
