import {
  compareTags,
  compileTags,
  counted,
  type Encoder,
  encodeTags,
  KeywordError,
  learnTagsWithEncoder,
  type MethodTags,
  type ModelForText,
  mentionTfIdf,
  RecordErrors,
  type RecordOptions,
  readTagList,
  resolveOptions,
  suggestTitled,
  type Tag,
  type TagIndex,
  tagNames,
} from '@telltale/core';
import { type EvaluateOptions, suggestOptions } from '@telltale/core/internal/options.js';
import type { Comparison } from './evaluation-format.js';
import { type DatasetDocument, readDataset, readFound, readSettings } from './evaluation-methods.js';

/** Tags looked at: so deep MRR looks for the first right one. */
const TOP = 100;
/** Finds all tags that a text says. */
const SAID = 'suggest:evidence=mention:topN=1000000';
/** Ranks are measured, however low the scores. */
const LOWEST = -1_000_000;
/** So many characters tell the language that a model is chosen for. */
const MUCH_TEXT = 10_000;

/** What tags are found with. */
interface TaggingModels {
  readonly modelOf: ModelForText;
  /** Asked beside, too. */
  readonly encoder: Encoder | undefined;
}

/**
 * Compares methods of tagging on texts whose tags are known, by all tags and by those that the text does not say. Texts
 * without a tag of the list are left out.
 *
 * @param path of the data set, for messages
 * @param lang of the texts
 * @param warn is told what is left out
 * @throws KeywordError INVALID_OPTION, INVALID_TEXT
 */
export async function compareTagging(
  path: string,
  dataset: string,
  documents: readonly DatasetDocument[],
  lang: string,
  options: EvaluateOptions,
  { modelOf, encoder }: TaggingModels,
  reading: RecordOptions,
  warn: (message: string) => void,
): Promise<Comparison[]> {
  if (options.tags === undefined) {
    throw new KeywordError('INVALID_OPTION', 'The measure tags needs a tag list: --tags FILE.');
  }
  const { tags, warnings } = await readTagList(options.tags);
  warnings.forEach(warn);
  const learn =
    options.learn === undefined
      ? []
      : await readDataset(options.learn, 'tags', reading, new RecordErrors({ onError: 'stop' }));
  const { texts, golds } = withTags(path, documents, tags, warn);
  const methods: MethodTags[] = [];
  const suggest = tagging(tags, learn, lang, modelOf);
  const encoded = encoder && tagging(tags, learn, lang, modelOf, encoder);
  for (const name of options.method ?? ['suggest', 'mention-tf-idf']) {
    methods.push({ method: name, tags: await suggest(name, texts) });
    if (!encoded || !name.startsWith('suggest')) continue;
    methods.push({ method: `${name} + encoder`, tags: await encoded(name, texts) });
  }
  for (const file of options.predictions ?? []) {
    const { method, found } = await readFound(file, texts, 'tags', TOP, reading);
    methods.push({ method, tags: found });
  }
  const learned = learn.length > 0 ? `, ${learn.length} tagged texts learned` : '';
  const gold = `tags of a list of ${tags.length}${learned}`;
  const all = { dataset, documents: texts.length, gold, methods: compareTags(golds, methods, tagNames(tags)) };
  const said = (await suggest(SAID, texts)).map((found) => new Set(found));
  const unsaid = golds.map((own, d) => new Set([...own].filter((tag) => !said[d].has(tag))));
  const places = unsaid.flatMap((own, d) => (own.size > 0 ? [d] : []));
  if (places.length === 0) return [all];
  const left = methods.map(({ method, tags: found }) => ({
    method,
    tags: places.map((d) => found[d].filter((tag) => !said[d].has(tag))),
  }));
  const compared = compareTags(
    places.map((d) => unsaid[d]),
    left,
    tagNames(tags),
  );
  return [
    all,
    { dataset, documents: places.length, gold: `${gold}, those that the text does not say`, methods: compared },
  ];
}

/** The texts that have tags of the list, and (texts) the ids of those tags. */
function withTags(
  path: string,
  documents: readonly DatasetDocument[],
  tags: readonly Tag[],
  warn: (message: string) => void,
) {
  const idOf = tagNames(tags);
  const all = documents.map((document) => ({
    document,
    gold: new Set(document.tags.flatMap((tag) => idOf(tag) ?? [])),
  }));
  const unlisted = documents.flatMap((document) => document.tags).filter((tag) => idOf(tag) === undefined);
  const kept = all.filter(({ gold }) => gold.size > 0);
  if (kept.length === 0) {
    const found = unlisted.length > 0 ? ` Its first tag is ${JSON.stringify(unlisted[0])}.` : '';
    throw new KeywordError(
      'INVALID_TEXT',
      `${path} has no text with a tag of the list.${found} Give the list of its tags.`,
    );
  }
  const untagged = all.length - kept.length;
  if (unlisted.length > 0) {
    warn(
      `${path}: left out ${counted(unlisted.length, 'tag')} not in the list, the first ${JSON.stringify(unlisted[0])}.`,
    );
  }
  if (untagged > 0) warn(`${path}: left out ${counted(untagged, 'text')} without a tag of the list.`);
  return { texts: kept.map(({ document }) => document), golds: kept.map(({ gold }) => gold) };
}

/** A document as learning takes it. */
const tagged = ({ text, title, tags }: DatasetDocument) => ({
  text,
  tags,
  titleLength: title?.trim() ? title.length : undefined,
});

/**
 * Our methods by name: `suggest`, with options after it as `suggest:evidence=mention+meaning`; `suggest-read`, after the texts were
 * read without their tags, as the baseline reads them; and the baseline.
 */
function tagging(
  tags: readonly Tag[],
  learn: readonly DatasetDocument[],
  lang: string,
  modelOf: ModelForText,
  encoder?: Encoder,
): (name: string, documents: readonly DatasetDocument[]) => Promise<string[][]> {
  let index: TagIndex | undefined;
  let reading: TagIndex | undefined;
  return async (name, documents) => {
    const texts = documents.map(({ text }) => text);
    const [method, ...settings] = name.split(':');
    if (method === 'mention-tf-idf') return mentionTfIdf(tags, texts, lang).map((ranked) => ranked.slice(0, TOP));
    if (method !== 'suggest' && method !== 'suggest-read') {
      const message = `No method of tagging is called ${method}; expected suggest, suggest-read or mention-tf-idf.`;
      throw new KeywordError('INVALID_OPTION', message);
    }
    const options = resolveOptions(suggestOptions, {
      topN: TOP,
      minScore: LOWEST,
      ...readSettings(suggestOptions, settings),
    });
    if (index === undefined) {
      index = compileTags(tags, await modelOf(texts.join('\n').slice(0, MUCH_TEXT)));
      if (encoder) index = await encodeTags(index, encoder);
      if (learn.length > 0) await learnTagsWithEncoder(index, encoder, learn.map(tagged));
    }
    if (method === 'suggest-read' && reading === undefined) {
      reading = { ...index };
      await learnTagsWithEncoder(
        reading,
        encoder,
        documents.map((document) => tagged({ ...document, tags: [] })),
      );
    }
    const chosen = method === 'suggest-read' ? reading! : index;
    const found: string[][] = [];
    for (const { text, title } of documents) {
      if (text.trim() === '') found.push([]);
      else found.push((await suggestTitled(chosen, { text, title }, options, encoder)).map(({ id }) => id));
    }
    return found;
  };
}
