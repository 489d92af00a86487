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
  let reading: Promise<IteratorResult<Item>> | undefined = iterator.next();
  try {
    while (reading !== undefined || answers.length > 0) {
      const next: IteratorResult<Item> | undefined =
        reading !== undefined && answers.length < most
          ? await Promise.race([reading, ...answers.slice(0, 1).map((answer) => answer.then(() => undefined))])
          : undefined;
      if (next) {
        reading = next.done ? undefined : iterator.next();
        if (next.done) continue;
        const answer = ask(next.value);
        // It is awaited in its turn; until then a failure must not count as unhandled.
        answer.catch(() => {});
        answers.push(answer);
      } else {
        yield await answers.shift()!;
      }
    }
  } finally {
    // Whoever has read enough must not leave a read failing behind.
    reading?.catch(() => {});
    await iterator.return(undefined).catch(() => {});
  }
}
