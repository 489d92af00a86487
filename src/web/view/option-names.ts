import type { ExtractOptions, Language } from '../../index.js';
import { extractOptions } from '../../options.js';

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
    'mixture：更稳健的定义，考虑重复、位置和长度；likelihood：发表的原定义；tf-idf 与 text-rank：不用模型，供比较。',
  ],
  select: [
    '选取',
    'distinct：得分最高的词，重复的说法少算；top：得分最高的词；cover：合起来最能解释全文的一组词。不选时，mixture 用 distinct，其他方法用 top。',
  ],
  topN: ['关键词数', '最多给出几个关键词。'],
  title: ['标题', '文章标题（不在正文里时填写）：标题里的词更受重视。'],
  partsOfSpeech: ['词性', '只取这些词性的词（如 n,v；n 也包括 nr、ns、nz），用逗号分隔。'],
  kinds: [
    '其他种类',
    '除词以外，也可作关键词的：hashtag、handle、url、mail、path、code、entity、quantity、date、label，用逗号分隔；不填时为 hashtag,handle。',
  ],
  stopWords: ['停用词', 'auto：停用词、虚词和不含文字的词不作关键词；none：都可以。'],
  stopWordList: ['停用词表', '用这些词代替自带的停用词，用逗号分隔。'],
  minLength: ['最短长度', '关键词至少几个字符。'],
  maxPhraseLength: ['最长词组', '词组最多几个词；不填时为 4，likelihood 与 text-rank 为 1。'],
  candidates: ['候选词', '只在这些词里选，用逗号分隔。'],
  absent: ['文外关键词', '另找几个文中没有、但与之相符的词。'],
  lang: ['文本语言', '决定 mixture 的常数；auto：看文字。'],
  epsilon: ['ε 重复', 'mixture：重复关键词的份额。'],
  lambda: ['λ 模型', 'mixture：模型相对于一般语言的份额。'],
  semanticWeight: ['τ 语义', 'mixture：模型对文中各词的判断占多大权重。'],
  tokenWeights: ['词的权重', 'mixture：常见的词少算（frequency），或一律相同（equal）。'],
  prior: ['先验', 'mixture：按作者的习惯偏好长度、位置和词性（fitted），或不偏好（none）。'],
  weights: [
    '文本类型',
    'mixture：为某类文本拟合的先验权重：abstract 摘要、news 新闻、post 博文、title 标题、paper 论文；不选时适用于各类文本。',
  ],
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
  minLength: 'Shortest keyword',
  maxPhraseLength: 'Longest phrase',
  candidates: 'Candidates',
  absent: 'Unsaid keywords',
  lang: 'Language of the text',
  epsilon: 'ε, copying',
  lambda: 'λ, model',
  semanticWeight: 'τ, semantics',
  tokenWeights: 'Weights of words',
  prior: 'Prior',
  weights: 'Kind of text',
};

/** What an option is called, and what it does. */
export function describeOption(name: OfferedOption, language: Language): { label: string; description: string } {
  if (language === 'zh') return { label: chinese[name][0], description: chinese[name][1] };
  return { label: english[name], description: extractOptions[name].description };
}
