// As much of node:assert/strict as the suites of the kernels use.
function fail(message: string | undefined, otherwise: string): never {
  throw new Error(message ?? otherwise);
}

const assert = {
  ok(value: unknown, message?: string): void {
    if (!value) fail(message, `not ok: ${value}`);
  },
  equal(actual: unknown, expected: unknown, message?: string): void {
    if (!Object.is(actual, expected)) fail(message, `${actual} is not ${expected}`);
  },
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    if (text(actual) !== text(expected)) fail(message, `${text(actual)} is not ${text(expected)}`);
  },
  notDeepEqual(actual: unknown, expected: unknown, message?: string): void {
    if (text(actual) === text(expected)) fail(message, `both are ${text(actual)}`);
  },
  throws(body: () => void, Expected: new () => Error): void {
    try {
      body();
    } catch (error) {
      if (!(error instanceof Expected)) fail(undefined, `threw ${error}, no ${Expected.name}`);
      return;
    }
    fail(undefined, 'did not throw');
  },
};

/** Typed arrays as lists, and numbers as they are: −0 and NaN too. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, one) => {
    if (ArrayBuffer.isView(one)) return Array.from(one as Float64Array, String);
    return typeof one === 'number' ? (Object.is(one, -0) ? '-0' : String(one)) : one;
  });
}

export default assert;
