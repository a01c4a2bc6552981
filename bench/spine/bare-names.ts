/** Names shared by the bare workflow, its worker and its client. */
export const BARE_QUEUE = 'bare';
export const BARE_WORKFLOW = 'bare';
export const BARE_UPDATE = 'add';

export interface BareActivities {
  touch(): Promise<void>;
}
