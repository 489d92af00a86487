/** What `openWorker` speaks to: start it as a module worker. */

import { KeywordError } from '../errors.js';
import { analyzeKeywords } from '../extract/extract-keywords.js';
import { modelOfText } from '../extract/model-of-text.js';
import type { TextModel } from '../extract/text-model.js';
import { askedLanguages, embeddedLanguage, isEmbedded, type Lang, type Language } from '../text/language.js';
import type { tellLanguage } from '../text/language-of-text.js';
import { loadLanguage } from './load-language.js';
import { loadModel } from './load-model.js';
import type { WorkerQuestion, WorkerReply, WorkerSetup } from './worker-messages.js';

/** What a worker has of the browser's that Node.js has not. */
const scope = globalThis as unknown as {
  postMessage(reply: WorkerReply): void;
  addEventListener(type: 'message', listener: (event: { readonly data: WorkerSetup | WorkerQuestion }) => void): void;
};

let setup: WorkerSetup | undefined;
const loaded = new Map<string, Promise<TextModel>>();

async function modelFor(text: string, lang: Lang = 'auto'): Promise<TextModel> {
  const { models, languages, vectors, ...options } = setup!;
  if (typeof models === 'string' || models instanceof Uint8Array) return once('all', () => loadModel(models, options));
  const modelOf = async (language: string) => {
    const file = models[language as Language];
    if (file !== undefined) return once(language, async () => ({ ...(await loadModel(file, options)), language }));
    if (languages !== undefined && !isEmbedded(language))
      return once(language, () => loadLanguage(language, languages, { vectors }));
    throw new KeywordError(
      'INVALID_OPTION',
      `There is no model for a text in "${language}"; openWorker was given models for ${Object.keys(models).join(', ')}. Give it one for "${language}".`,
    );
  };
  return languages === undefined ? modelOfText(text, lang, modelOf, tellEmbedded) : modelOfText(text, lang, modelOf);
}

/** Without tables of other languages a text is in one that has a model, and no detector is needed. */
const tellEmbedded: typeof tellLanguage = async (text, lang = 'auto') => {
  const asked = askedLanguages(lang);
  const found = embeddedLanguage(text);
  return { language: asked && !asked.includes(found) ? asked[0] : found };
};

function once(language: string, load: () => Promise<TextModel>): Promise<TextModel> {
  const model = loaded.get(language) ?? load();
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
