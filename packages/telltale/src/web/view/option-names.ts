import type { ExtractOptions, Language } from '@telltale/core';
import { extractOptions } from '@telltale/core/internal/options.js';

/** Options that the page offers: all but `explain`, which it always asks for. */
export type OfferedOption = Exclude<keyof ExtractOptions, 'explain'>;

/** Always in sight; the others are folded away. */
export const mainOptions: readonly OfferedOption[] = ['method', 'topN', 'maxPhraseLength', 'absent', 'lang'];

/** In the order of the table. */
export const offeredOptions = (Object.keys(extractOptions) as (keyof ExtractOptions)[]).filter(
  (name): name is OfferedOption => name !== 'explain',
);

const chinese: Record<OfferedOption, readonly [label: string, description: string]> = {
  method: [
    '方法',
    '“综合”在原定义的基础上考虑重复、位置和长度，更稳健；“原定义”按论文的定义精确计算；TF-IDF 与 TextRank 不用模型，供比较。',
  ],
  select: ['选取', '自动：综合方法取不重复的最高分，其他方法取最高分。覆盖全文：合起来最能解释全文的一组词。'],
  topN: ['关键词数', '最多给出几个关键词。'],
  title: ['标题', '文章标题（不在正文里时填写）：标题里的词更受重视。'],
  partsOfSpeech: ['词性', '只取勾选的词性；都不选则不限。名词也包括各种专名。'],
  kinds: ['其他种类', '除普通词语外还可作关键词的内容；都不选则为 #话题 和 @用户名。'],
  stopWords: ['停用词', '停用词、虚词和不含文字的词能不能作关键词。'],
  stopWordList: ['停用词表', '用这些词代替自带的停用词，用逗号分隔。'],
  exclude: ['排除', '这些词语从不单独作关键词，词组里可以有；用逗号分隔。'],
  minLength: ['最短长度', '关键词至少几个字符。'],
  maxPhraseLength: ['最长词组', '词组最多几个词；不填时英语为 6，其他语言为 4，原定义与 TextRank 为 1。'],
  candidates: ['候选词', '只在这些词里选，用逗号分隔。'],
  absent: ['相关词数', '另找几个文中没有、但与之相关的词。'],
  lang: ['文本语言', '自动：按文字和字母判断；几种之一：只在勾选的语言中判断。'],
  epsilon: ['ε 重复', '综合方法中，重复关键词的份额。'],
  lambda: ['λ 模型', '综合方法中，模型相对于一般语言的份额。'],
  semanticWeight: ['τ 语义', '综合方法中，模型对文中各词的判断占多大权重。'],
  tokenWeights: ['词的权重', '综合方法中，文中的常见词少算，或一律相同。'],
  prior: ['先验', '综合方法中，像作者那样按长度、位置和词性偏好某些词，或没有偏好。'],
  weights: ['文本类型', '综合方法中，为某类文本拟合的权重；自动：适用于各类文本。'],
};

const english: Record<OfferedOption, string> = {
  method: 'Method',
  select: 'Selection',
  topN: 'Keywords',
  title: 'Title',
  partsOfSpeech: 'Parts of speech',
  kinds: 'Other kinds',
  stopWords: 'Stop words',
  stopWordList: 'Stop-word list',
  exclude: 'Exclude',
  minLength: 'Shortest keyword',
  maxPhraseLength: 'Longest phrase',
  candidates: 'Candidates',
  absent: 'Related words',
  lang: 'Language of the text',
  epsilon: 'ε, repetition',
  lambda: 'λ, model',
  semanticWeight: 'τ, semantics',
  tokenWeights: 'Weights of words',
  prior: 'Prior',
  weights: 'Kind of text',
};

/** Where the table speaks of the words of the command line, which the page has others for. */
const englishDescriptions: Partial<Record<OfferedOption, string>> = {
  title: 'Title, if it is not part of the text: its words count for more.',
  absent: 'Number of related words to list that the text does not contain.',
  epsilon: 'Telltale: share of the component that repeats the keyword.',
  lambda: 'Telltale: share of the model against the background model.',
  semanticWeight: 'Telltale: weight of the evidence from the model.',
  method:
    'Telltale makes the published definition more robust by repetition, position and length. “Published definition” computes it exactly. TF-IDF and TextRank do without the model and are there for comparison.',
  select:
    'Automatic: without repetition for Telltale, the best scores for the other methods. Cover: the keywords that together explain the text best.',
  partsOfSpeech:
    'Only words of the ticked parts of speech; all if none is ticked. In English texts all names are of one kind.',
  kinds: 'What else besides words may be a keyword; if none is ticked, #hashtags and @handles.',
  stopWords: 'Whether stop words, function words and tokens without a letter may be keywords.',
  stopWordList: 'Stop words that replace the built-in ones, separated by commas.',
  exclude: 'Terms that are never keywords by themselves; phrases may contain them. Separated by commas.',
  candidates: 'Only these terms may be keywords, if the text has them; separated by commas.',
  maxPhraseLength:
    'Longest phrase, in words. If empty: 6 in English, 4 in other languages, 1 for the published definition and TextRank.',
  minLength: 'Fewest characters of a keyword.',
  lang: 'Automatic: by the script and letters of the text; one of several: which of the ticked languages it is in.',
  tokenWeights: 'Telltale: give frequent words of the text less weight, or all words the same.',
  prior: 'Telltale: prefer words by length, position and part of speech, as authors do; or not.',
  weights: 'Telltale: weights fitted to one kind of text; automatic: weights for all kinds.',
};

