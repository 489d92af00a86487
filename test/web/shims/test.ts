// As much of node:test as the suites of the kernels use.
type Body = () => void | Promise<void>;

const waiting: { name: string; body: Body }[] = [];
let path: string[] = [];

/** What came of the tests so far. */
export const results = { passed: 0, failed: [] as string[] };

export function describe(name: string, body: () => void): void {
  path.push(name);
  body();
  path = path.slice(0, -1);
}

export function it(name: string, ...rest: unknown[]): void {
  waiting.push({ name: [...path, name].join(' > '), body: rest.at(-1) as Body });
}

export { it as test };

/** Runs the tests that were declared since the last time. */
export async function run(): Promise<void> {
  for (const { name, body } of waiting.splice(0)) {
    try {
      await body();
      results.passed++;
    } catch (error) {
      results.failed.push(`${name}: ${(error as Error).message}`);
    }
  }
}
