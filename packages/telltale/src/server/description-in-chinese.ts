import * as groups from '@telltale/core/internal/options.js';
import { inJson, inJsonChinese } from './schemas.js';

type OptionRow = { readonly description: string; readonly zh: string };

/** Chinese for what the description of the service says: of options, and what the routes alone say. */
export const inChinese: ReadonlyMap<string, string> = new Map([
  ...Object.values(groups)
    .flatMap((group): OptionRow[] => Object.values(group))
    .map(({ description, zh }) => [inJson(description), inJsonChinese(zh)] as const),
  ['Keywords', '关键词'],
  ['Tags', '标签'],
  ['Models', '模型'],
  ['Health', '运行状态'],
  ['The answer.', '响应。'],
  ['The request cannot be answered; the message says why.', '请求无法处理；消息说明原因。'],
  ['The service cannot answer now.', '服务暂时无法应答。'],
  ['The words that give a text away.', '一语道破全文的词。'],
  ['The text.', '文本。'],
  [
    'Several texts instead of one; each has its result or its error in its place.',
    '多篇文本，代替单篇；每篇的结果或错误在各自的位置上。',
  ],
  ['A model by its name; GET /v1/models lists them.', '模型的名称；GET /v1/models 列出全部。'],
  [
    'Per line a JSON object with "text", the options of that text and, if you like, an "id".',
    '每行一个 JSON 对象：“text”、该文本的选项，以及可有可无的“id”。',
  ],
  ['[start, end) in UTF-16 code units', '[start, end)，以 UTF-16 代码单元计'],
  ['Best first.', '最好的在前。'],
  ['Language that the text was taken for, by ISO 639.', '把文本当作哪种语言，用 ISO 639 代码。'],
  [
    'Words that the model does not know, as they are in the text, however long.',
    '模型不认识的词，与文中写法相同，不论多长。',
  ],
  ['The first is the default.', '第一个是默认的。'],
  ['Names of weights, beside those that are used where none are named.', '权重的名称，不含未指定时所用的权重。'],
  ['Names of the text encoders.', '文本编码器的名称。'],
  [
    'How the language was told, where it was not given and the script does not tell.',
    '语言是怎样识别的；只在没有指定语言、文字也看不出时给出。',
  ],
  ['The likeliest first.', '最可能的在前。'],
  ['The model that was used: with auto, that of the language.', '所用的模型；auto 时为该语言的模型。'],
  ['The word.', '词。'],
  [
    'Language of the word, any BCP 47 tag; auto: as its letters and spelling tell.',
    '词的语言，可用任何 BCP 47 标签；auto：按其字母和拼写判断。',
  ],
  ['Words, at most.', '最多几个词。'],
  ['Maximum number of tags per text.', '每篇文本最多几个标签。'],
  [
    'A list of tags by its name; GET /v1/tags lists them, POST /v1/tags/lists takes another.',
    '标签表的名称；GET /v1/tags 列出全部，POST /v1/tags/lists 接受新的一张。',
  ],
  ['A list, as telltale tag reads it.', '一张标签表，与 telltale tag 所读的相同。'],
  ['Name of its file: .csv, .tsv, .jsonl and .json are records.', '文件名：.csv、.tsv、.jsonl 和 .json 是记录。'],
  [
    'Takes a list of tags and keeps it in memory until eight other lists have been used since.',
    '接受一张标签表，保存在内存中，直到此后又用了另外八张。',
  ],
  [
    'Name of a text encoder to use as well; GET /v1/models lists them.',
    '同时使用的文本编码器的名称；GET /v1/models 列出全部。',
  ],
  ['Whether the process is alive.', '进程是否存活。'],
  ['Whether it takes requests.', '是否接受请求。'],
  [
    'Keywords of one text or several; as application/x-ndjson of a stream of texts, one object per line.',
    '一篇或多篇文本的关键词；以 application/x-ndjson 处理文本流，每行一个对象。',
  ],
  [
    'Keywords with what every word of the text adds to their scores; as JSON, a page or a picture.',
    '关键词，以及文中每个词为其得分贡献了多少；以 JSON、网页或图片给出。',
  ],
  ['Keywords of one text by several methods.', '用多种方法提取同一文本的关键词。'],
  ['The models, weights and encoders that are served.', '服务提供的模型、权重和编码器。'],
  ['The words used most like a word: cosines of their vectors.', '与一个词用法最相近的词：向量的余弦。'],
  [
    'The words most probable in the neighbourhood of a word: log p(word | given) in nats.',
    '一个词附近最可能出现的词：log p(word | given)，单位奈特。',
  ],
  ['The lists of tags that are served.', '服务提供的标签表。'],
  [
    'Tags of one or more texts, from a list of POST /v1/tags/lists or of --tags at start-up; with application/x-ndjson, of a stream of texts, one object per line.',
    '从 POST /v1/tags/lists 接受的标签表，或启动时 --tags 指定的标签表中，为一篇或多篇文本选标签；以 application/x-ndjson 处理文本流，每行一个对象。',
  ],
]);

/** The description for those who read Chinese; what there is no Chinese for stays. */
export function describedInChinese<T>(part: T): T {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map(describedInChinese) as T;
  const entries = Object.entries(part).map(([name, value]) => {
    // The groups that a route is in.
    if (name === 'tags' && Array.isArray(value)) return [name, value.map((group) => inChinese.get(group) ?? group)];
    const isSaid = (name === 'summary' || name === 'description') && typeof value === 'string';
    return [name, isSaid ? (inChinese.get(value) ?? value) : describedInChinese(value)];
  });
  return Object.fromEntries(entries) as T;
}
