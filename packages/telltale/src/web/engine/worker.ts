import {
  analyzeKeywords,
  analyzeKeywordsWithEncoder,
  compileTags,
  type Encoder,
  type Language,
  mostSimilar,
  parseTagList,
  type RankedWord,
  type SuggestedTag,
  type SuggestOptions,
  suggestTags,
  type TagIndex,
  type TextModel,
} from '@telltale/core';
import { loadLanguage } from '@telltale/core/internal/browser/load-language.js';
import { loadModel } from '@telltale/core/internal/browser/load-model.js';
import { prepareTokenizer } from '@telltale/core/internal/browser/tokenizers.js';
import { modelOfText } from '@telltale/core/internal/extract/model-of-text.js';
import { languageOfTags } from '@telltale/core/internal/tags/lists/language-of-tags.js';
import { hasVectors, isEmbedded } from '@telltale/core/internal/text/language.js';
import { rankedAs } from '@telltale/core/internal/text/traditional.js';
import { browserEncoder } from './browser-encoder.js';
import { EngineError, type ReadyList } from './engine.js';
import type { EncoderFiles, Question, Reply, Request } from './messages.js';

/** Where the contents of `@telltale/vectors` are. */
const VECTORS = '../vectors/';
/** As many as are of interest to a reader. */
const SIMILAR = 12;

const send = (reply: Reply) => postMessage(reply);
const models = new Map<Language, Promise<TextModel>>();
const encoders = new Map<string, Promise<Encoder>>();
/** Files that the page has been asked for. */
const wanted = new Map<string, { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>();

const neutral = new Map<string, Promise<TextModel>>();

/** @param needsVectors whether the vectors of the language are loaded, too */
async function modelFor(language: string, needsVectors: boolean): Promise<TextModel> {
  if (isEmbedded(language)) return { ...(await embedded(language)), language };
  const options = needsVectors && hasVectors(language) ? { vectors: VECTORS } : {};
  const name = `${language} ${Object.keys(options)}`;
  const model = neutral.get(name) ?? loadLanguage(language, '../languages/', options);
  neutral.set(name, model);
  model.catch(() => neutral.delete(name));
  return model;
}

function embedded(language: Language): Promise<TextModel> {
  const model = models.get(language) ?? loadEmbedded(language);
  models.set(language, model);
  // What failed may be tried again: the network may be back.
  model.catch(() => models.delete(language));
  return model;
}

async function loadEmbedded(language: Language): Promise<TextModel> {
  // The dictionary is made ready while the model is on its way.
  const [bytes] = await Promise.all([bytesOf(`models/${language}.safetensors`), prepareTokenizer(language)]);
  return loadModel(bytes);
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
  if (question.kind === 'similar') return similar(question.word, question.language);
  if (question.kind === 'readyTags') return readyTags(question.contents, question.name);
  if (question.kind === 'suggestTags') return tagsOf(question.text, question.options);
  const { text, options, encoder } = question;
  const model = await modelOfText(text, options.lang ?? 'auto', (language) =>
    modelFor(language, (options.absent ?? 0) > 0),
  );
  if (!encoder) return analyzeKeywords(model, text, options);
  return analyzeKeywordsWithEncoder(model, await encoderOf(encoder), text, options);
}

async function similar(word: string, language: string): Promise<RankedWord[]> {
  const { tokenizer, model } = await modelFor(language, true);
  const words = tokenizer.words(word);
  const { inputVectors, vocabulary, nearWords } = model;
  if (!inputVectors || words.length !== 1) return [];
  const index = vocabulary.indexOf(words[0]);
  if (index === undefined) return [];
  const vectors = { inputVectors, vocabulary, nearWords };
  return rankedAs(word, vectors, mostSimilar(vectors, index, SIMILAR));
}

/** The list of tags that was made ready last. */
let index: TagIndex | undefined;

async function readyTags(contents: string, name: string): Promise<ReadyList> {
  const { tags, warnings } = parseTagList(contents, name);
  index = compileTags(tags, await modelFor(await languageOfTags(tags), true));
  return { tags: tags.length, warnings };
}

function tagsOf(text: string, options: SuggestOptions): SuggestedTag[] {
  if (!index) throw new EngineError('INVALID_TAGS', 'There is no list of tags yet.');
  return suggestTags(index, text, options);
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
