/**
 * One thing at a time within a process: an Update, a wake-up and a signal each take a turn, so a handler that awaits
 * an activity never sees the state change under it. Turns are taken in the order of arrival.
 */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

export function takeTurns(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
