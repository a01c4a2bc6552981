/**
 * A step that the world has refused for good (a fault of ours or of the data) must not end a process: whatever it still
 * has to remind of would be lost with it. The step is tried again later, and acts of people go on meanwhile.
 */
import { ActivityFailure, log } from '@temporalio/workflow';

/** Long enough to be seen and mended, short enough that a reminder is still of use. */
export const NEXT_ATTEMPT = '1 hour';

/** @returns what the work returned, or null when it was refused; outages are not seen here, activities wait them out */
export async function attempt<T extends object | number>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.error('a step was refused; it is tried again later', {
      activity: error.activityType,
      why: error.cause?.message,
    });
    return null;
  }
}
