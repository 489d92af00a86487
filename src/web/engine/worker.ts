import { analyzeKeywords, detectLanguage, type Language, mostSimilar, type RankedWord } from '../../index.js';
import type { Question, Reply, Request } from './messages.js';
import { type LoadedModel, loadTextModel } from './text-models.js';

/** As many as are of interest to a reader. */
const SIMILAR = 12;

const send = (reply: Reply) => postMessage(reply);
const models = new Map<Language, Promise<LoadedModel>>();

function modelFor(text: string, lang: Language | 'auto' = 'auto'): Promise<LoadedModel> {
  const language = lang === 'auto' ? detectLanguage(text) : lang;
  const model = models.get(language) ?? loadTextModel(language, (loading) => send({ loading }));
  models.set(language, model);
  // What failed may be tried again: the network may be back.
  model.catch(() => models.delete(language));
  return model;
}

async function answer(question: Question): Promise<unknown> {
  if (question.kind === 'similar') return similar(question.word);
  const { text, options } = question;
  return analyzeKeywords(await modelFor(text, options.lang), text, options);
}

async function similar(word: string): Promise<RankedWord[]> {
  const { tokenizer, skipGram } = await modelFor(word);
  const words = tokenizer.words(word);
  const index = words.length === 1 ? skipGram.vocabulary.indexOf(words[0]) : undefined;
  return index === undefined ? [] : mostSimilar(skipGram, index, SIMILAR);
}

addEventListener('message', async ({ data: { id, question } }: MessageEvent<Request>) => {
  try {
    send({ id, answer: await answer(question) });
  } catch (error) {
    const { code = 'INTERNAL', message } = error as Error & { code?: string };
    send({ id, error: { code, message } });
  }
});
