/** What `openWorker` speaks to: start it as a module worker. */

import { KeywordError } from '../errors.js';
import { analyzeKeywords, type TextModel } from '../extract/extract-keywords.js';
import { embeddedLanguage, type Language, primaryLanguage } from '../text/language.js';
import { loadModel } from './load-model.js';
import type { WorkerQuestion, WorkerReply, WorkerSetup } from './worker-messages.js';

/** What a worker has of the browser's that Node.js has not. */
const scope = globalThis as unknown as {
  postMessage(reply: WorkerReply): void;
  addEventListener(type: 'message', listener: (event: { readonly data: WorkerSetup | WorkerQuestion }) => void): void;
};

let setup: WorkerSetup | undefined;
const loaded = new Map<string, Promise<TextModel>>();

function modelFor(text: string, lang = 'auto'): Promise<TextModel> {
  const { models, ...options } = setup!;
  const isOne = typeof models === 'string' || models instanceof Uint8Array;
  const language = isOne ? 'all' : lang === 'auto' ? embeddedLanguage(text) : primaryLanguage(lang);
  const file = isOne ? models : models[language as Language];
  if (file === undefined) {
    throw new KeywordError(
      'INVALID_OPTION',
      `There is no model for a text in "${language}"; openWorker was given models for ${Object.keys(models).join(', ')}. Give it one for "${language}".`,
    );
  }
  const model = loaded.get(language) ?? loadModel(file, options);
  loaded.set(language, model);
  // What failed may be tried again: the network may be back.
  model.catch(() => loaded.delete(language));
  return model;
}

async function answer({ text, options }: WorkerQuestion): Promise<WorkerReply> {
  try {
    return { analysis: analyzeKeywords(await modelFor(text, options.lang), text, options) };
  } catch (error) {
    const { message } = error as Error;
    return { message, code: error instanceof KeywordError ? error.code : undefined };
  }
}

scope.addEventListener('message', async ({ data }) => {
  if ('models' in data) setup = data;
  else scope.postMessage(await answer(data));
});
