/**
 * Runs a task again and again, one run at a time: of what is asked for while one runs, only the last is run after it.
 *
 * @param task receives what was asked for, and whether that is still the last wish
 */
export function latestOnly<T>(task: (wish: T, isLatest: () => boolean) => Promise<void>): (wish: T) => void {
  let running = false;
  let next: { wish: T } | undefined;

  async function run(): Promise<void> {
    running = true;
    while (next) {
      const { wish } = next;
      next = undefined;
      await task(wish, () => next === undefined);
    }
    running = false;
  }

  return (wish) => {
    next = { wish };
    if (!running) void run();
  };
}
