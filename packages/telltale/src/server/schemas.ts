import { errorCodes, requestCodes } from '@telltale/core/internal/errors.js';
import {
  extractOptions,
  type OptionRow,
  type ResolvedOf,
  type serveOptions,
  suggestOptions,
  tagCommandOptions,
  USUAL_KEYWORDS,
} from '@telltale/core/internal/options.js';
import { bodyExamples, wordExample } from './request-examples.js';

/** A JSON schema, as OpenAPI 3.1 has them. */
export type Schema = Readonly<Record<string, unknown>>;

const object = (properties: Record<string, Schema>, required: readonly string[] = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
});
const list = (items: Schema, description?: string): Schema => ({
  type: 'array',
  items,
  ...(description && { description }),
});
const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const count: Schema = { type: 'integer', minimum: 0 };
const range = list(count, '[start, end) in UTF-16 code units');

/** Weights as `telltale fit` writes them. */
const weights = object({
  version: count,
  language: text,
  weights: { type: 'object', additionalProperties: number },
});

const flags = (text: string) =>
  text.replace(/--([a-z-]+)/g, (_, flag: string) =>
    flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
  );

/** What the table says of an option, without what only the command has: lists in one value, files, flags. */
export const inJson = (description: string): string =>
  flags(
    description
      .replace(/[;,.]? comma-separated(, or @file with one \w+ per line)?/i, '')
      .replace(', or a file written by telltale fit', ''),
  );

/** The same of its Chinese description. */
export const inJsonChinese = (description: string): string =>
  flags(
    description.replace(/[，；。]用逗号分隔(，或写 @file（[^）]*）)?/, '').replace('，或 telltale fit 写出的文件', ''),
  );

/** The schema of an option, from its row in the table of options. */
export function schemaOfRow({ type, choices, min, max, default: value, description }: OptionRow): Schema {
  const described = { description: inJson(description), ...(value !== undefined && { default: value }) };
  switch (type) {
    case 'integer':
    case 'number':
      return {
        type,
        ...(min !== undefined && { minimum: min }),
        ...(max !== undefined && { maximum: max }),
        ...described,
      };
    case 'boolean':
      return { type, ...described };
    case 'list':
    case 'paths':
      return {
        type: 'array',
        items: choices ? { type: 'string', enum: choices } : text,
        ...(max !== undefined && { maxItems: max }),
        ...described,
      };
    case 'choice':
      return { type: 'string', enum: choices, ...described };
    case 'languages':
      return { anyOf: [{ type: 'string' }, list(text)], ...described };
    case 'weights':
      return { anyOf: [{ type: 'string' }, weights], ...described };
    default:
      return { type: 'string', ...described };
  }
}

const optionSchemas = Object.fromEntries(Object.entries(extractOptions).map(([name, row]) => [name, schemaOfRow(row)]));
const { explain: _always, method: _several, ...sharedSchemas } = optionSchemas;
const suggestSchemas = Object.fromEntries(
  Object.entries(suggestOptions).map(([name, row]) => [name, schemaOfRow(row)]),
);
const model: Schema = { type: 'string', description: 'A model by its name; GET /v1/models lists them.' };

const encoder: Schema = {
  type: 'string',
  description: 'Name of a text encoder to use as well; GET /v1/models lists them.',
};

/** Bodies that requests may have. */
export function bodiesOf({ maxTextLength, maxTexts }: ResolvedOf<typeof serveOptions>) {
  const oneText: Schema = { type: 'string', maxLength: maxTextLength, description: 'The text.' };
  const texts: Schema = {
    ...list(text, 'Several texts instead of one; each has its result or its error in its place.'),
    maxItems: maxTexts,
  };
  const methods: Schema = {
    ...list(optionSchemas.method),
    minItems: 1,
    maxItems: extractOptions.method.choices.length,
  };
  return {
    keywords: {
      type: 'object',
      examples: [bodyExamples.keywords],
      properties: { text: oneText, texts, model, encoder, ...optionSchemas },
      oneOf: [{ required: ['text'] }, { required: ['texts'] }],
      additionalProperties: false,
    },
    explain: {
      ...object({ text: oneText, model, encoder, method: optionSchemas.method, ...sharedSchemas }, ['text']),
      examples: [bodyExamples.explain],
      additionalProperties: false,
    },
    compare: {
      ...object({ text: oneText, model, encoder, methods, ...sharedSchemas }, ['text']),
      examples: [bodyExamples.compare],
      additionalProperties: false,
    },
    tagList: {
      ...object(
        {
          contents: { type: 'string', maxLength: maxTextLength, description: 'A list, as telltale tag reads it.' },
          name: { type: 'string', description: 'Name of its file: .csv, .tsv, .jsonl and .json are records.' },
        },
        ['contents'],
      ),
      examples: [bodyExamples.tagList],
      additionalProperties: false,
    },
    tags: {
      type: 'object',
      examples: [bodyExamples.tags],
      properties: {
        text: oneText,
        texts,
        title: { type: 'string', description: tagCommandOptions.title.description },
        list: {
          type: 'string',
          description: 'A list of tags by its name; GET /v1/tags lists them, POST /v1/tags/lists takes another.',
        },
        ...suggestSchemas,
      },
      oneOf: [{ required: ['text'] }, { required: ['texts'] }],
      additionalProperties: false,
    },
  } satisfies Record<string, Schema>;
}

