/** What the activities need, handed in by whoever composes the product: a test passes its own world. Types only. */
import type { Zone } from '#domain/body-time';
import type { Ladder } from '#domain/reminder';
import type { DeadlineRules } from '#domain/deadline-rules';
import type { WorkingCalendar } from '#domain/working-calendar';
import type * as DocumentsRoom from '#documents';
import type * as MailRoom from '#mail';
import type * as StoreRoom from '#store';
import type * as ProjectionRoom from '#store/projection';

export interface Log {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

export interface ActivityDeps {
  readonly store: StoreRoom.Store;
  readonly repository: typeof StoreRoom;
  readonly projection: typeof ProjectionRoom;
  readonly documents: {
    readonly templates: DocumentsRoom.TemplateSet;
    readonly render: typeof DocumentsRoom.renderDocument;
    readonly profileFor: typeof DocumentsRoom.profileFor;
    readonly gatherFields: typeof DocumentsRoom.gatherFields;
    readonly fileName: typeof DocumentsRoom.fileName;
    readonly readEditedDraft: typeof DocumentsRoom.readEditedDraft;
    readonly registerDraft: typeof DocumentsRoom.registerDraft;
    /** Null where nothing can print; of a document without an appendix it says null. */
    readonly appendixSheets: ((docx: Uint8Array) => Promise<number | null>) | null;
  };
  readonly mail: {
    readonly templates: MailRoom.MailTemplates;
    readonly compose: typeof MailRoom.composeMail;
    readonly freeze: typeof MailRoom.freezeMail;
    readonly messageIdOf: typeof MailRoom.messageIdOf;
    readonly sender: MailRoom.Sender;
    /** «Веха <vekha@komitet.example>» */
    readonly from: string;
    /** Address of the pages for links in mails; null while there are none. */
    readonly baseUrl: string | null;
  };
  readonly calendar: WorkingCalendar;
  readonly rules: DeadlineRules;
  readonly zone: Zone;
  readonly ladder: Ladder;
  readonly clockOffsetMs: number;
  readonly historyLimit: number;
  readonly log: Log;
}
