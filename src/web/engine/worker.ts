import {
  analyzeKeywords,
  compileTags,
  type Language,
  mostSimilar,
  parseTagList,
  type RankedWord,
  type SuggestedTag,
  type SuggestOptions,
  suggestTags,
  type TagIndex,
  type TextModel,
} from '../../index.js';
import { embeddedLanguage, isEmbedded } from '../../text/language.js';
import { EngineError, type ReadyList } from './engine.js';
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
  if (question.kind === 'readyTags') return readyTags(question.contents, question.name);
  if (question.kind === 'suggestTags') return tagsOf(question.text, question.options);
  const { text, options } = question;
  return analyzeKeywords(await modelFor(text, options.lang), text, options);
}

async function similar(word: string): Promise<RankedWord[]> {
  const { tokenizer, skipGram } = await embedded(embeddedLanguage(word));
  const words = tokenizer.words(word);
  const index = words.length === 1 ? skipGram.vocabulary.indexOf(words[0]) : undefined;
  return index === undefined ? [] : mostSimilar(skipGram, index, SIMILAR);
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
  else if ('bytes' in data) wanted.get(data.language)?.resolve(data.bytes);
  else wanted.get(data.language)?.reject(new EngineError(data.error.code, data.error.message));
});
