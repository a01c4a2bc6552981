/** Runs the same work many times, one after another or several at once, and says how long each run took. */

/** @param inFlight runs under way at once @returns durations in milliseconds, in the order of `inputs` */
export async function timed<T>(
  inputs: readonly T[],
  inFlight: number,
  work: (input: T) => unknown,
): Promise<readonly number[]> {
  const took: number[] = new Array<number>(inputs.length).fill(0);
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < inputs.length; i = next++) {
      const began = performance.now();
      await work(inputs[i] as T);
      took[i] = performance.now() - began;
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, inputs.length) }, lane));
  return took;
}

/** 0 … n − 1 */
export function upTo(n: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => i);
}
