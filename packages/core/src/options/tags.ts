import { extractOptions } from './extract.js';
import { define } from './option.js';

/** Options of suggesting tags from a list. */
export const suggestOptions = define({
  topN: {
    type: 'integer',
    default: 5,
    min: 1,
    max: 1_000_000,
    flag: '-n, --top-n',
    unit: 'tags',
    description: 'Maximum number of tags per text.',
    zh: '每篇文本最多给出几个标签。',
  },
  minScore: {
    type: 'number',
    min: -1_000_000,
    max: 1_000_000,
    flag: '--min-score',
    unit: 'nats',
    description: 'Minimum score of a tag (default: 0.5 for one that the text does not say).',
    zh: '标签的最低得分（默认：文中没有提及的标签为 0.5）。',
  },
  minProbability: {
    type: 'number',
    min: 0,
    max: 1,
    flag: '--min-probability',
    description: 'Minimum probability of a tag; only for a list that has learned from tagged texts.',
    zh: '标签的最低概率；只用于从已标文本学习过的标签表。',
  },
  evidence: {
    type: 'list',
    default: ['mention', 'meaning', 'learned'],
    choices: ['mention', 'meaning', 'learned'],
    max: 3,
    flag: '--evidence',
    unit: 'kinds',
    description:
      'Evidence to use, comma-separated: mention (the text mentions the tag), meaning (its words are related to those of the text), learned (similar texts were tagged with it).',
    zh: '采用哪些依据，用逗号分隔：mention（文中提到该标签）、meaning（标签的词与文中的词相关）、learned（类似的文本标过它）。',
  },
  select: {
    type: 'choice',
    choices: ['top', 'cover'],
    default: 'top',
    flag: '--select',
    description: 'top: the best scores; cover: skip tags that repeat a better one.',
    zh: 'top：取得分最高的；cover：略去与更好的标签重复的。',
  },
  prefer: {
    type: 'choice',
    choices: ['both', 'narrow', 'broad'],
    default: 'both',
    flag: '--prefer',
    description: 'If a tag and a broader one are both found, keep both, only the narrow one, or only the broad one.',
    zh: '找到的标签有上下位关系时：both 都留，narrow 只留下位的，broad 只留上位的。',
  },
  explain: {
    type: 'boolean',
    default: false,
    flag: '--explain',
    description: 'Report which words of the text support a tag, and by which evidence.',
    zh: '列出文中哪些词支持某个标签，依据是什么。',
  },
});

/** Options of the tag command beside those of the text, the model and the output. */
export const tagCommandOptions = define({
  tags: {
    type: 'string',
    flag: '--tags',
    unit: 'file',
    description:
      'Tag list: .txt (one label per line, followed by tab-separated synonyms), .csv .tsv .jsonl .json .parquet (label, id, synonyms, description, parent), SKOS (.ttl .nt .rdf .xml), or what --save wrote.',
    zh: '标签表：.txt（每行一个标签，其后是用制表符隔开的同义词）、.csv .tsv .jsonl .json .parquet（label、id、synonyms、description、parent）、SKOS（.ttl .nt .rdf .xml），或 --save 写出的文件。',
  },
  lang: {
    ...extractOptions.lang,
    type: 'language',
    description: 'Language of the tags and the texts, a BCP 47 tag; auto: that of the labels, and of each text.',
    zh: '标签和文本的语言，用 BCP 47 标签；auto：按标签的文字，以及各篇文本判断。',
  },
  tagsLanguage: {
    type: 'string',
    flag: '--tags-language',
    unit: 'language',
    description: 'Language of the labels of a SKOS vocabulary, e.g. en (default: that of most labels).',
    zh: 'SKOS 词表取哪种语言的标签，如 en（默认：标签最多的语言）。',
  },
  learn: {
    type: 'paths',
    flag: '--learn',
    unit: 'files',
    description:
      'Learn from tagged texts: records with the fields text, tags (a list, or a string separated by |) and optionally title. Adds to what a saved list has learned.',
    zh: '从已标文本学习：记录有 text、tags（列表，或用 | 隔开的字符串）字段，也可有 title。学到的加在已保存的之上。',
  },
  save: {
    type: 'string',
    flag: '--save',
    unit: 'file',
    description: 'Write the list and what it has learned to one .safetensors file, for --tags and serve --tags.',
    zh: '把标签表和学到的内容写入一个 .safetensors 文件，供 --tags 和 serve --tags 使用。',
  },
  title: {
    ...extractOptions.title,
    description: 'Title of the text, if it is not its first line; read before the text.',
    zh: '文本的标题，首行不是标题时填写：读在正文之前。',
  },
});
