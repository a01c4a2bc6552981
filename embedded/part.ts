/**
 * What every embedded part looks like from outside: a name, a process, a way to stop it, news of its end.
 * Types only.
 */

/** Why a part is no longer running. */
export interface ExitReason {
  /** exit code; null when a signal ended the process or the process was not our child */
  readonly code: number | null;
  readonly signal: string | null;
  /** true when `stop()` was called first */
  readonly asked: boolean;
  /** why the process could not even be started */
  readonly detail?: string;
}

export interface EmbeddedPart {
  /** the part's name with its version, as it is shown to people */
  readonly name: string;
  /** null for a part that lives inside this process */
  readonly pid: number | null;
  /** on 127.0.0.1; null for a part that listens nowhere */
  readonly port: number | null;
  /** Resolves once, when the part has ended for whatever reason; never rejects. */
  readonly exited: Promise<ExitReason>;
  /** Asks politely, then insists; resolves when the part has ended. Safe to call twice. */
  stop(): Promise<void>;
}

/** A part that is a server process of its own. */
export interface ServerPart extends EmbeddedPart {
  readonly port: number;
  readonly pid: number;
  /** the server was left over from a killed launcher and has been taken over, not started */
  readonly adopted: boolean;
}
