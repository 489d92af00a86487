/**
 * Asks for every item and yields the answers in the order of the items, each as soon as it and those before it are there,
 * whether or not more items have come by then.
 *
 * @param most answers awaited at a time: a slow reader holds back a fast writer
 */
export async function* inOrder<Item, Answer>(
  items: AsyncIterable<Item> | Iterable<Item>,
  most: number,
  ask: (item: Item) => Promise<Answer>,
): AsyncGenerator<Answer> {
  const answers: Promise<Answer>[] = [];
  const iterator = (async function* () {
    yield* items;
  })();
  // Where the items break off, those before are answered all the same.
  let failure: { readonly error: unknown } | undefined;
  const read = (): Promise<IteratorResult<Item, void>> =>
    iterator.next().catch((error: unknown) => {
      failure = { error };
      return { done: true, value: undefined };
    });
  let reading: Promise<IteratorResult<Item, void>> | undefined = read();
  try {
    while (reading !== undefined || answers.length > 0) {
      const next: IteratorResult<Item, void> | undefined =
        reading !== undefined && answers.length < most
          ? await Promise.race([reading, ...answers.slice(0, 1).map((answer) => answer.then(() => undefined))])
          : undefined;
      if (next) {
        reading = next.done ? undefined : read();
        if (next.done) continue;
        const answer = ask(next.value);
        // It is awaited in its turn; until then a failure must not count as unhandled.
        answer.catch(() => {});
        answers.push(answer);
      } else {
        yield await answers.shift()!;
      }
    }
    if (failure) throw failure.error;
  } finally {
    await iterator.return(undefined).catch(() => {});
  }
}
