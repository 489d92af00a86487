import { textKinds } from '../text/text-kinds.js';
import { tokenKinds } from '../text/tokenizer.js';
import { define, type OptionsOf } from './option.js';

/** Keywords of a text, at most, where nobody says how many. */
export const USUAL_KEYWORDS = 10;

/** Options of keyword extraction. */
export const extractOptions = define({
  method: {
    type: 'choice',
    choices: ['mixture', 'likelihood', 'tf-idf', 'text-rank'],
    default: 'mixture',
    flag: '--method',
    description:
      'mixture: the definition made robust by repetition, position and length; likelihood: the published definition, exact; tf-idf and text-rank: baselines without the model.',
    zh: 'mixture：在原定义上考虑重复、位置和长度，更稳健；likelihood：苏剑林文章中的原定义，精确计算；tf-idf 和 text-rank：不用模型的基线方法。',
  },
  select: {
    type: 'choice',
    choices: ['distinct', 'top', 'cover'],
    flag: '--select',
    description:
      'distinct: the best scores, with a penalty for repeating a better keyword; top: the best scores; cover: the keywords that together explain the text best, each with the words it explains (default: distinct for mixture, top for the other methods).',
    zh: 'distinct：取得分最高的，与更好的关键词重复则扣分；top：取得分最高的；cover：取合起来最能解释全文的，并列出每个词解释了哪些词（默认：mixture 用 distinct，其他方法用 top）。',
  },
  topN: {
    type: 'integer',
    min: 1,
    max: 1_000_000,
    flag: '-n, --top-n',
    unit: 'keywords',
    description: `Maximum number of keywords per text (default: ${USUAL_KEYWORDS}, fewer for short texts: about three, and one more for every twelve content words).`,
    zh: `每篇文本最多给出几个关键词（默认：${USUAL_KEYWORDS}；短文本大约三个，每十二个实词再加一个）。`,
  },
  title: {
    type: 'string',
    flag: '--title',
    unit: 'title',
    description:
      'Title of the text, if it is not its first line. Its words are words of the text and count for more; offsets refer to the text alone. Labels such as 【独家】 or "Breaking:" are dropped.',
    zh: '文本的标题，首行不是标题时填写。标题里的词也算文本的词，而且更受重视；位置只按正文计。【独家】、"Breaking:" 之类的标记会去掉。',
  },
  partsOfSpeech: {
    type: 'list',
    max: 1000,
    flag: '--parts-of-speech',
    unit: 'tags',
    description:
      'Only candidates with one of these part-of-speech tags, comma-separated (jieba: n v a …; n includes nr, ns, nz).',
    zh: '只取这些词性的候选词，用逗号分隔（jieba：n v a …；n 包括 nr、ns、nz）。',
  },
  kinds: {
    type: 'list',
    default: ['hashtag', 'handle'],
    choices: tokenKinds,
    max: 100,
    flag: '--kinds',
    unit: 'kinds',
    description: `Kinds of tokens besides words that may be keywords, comma-separated: ${tokenKinds.join(', ')}.`,
    zh: `除词以外，还有哪些种类可以作关键词，用逗号分隔：${tokenKinds.join('、')}。`,
  },
  stopWords: {
    type: 'choice',
    choices: ['auto', 'none'],
    default: 'auto',
    flag: '--stop-words',
    description:
      'auto: Chinese and English stop words, function words (by tag) and tokens without a letter cannot be keywords; none: every token can. Nothing is removed from the text.',
    zh: 'auto：中英文停用词、虚词（按词性）和不含文字的词不作关键词；none：什么词都可以。文本本身一字不删。',
  },
  stopWordList: {
    type: 'list',
    max: 1_000_000,
    flag: '--stop-word-list',
    unit: 'words',
    description: 'Stop words that replace the built-in ones, comma-separated, or @file with one word per line.',
    zh: '用这些词代替自带的停用词，用逗号分隔，或写 @file（文件中每行一个词）。',
  },
  exclude: {
    type: 'list',
    max: 1_000_000,
    flag: '--exclude',
    unit: 'terms',
    description:
      'Terms that are never keywords by themselves, whatever their case and number; phrases may contain them. Comma-separated, or @file with one term per line.',
    zh: '这些词语从不单独作关键词，不分大小写和单复数；词组里可以有。用逗号分隔，中间不加空格，或写 @file（文件中每行一个词）。',
  },
  minLength: {
    type: 'integer',
    default: 1,
    min: 1,
    max: 100,
    flag: '--min-length',
    unit: 'characters',
    description: 'Shortest candidate. Candidates longer than 100 characters are dropped, except those of --candidates.',
    zh: '候选词至少几个字符。除 --candidates 所给的以外，最长 100 个字符。',
  },
  maxPhraseLength: {
    type: 'integer',
    min: 1,
    max: 10,
    flag: '--max-phrase-length',
    unit: 'words',
    description:
      'Longest candidate (default: 6 in English, 4 in other languages; 1 for the methods likelihood and text-rank).',
    zh: '候选词组最多几个词（默认：英语 6，其他语言 4；likelihood 和 text-rank 为 1）。',
  },
  candidates: {
    type: 'list',
    max: 1_000_000,
    flag: '--candidates',
    unit: 'terms',
    description:
      'Only these terms may be keywords, if the text has them; comma-separated, or @file with one term per line.',
    zh: '只有这些词可以作关键词，且须在文中出现；用逗号分隔，或写 @file（文件中每行一个词）。',
  },
  explain: {
    type: 'boolean',
    default: false,
    flag: '--explain',
    description: 'Report what every word of the text adds to the score of every keyword.',
    zh: '列出文中每个词为每个关键词的得分贡献了多少。',
  },
  absent: {
    type: 'integer',
    default: 0,
    min: 0,
    max: 1000,
    flag: '--absent',
    unit: 'keywords',
    description: 'Also find up to this many related words that do not occur in the text.',
    zh: '另找这么多个文中没有、但与之相关的词。',
  },
  lang: {
    type: 'languages',
    choices: ['auto', 'zh', 'en', 'ja', 'ko', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru'],
    default: 'auto',
    flag: '--lang',
    unit: 'tag',
    description:
      'Language of the texts, any BCP 47 tag; auto: that of each text, by its script and letters; zh,en: that of each text, one of these.',
    zh: '文本的语言，可用任何 BCP 47 标签；auto：按文字和字母逐篇判断；zh,en：逐篇判断是其中哪一种。',
  },
  epsilon: {
    type: 'number',
    default: 0.5,
    min: 0,
    max: 0.999,
    flag: '--epsilon',
    description: 'Mixture: share ε of the component that repeats the keyword; 0 turns repetition off.',
    zh: 'mixture：重复关键词这一分量的份额 ε；0 表示不考虑重复。',
  },
  lambda: {
    type: 'number',
    default: 0,
    min: 0,
    max: 1,
    flag: '--lambda',
    description:
      'Mixture: share λ of the model against the background model; 0 leaves the model out, which ranks no worse.',
    zh: 'mixture：模型相对于背景模型的份额 λ；0 表示不用模型，排序并不更差。',
  },
  semanticWeight: {
    type: 'number',
    default: 0.05,
    min: 0,
    max: 100,
    flag: '--semantic-weight',
    description: 'Mixture: weight τ of the evidence from the model.',
    zh: 'mixture：模型证据的权重 τ。',
  },
  tokenWeights: {
    type: 'choice',
    choices: ['frequency', 'equal'],
    default: 'frequency',
    flag: '--token-weights',
    description: 'Mixture: give frequent words of the text less weight (frequency), or all words the same (equal).',
    zh: 'mixture：文中的常见词权重小些（frequency），或所有词一样（equal）。',
  },
  prior: {
    type: 'choice',
    choices: ['fitted', 'without-position', 'none'],
    default: 'fitted',
    flag: '--prior',
    description:
      'Mixture: fitted: prefer candidates by length, position, rarity and part of speech, as authors do; without-position: the same without position, for texts with an uninformative beginning; none: no preference.',
    zh: 'mixture：fitted：像作者那样，按长度、位置、罕见程度和词性偏好候选词；without-position：同上但不看位置，适用于开头没有要点的文本；none：没有偏好。',
  },
  weights: {
    type: 'weights',
    choices: textKinds,
    flag: '--weights',
    unit: 'name or file',
    description:
      'Mixture: weights of the prior for one kind of text, or a file written by telltale fit (default: weights for all kinds of texts). abstract is for Chinese and English, news and paper for English, post and title for Chinese.',
    zh: 'mixture：某类文本的先验权重，或 telltale fit 写出的文件（默认：适用于各类文本的权重）。abstract 用于中文和英文，news 与 paper 用于英文，post 与 title 用于中文。',
  },
});

/** Options of {@link extractOptions} as a caller passes them. */
export type ExtractOptions = OptionsOf<typeof extractOptions>;

/** Options of the explain command beside those of the extraction. */
export const explainOptions = define({
  format: {
    type: 'choice',
    choices: ['terminal', 'json', 'html', 'svg'],
    default: 'terminal',
    flag: '--format',
    description: 'terminal: text, in colour if supported; json: all numbers; html: a page; svg: the heat map alone.',
    zh: 'terminal：文字，终端支持时带颜色；json：全部数值；html：网页；svg：只有热力图。',
  },
  output: {
    type: 'string',
    flag: '-o, --output',
    unit: 'file',
    description: 'Write to a file, without --format in the format of its extension: .txt, .json, .html or .svg.',
    zh: '写入文件；不加 --format 时格式由扩展名决定：.txt、.json、.html 或 .svg。',
  },
});
