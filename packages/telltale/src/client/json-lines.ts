/** The objects of a stream of JSON lines. */
export async function* readJsonLines<T>(stream: ReadableStream<Uint8Array>): AsyncGenerator<T> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let pending = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      pending += decoder.decode(part.value, { stream: true });
      const lines = pending.split('\n');
      pending = lines.pop()!;
      for (const line of lines) yield JSON.parse(line) as T;
    }
    if (pending) yield JSON.parse(pending) as T;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
