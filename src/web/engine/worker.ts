import { analyzeKeywords, type Language, mostSimilar, type RankedWord, type TextModel } from '../../index.js';
import { embeddedLanguage, isEmbedded } from '../../text/language.js';
import { EngineError } from './engine.js';
import type { Question, Reply, Request } from './messages.js';
import { languageFor, loadNeutralModel } from './other-languages.js';
import { type LoadedModel, loadTextModel } from './text-models.js';

/** As many as are of interest to a reader. */
const SIMILAR = 12;

const send = (reply: Reply) => postMessage(reply);
const models = new Map<Language, Promise<LoadedModel>>();
/** Models that the page has been asked for. */
const wanted = new Map<Language, { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>();

const neutral = new Map<string, Promise<TextModel>>();

async function modelFor(text: string, lang?: string): Promise<TextModel> {
  const language = await languageFor(text, lang);
  if (isEmbedded(language)) return { ...(await embedded(language)), language };
  const model = neutral.get(language) ?? loadNeutralModel(language);
  neutral.set(language, model);
  model.catch(() => neutral.delete(language));
  return model;
}

function embedded(language: Language): Promise<LoadedModel> {
  const model = models.get(language) ?? loadTextModel(language, bytesOf(language));
  models.set(language, model);
  // What failed may be tried again: the network may be back.
  model.catch(() => models.delete(language));
  return model;
}

function bytesOf(language: Language): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    wanted.set(language, { resolve, reject });
    send({ wanted: language });
  });
}

async function answer(question: Question): Promise<unknown> {
  if (question.kind === 'similar') return similar(question.word);
  const { text, options } = question;
  return analyzeKeywords(await modelFor(text, options.lang), text, options);
}

async function similar(word: string): Promise<RankedWord[]> {
  const { tokenizer, skipGram } = await embedded(embeddedLanguage(word));
  const words = tokenizer.words(word);
  const index = words.length === 1 ? skipGram.vocabulary.indexOf(words[0]) : undefined;
  return index === undefined ? [] : mostSimilar(skipGram, index, SIMILAR);
}

async function reply(id: number, question: Question): Promise<void> {
  try {
    send({ id, answer: await answer(question) });
  } catch (error) {
    const { code = 'INTERNAL', message } = error as Error & { code?: string };
    send({ id, error: { code, message } });
  }
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if ('id' in data) void reply(data.id, data.question);
  else if ('bytes' in data) wanted.get(data.language)?.resolve(data.bytes);
  else wanted.get(data.language)?.reject(new EngineError(data.error.code, data.error.message));
});
