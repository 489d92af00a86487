import type { KeywordAnalysis, RankedWord, SuggestedTag } from '@telltale/core';
import { type Engine, EngineError } from './engine.js';

/** The engine of the service that the page came from: its paths are relative, so it may lie under any prefix. */
export function httpEngine(): Engine {
  return {
    kind: 'http',
    analyze: (text, options, encoder) => post<KeywordAnalysis>('v1/keywords', { text, encoder, ...options }),
    async encoders() {
      const { encoders = [] } = await request<{ encoders?: readonly string[] }>('v1/models', {});
      return encoders.map((name) => ({ name, bytes: 0 }));
    },
    async similar(word, language) {
      try {
        const found = await request<unknown>(`v1/similar?${new URLSearchParams({ word, lang: language })}`, {});
        return rankedWords(found);
      } catch (error) {
        if (error instanceof EngineError && error.code === 'NOT_IN_VOCABULARY') return [];
        throw error;
      }
    },
    async tagLists() {
      const { lists } = await request<{ lists: { name: string }[] }>('v1/tags', {});
      return lists.map(({ name }) => name);
    },
    giveList: (contents, name) => post('v1/tags/lists', { contents, name }),
    async suggestTags(text, options, list) {
      const { tags } = await post<{ tags: SuggestedTag[] }>('v1/tags', { text, ...options, ...(list && { list }) });
      return tags;
    },
  };
}

function post<T>(path: string, body: unknown): Promise<T> {
  return request<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(new URL(path, document.baseURI), init);
  } catch (cause) {
    throw new EngineError('UNREACHABLE', `The service does not answer: ${(cause as Error).message}.`);
  }
  const body = (await response.json().catch(() => undefined)) as
    | { error?: { code?: string; message?: string } }
    | undefined;
  if (response.ok && body !== undefined) return body as T;
  const { code = 'INTERNAL', message = `The service answers ${response.status}.` } = body?.error ?? {};
  throw new EngineError(code, message);
}

/** The list itself, or the list in the answer. */
function rankedWords(answer: unknown): RankedWord[] {
  const list = Array.isArray(answer) ? answer : Object.values(answer as object).find(Array.isArray);
  return (list ?? []) as RankedWord[];
}
