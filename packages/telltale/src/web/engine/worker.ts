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
import { loadDecoded } from '@telltale/core/internal/browser/load-model.js';
import { prepareTokenizer } from '@telltale/core/internal/browser/tokenizers.js';
import { embeddedLanguage, isEmbedded } from '@telltale/core/internal/text/language.js';
import { languageOfText } from '@telltale/core/internal/text/language-of-text.js';
import { browserEncoder } from './browser-encoder.js';
import { EngineError, type ReadyList } from './engine.js';
import type { EncoderFiles, Question, Reply, Request } from './messages.js';

/** As many as are of interest to a reader. */
const SIMILAR = 12;

/** A model for extraction, and its vectors for looking around in them. */
type LoadedModel = TextModel & Pick<Awaited<ReturnType<typeof loadDecoded>>, 'decoded'>;

const send = (reply: Reply) => postMessage(reply);
const models = new Map<Language, Promise<LoadedModel>>();
const encoders = new Map<string, Promise<Encoder>>();
/** Files that the page has been asked for. */
const wanted = new Map<string, { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>();

const neutral = new Map<string, Promise<TextModel>>();

async function modelFor(text: string, lang?: string): Promise<TextModel> {
  const language = await languageOfText(text, lang);
  if (isEmbedded(language)) return { ...(await embedded(language)), language };
  const model = neutral.get(language) ?? loadLanguage(language, '../languages/');
  neutral.set(language, model);
  model.catch(() => neutral.delete(language));
  return model;
}

function embedded(language: Language): Promise<LoadedModel> {
  const model = models.get(language) ?? loadEmbedded(language);
  models.set(language, model);
  // What failed may be tried again: the network may be back.
  model.catch(() => models.delete(language));
  return model;
}

async function loadEmbedded(language: Language): Promise<LoadedModel> {
  // The dictionary is made ready while the model is on its way.
  const [bytes] = await Promise.all([bytesOf(`models/${language}.safetensors`), prepareTokenizer(language)]);
  const { textModel, decoded } = await loadDecoded(bytes);
  return { ...textModel, decoded };
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
  if (question.kind === 'readyTags') return readyTags(question.contents, question.name);
  if (question.kind === 'suggestTags') return tagsOf(question.text, question.options);
  const { text, options, encoder } = question;
  const model = await modelFor(text, options.lang);
  if (!encoder) return analyzeKeywords(model, text, options);
  return analyzeKeywordsWithEncoder(model, await encoderOf(encoder), text, options);
}

async function similar(word: string): Promise<RankedWord[]> {
  const { tokenizer, decoded } = await embedded(embeddedLanguage(word));
  const words = tokenizer.words(word);
  if (decoded.estimator !== 'hierarchical-softmax' || words.length !== 1) return [];
  const index = decoded.model.vocabulary.indexOf(words[0]);
  return index === undefined ? [] : mostSimilar(decoded.model, index, SIMILAR);
}

/** The list of tags that was made ready last. */
let index: TagIndex | undefined;

async function readyTags(contents: string, name: string): Promise<ReadyList> {
  const { tags, warnings } = parseTagList(contents, name);
  const labels = tags.map(({ label }) => label).join('\n');
  index = compileTags(tags, await embedded(embeddedLanguage(labels)));
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