/** A choice in words: Chinese, English. */
type Named = readonly [zh: string, en: string];

const choiceNames: { readonly [K in OfferedOption]?: Readonly<Record<string, Named>> } = {
  method: {
    mixture: ['综合（推荐）', 'Telltale (default)'],
    likelihood: ['原定义', 'Published definition'],
    'tf-idf': ['TF-IDF（只比词频）', 'TF-IDF (frequency only)'],
    'text-rank': ['TextRank（词的网络）', 'TextRank (graph of words)'],
  },
  select: {
    distinct: ['不重复的最高分', 'Best, without repetition'],
    top: ['最高分', 'Best scores'],
    cover: ['合起来覆盖全文', 'Cover the text together'],
  },
  kinds: {
    url: ['网址', 'web addresses'],
    mail: ['邮箱', 'e-mail addresses'],
    path: ['文件路径', 'file paths'],
    handle: ['@用户名', '@handles'],
    hashtag: ['#话题', '#hashtags'],
    code: ['代码', 'code'],
    entity: ['HTML 标记', 'HTML tags and entities'],
    quantity: ['数量', 'quantities'],
    date: ['日期', 'dates'],
    label: ['【独家】之类', 'labels such as “Breaking:”'],
  },
  stopWords: { auto: ['不作关键词', 'Never keywords'], none: ['可以作关键词', 'May be keywords'] },
  lang: {
    auto: ['自动', 'automatic'],
    zh: ['中文', 'Chinese'],
    en: ['英语', 'English'],
    ja: ['日语', 'Japanese'],
    ko: ['韩语', 'Korean'],
    de: ['德语', 'German'],
    fr: ['法语', 'French'],
    es: ['西班牙语', 'Spanish'],
    it: ['意大利语', 'Italian'],
    pt: ['葡萄牙语', 'Portuguese'],
    nl: ['荷兰语', 'Dutch'],
    pl: ['波兰语', 'Polish'],
    ru: ['俄语', 'Russian'],
  },
  tokenWeights: { frequency: ['常见词轻些', 'Frequent words less'], equal: ['一律相同', 'All the same'] },
  prior: {
    fitted: ['按作者的习惯', 'As authors choose'],
    'without-position': ['同上，不看位置', 'The same, without position'],
    none: ['没有偏好', 'None'],
  },
  weights: {
    abstract: ['论文摘要', 'Abstracts'],
    news: ['新闻', 'News'],
    post: ['博文', 'Posts'],
    title: ['标题', 'Headlines'],
    paper: ['论文', 'Papers'],
  },
};

/** What a choice of an option is called. */
export function nameChoice(name: OfferedOption, choice: string, language: Language): string {
  const [zh, en] = choiceNames[name]?.[choice] ?? [choice, choice];
  return language === 'zh' ? zh : en;
}

/** Something of a list that can be ticked: what it adds to the list, and what it is called. */
export interface Tick {
  readonly values: readonly string[];
  readonly label: string;
}

/** Parts of speech with the tags of both tokenizers, so that a choice is good for Chinese and English. */
const partsOfSpeech: readonly (readonly [values: string, ...Named])[] = [
  ['n NOUN PROPN', '名词', 'nouns'],
  ['nr PROPN', '人名', 'names of people'],
  ['ns PROPN', '地名', 'names of places'],
  ['nt PROPN', '机构名', 'names of organizations'],
  ['nz PROPN', '其他专名', 'other names'],
  ['v VERB', '动词', 'verbs'],
  ['a ADJ', '形容词', 'adjectives'],
  ['d ADV', '副词', 'adverbs'],
];

/** Whether an option is a list of few things, to be ticked. */
export const isTicked = (name: OfferedOption): boolean => ticksOf(name, 'en') !== undefined;

/** What can be ticked for an option that is a list of few things; undefined where anything can be in it. */
export function ticksOf(name: OfferedOption, language: Language): readonly Tick[] | undefined {
  if (name === 'partsOfSpeech') {
    return partsOfSpeech.map(([values, zh, en]) => ({ values: values.split(' '), label: language === 'zh' ? zh : en }));
  }
  if (name !== 'kinds') return undefined;
  return extractOptions.kinds.choices.map((kind) => ({ values: [kind], label: nameChoice(name, kind, language) }));
}

/** What an option is called, and what it does. */
export function describeOption(name: OfferedOption, language: Language): { label: string; description: string } {
  if (language === 'zh') return { label: chinese[name][0], description: chinese[name][1] };
  return { label: english[name], description: englishDescriptions[name] ?? extractOptions[name].description };
}
