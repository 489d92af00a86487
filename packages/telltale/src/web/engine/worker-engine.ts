import type { KeywordAnalysis, RankedWord, SuggestedTag } from '@telltale/core';
import { download } from './download.js';
import { type Engine, EngineError, type ReadyList } from './engine.js';
import type { EncoderFiles, Question, Reply, Request } from './messages.js';

/**
 * The engine in a worker of the browser: the page stays responsive whatever it computes. The page itself downloads the
 * models, since it has the time: the worker reads its dictionary meanwhile, and would let the bytes wait.
 *
 * @param onLoading told how much of a model is loaded, 0 … 1
 */
export function workerEngine(onLoading: (share: number) => void): Engine {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let asked = 0;

  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if ('wanted' in data) {
      void supply(data.wanted);
      return;
    }
    const question = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) question?.reject(new EngineError(data.error.code, data.error.message));
    else question?.resolve(data.answer);
  };
  const tell = (request: Request, moved: Transferable[] = []) => worker.postMessage(request, moved);

  async function supply(path: string): Promise<void> {
    try {
      const bytes = await download(path, onLoading);
      tell({ path, bytes }, [bytes.buffer]);
    } catch (error) {
      const { code, message } = error as EngineError;
      tell({ path, error: { code, message } });
    }
  }

  let listed: Promise<readonly EncoderFiles[]> | undefined;
  const encoders = () => {
    listed ??= download('encoders.json', () => {}).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
    return listed;
  };

  worker.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new EngineError('WORKER', event.message || 'The worker failed.'));
    waiting.clear();
  };

  const ask = <T>(question: Question) =>
    new Promise<T>((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, { resolve: (answer) => resolve(answer as T), reject });
      tell({ id, question });
    });

  return {
    kind: 'worker',
    async analyze(text, options, name) {
      const encoder = name === undefined ? undefined : (await encoders()).find((one) => one.name === name);
      return ask<KeywordAnalysis>({ kind: 'analyze', text, options, encoder });
    },
    encoders: async () =>
      (await encoders()).map(({ name, files, runtime }) => ({
        name,
        bytes: Object.values(files).reduce((sum, bytes) => sum + bytes, runtime),
      })),
    similar: (word, language) => ask<RankedWord[]>({ kind: 'similar', word, language }),
    readyTags: (contents, name) => ask<ReadyList>({ kind: 'readyTags', contents, name }),
    suggestTags: (text, options) => ask<SuggestedTag[]>({ kind: 'suggestTags', text, options }),
  };
}
