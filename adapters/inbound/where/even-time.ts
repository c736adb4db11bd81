/** Does the work and comes back at the first whole multiple of `everyMs` after the beginning, so that the time taken tells nothing of what was found. */
export async function evenly<T>(everyMs: number, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const wait = async (): Promise<void> => {
    const taken = performance.now() - began;
    await new Promise((resolve) => { setTimeout(resolve, Math.max(1, Math.ceil(taken / everyMs)) * everyMs - taken); });
  };
  try {
    const value = await work();
    await wait();
    return value;
  } catch (error) {
    await wait();
    throw error;
  }
}
