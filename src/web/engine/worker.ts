import {
  analyzeKeywords,
  analyzeKeywordsWithEncoder,
  detectLanguage,
  type Encoder,
  type Language,
  mostSimilar,
  type RankedWord,
} from '../../index.js';
import { browserEncoder } from './browser-encoder.js';
import { EngineError } from './engine.js';
import type { EncoderFiles, Question, Reply, Request } from './messages.js';
import { type LoadedModel, loadTextModel } from './text-models.js';

/** As many as are of interest to a reader. */
const SIMILAR = 12;

const send = (reply: Reply) => postMessage(reply);
const models = new Map<Language, Promise<LoadedModel>>();
const encoders = new Map<string, Promise<Encoder>>();
/** Files that the page has been asked for. */
const wanted = new Map<string, { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>();

function modelFor(text: string, lang: Language | 'auto' = 'auto'): Promise<LoadedModel> {
  const language = lang === 'auto' ? detectLanguage(text) : lang;
  const model = models.get(language) ?? loadTextModel(language, bytesOf(`models/${language}.safetensors`));
  models.set(language, model);
  // What failed may be tried again: the network may be back.
  model.catch(() => models.delete(language));
  return model;
}

function encoderOf(listed: EncoderFiles): Promise<Encoder> {
  const { name, files } = listed;
  const encoder =
    encoders.get(name) ??
    browserEncoder(name, async (file) => (file in files ? bytesOf(`encoders/${name}/${file}`) : undefined));
  encoders.set(name, encoder);
  encoder.catch(() => encoders.delete(name));
  return encoder;
}

function bytesOf(path: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    wanted.set(path, { resolve, reject });
    send({ wanted: path });
  });
}

async function answer(question: Question): Promise<unknown> {
  if (question.kind === 'similar') return similar(question.word);
  const { text, options, encoder } = question;
  const model = await modelFor(text, options.lang);
  if (!encoder) return analyzeKeywords(model, text, options);
  return analyzeKeywordsWithEncoder(model, await encoderOf(encoder), text, options);
}

async function similar(word: string): Promise<RankedWord[]> {
  const { tokenizer, skipGram } = await modelFor(word);
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
  else if ('bytes' in data) wanted.get(data.path)?.resolve(data.bytes);
  else wanted.get(data.path)?.reject(new EngineError(data.error.code, data.error.message));
});