/** A body that may also be a stream of texts, an object with one text per line. */
export const orStream = (body: Schema, example: string) => ({
  content: {
    'application/json': { schema: body },
    'application/x-ndjson': {
      schema: {
        type: 'string',
        description: 'Per line a JSON object with "text", the options of that text and, if you like, an "id".',
        examples: [example],
      },
    },
  },
});

/** Characters of a word that is asked about. */
export const longestWord = 1000;

/** How many neighbours of a word are asked for. */
export const neighbourCount = {
  ...extractOptions.topN,
  default: USUAL_KEYWORDS,
  max: 10_000,
  unit: 'words',
  description: 'Words, at most.',
} as const;

/** What a word's neighbours are asked by. */
export const neighbourQuery = object(
  {
    word: { type: 'string', maxLength: longestWord, description: 'The word.', examples: [wordExample] },
    model,
    lang: {
      ...schemaOfRow({ ...extractOptions.lang, type: 'language' }),
      description: 'Language of the word, any BCP 47 tag; auto: as its letters and spelling tell.',
    },
    topN: schemaOfRow(neighbourCount),
  },
  ['word'],
);

const usedModel: Schema = { type: 'string', description: 'The model that was used: with auto, that of the language.' };

const error = object({
  error: object({
    code: {
      type: 'string',
      enum: [...Object.keys(errorCodes), ...Object.keys(requestCodes)],
    },
    message: text,
  }),
});
const keyword = object(
  {
    text,
    score: number,
    count,
    offsets: list(range),
    partOfSpeech: text,
    variants: list(text),
    explains: list(text),
  },
  ['text', 'score', 'count', 'offsets'],
);
const analysis = object(
  {
    keywords: list(keyword, 'Best first.'),
    language: { type: 'string', description: 'Language that the text was taken for, by ISO 639.' },
    languageFound: {
      ...object({
        reason: { type: 'string', enum: ['common words', 'detector', 'nothing'] },
        candidates: list(object({ language: text, probability: number }), 'The likeliest first.'),
      }),
      description: 'How the language was told, where it was not given and the script does not tell.',
    },
    notice: text,
    tokenCount: count,
    outOfVocabulary: list(text, 'Words that the model does not know, as they are in the text, however long.'),
    absent: list(object({ text, score: number })),
    explanation: object({
      tokens: list(range),
      base: list(number),
      contributions: list(list(number)),
      explainedBy: list({ type: 'integer', minimum: -1 }),
    }),
  },
  ['keywords', 'language', 'tokenCount', 'outOfVocabulary'],
);

const tag = object(
  {
    id: text,
    label: text,
    score: number,
    probability: number,
    evidence: object({ mention: number, meaning: number, learned: number }),
    forms: list(object({ form: text, offsets: list(range) })),
    words: list(object({ word: text, evidence: text, value: number })),
  },
  ['id', 'label', 'score', 'evidence', 'forms'],
);
const tagged = object({ list: text, notice: text, tags: list(tag, 'Best first.') }, ['list', 'tags']);

/** What the tool explain_keyword answers: of each keyword the words that speak for it most. */
const explained = object({
  language: text,
  keywords: list(object({ text, score: number, count, words: list(object({ word: text, value: number })) })),
});

/** Bodies that answers have. */
export const answers = {
  error,
  analysis,
  explained,
  tagged,
  keywords: { anyOf: [analysis, object({ results: list({ anyOf: [analysis, error] }) })] },
  tags: { anyOf: [tagged, object({ results: list({ anyOf: [tagged, error] }) })] },
  takenList: object({ list: text, tags: count, warnings: list(text) }),
  tagLists: object({
    lists: list(
      object({ name: text, tags: count, texts: count, calibrated: { type: 'boolean' }, encoder: text }, [
        'name',
        'tags',
        'texts',
        'calibrated',
      ]),
      'The first is the default.',
    ),
  }),
  compare: object({ results: list({ allOf: [analysis, object({ method: optionSchemas.method })] }) }),
  models: object({
    models: list(
      object({ name: text, estimator: text, words: count, dim: count, exact: { type: 'boolean' } }, [
        'name',
        'estimator',
        'words',
        'exact',
      ]),
      'The first is the default.',
    ),
    default: text,
    weights: list(text, 'Names of weights, beside those that are used where none are named.'),
    encoders: list(text, 'Names of the text encoders.'),
  }),
  neighbours: object(
    { word: text, model: usedModel, notice: text, words: list(object({ word: text, value: number })) },
    ['word', 'model', 'words'],
  ),
  health: object({ status: text }),
} satisfies Record<string, Schema>;
