import type { Language } from '@telltale/core';
import { counted } from '@telltale/core/internal/errors.js';

/** The numbers of the first few records, and how many more there are. */
function someOf(records: readonly number[], separator: string): { readonly first: string; readonly more: number } {
  return { first: records.slice(0, 5).join(separator), more: Math.max(0, records.length - 5) };
}

/** Records by their numbers: `record 3`, `records 1, 2, 3, 4, 5 and 7 more`. */
function recordsOf(records: readonly number[]): string {
  const { first, more } = someOf(records, ', ');
  const rest = more > 0 ? ` and ${more.toLocaleString('en-US')} more` : '';
  return `${records.length === 1 ? 'record' : 'records'} ${first}${rest}`;
}

function recordsInChinese(records: readonly number[]): string {
  const { first, more } = someOf(records, '、');
  return `第 ${first} 条${more > 0 ? `等 ${records.length.toLocaleString('en-US')} 条` : ''}记录`;
}

const en = {
  tagline: 'The words that give a text away',
  intro:
    'Which word would you tell a friend who has to guess the rest? That is a keyword: the word from which the text can best be guessed.',
  interfaceLanguage: 'Language of this page',
  skip: 'Skip to the keywords',
  text: 'Your text',
  textHint: 'Paste a text, type, or drop a file here: text, a web page, Markdown, PDF, Word, EPUB or subtitles.',
  openFile: 'Open a file',
  exampleZh: 'Chinese example',
  exampleEn: 'English example',
  clear: 'Clear',
  options: 'Options',
  more: 'More options',
  fewer: 'Fewer options',
  reset: 'Reset to the defaults',
  automatic: 'automatic',
  reading: 'Highlighted text',
  readingHint:
    'Point at a keyword to see the words that support it; point at a word to see the keywords it supports. With the keyboard: arrow keys walk from word to word.',
  supports: 'supports',
  supportsNone: 'clearly supports none of the keywords',
  restNotShown: 'The rest of this long text was read, but its words cannot be pointed at here.',
  keywords: 'Keywords',
  times: 'times',
  moreDetail: 'Show scores and parts of speech',
  lessDetail: 'Hide scores and parts of speech',
  barsFromLowest: 'Scores are log-probabilities in nats; bars begin near the lowest.',
  barsFromZero: 'Scores in nats; the length of a bar is the square root of its score.',
  topics: 'What each keyword explains',
  topicsHint: (times: number) =>
    `Other words of the text that a keyword makes at least ${times} times likelier than usual, each under the keyword that does so most.`,
  nothingExplained: 'No word of this text is clearly explained by a keyword other than itself.',
  othersExplainNothing: (keywords: string) => `No other word is clearly explained by ${keywords}.`,
  heatMap: 'Heat map',
  heatMapHint: 'How much each word of the text adds to the score of each keyword, every column on its own scale.',
  compare: 'Compared with other methods',
  ownMethod: 'Telltale',
  compareHint: 'Words in colour are found by Telltale, too; bars are scores, each method on its own scale.',
  absent: 'Related words not in the text',
  absentHint:
    'Words that often occur in such texts; some may mean the opposite of what this one says. Check them before you use them.',
  similarTo: 'Words used like',
  likely: (languages: readonly string[]) => `Likely: ${languages.join(', ')}.`,
  similarNone: 'There is no vector for this word, or no word near enough to it.',
  close: 'Close',
  tags: 'Your own tags',
  tagsHint: 'One tag per line, followed by tab-separated synonyms; or a file (.txt, .csv, .tsv, .jsonl, .json).',
  tagsList: 'List of tags',
  tagsOpen: 'Open a list',
  tagsExample: 'Example list',
  tagsOfService: 'Tags come from a list that the service has, or from a file, which goes to the service.',
  tagsNoList:
    'This service has no list of tags: open one, which is sent to the service, or start it with --tags NAME=FILE.',
  tagsReady: (count: number) => `${count} ${count === 1 ? 'tag' : 'tags'} in the list.`,
  tagsNone: 'Nothing in the text suggests a tag from the list.',
  tagsCaption: 'Tags of the text, best first; each score is the sum of its parts, in nats.',
  tag: 'tag',
  score: 'score',
  evidence: { mention: 'mention', meaning: 'meaning', learned: 'learned' },
  foundAs: 'found as',
  badList: 'This list cannot be used',
  badListHint: 'Expected one tag per line, or a table with a column label.',
  take: 'Export',
  copyKeywords: 'Copy keywords',
  keywordsCopied: (count: number) => `${count} ${count === 1 ? 'keyword' : 'keywords'} copied.`,
  noClipboard: 'This browser does not let the page copy. Save the keywords as CSV.',
  separator: 'Separated by',
  separators: { '\n': 'one per line', ', ': 'commas', '; ': 'semicolons', '\t': 'tabs' } as Readonly<
    Record<string, string>
  >,
  several: 'Several texts',
  severalHint:
    'Files with one text each, documents too, or a table of texts (.csv, .tsv, .jsonl, .json with a field text, and optionally title and id). They are read with the options above.',
  severalOpen: 'Open files',
  severalDone: (done: number, all: number) => `${done} of ${counted(all, 'text')} read.`,
  severalBroken: (records: readonly number[], isJson: boolean) =>
    `left out ${recordsOf(records)}: ${isJson ? 'not valid JSON' : 'a quote is not closed, or text follows it'}`,
  severalLeftOut: (records: readonly number[], otherFields?: string) =>
    `left out ${recordsOf(records)}: ${otherFields === undefined ? 'no text' : `no column or field is named text${otherFields && `, but ${otherFields}`}`}`,
  severalTooMany: (limit: number) =>
    `Only the first ${limit.toLocaleString('en-US')} texts are read here; the command telltale extract has no such limit.`,
  severalCaption: 'Keywords by text, best first',
  severalText: 'Text',
  listSeparator: ', ',
  copyLink: 'Copy link',
  linkCopied: 'Link copied. It holds the text and the options.',
  linkInAddress: 'The address of this page is the link: it holds the text and the options.',
  linkTooLong: 'The text is too long for a link.',
  saveAs: 'Save as',
  good: 'A good keyword',
  bad: 'Not a keyword',
  saveLabels: (texts: number) => `Save the marks of ${texts} ${texts === 1 ? 'text' : 'texts'}`,
  labelsHint: 'With 25 texts or more, telltale fit can fit the weights to them.',
  encoder: 'Encoder',
  encoderHint: 'Also uses a network that reads the whole text: better keywords, but slower.',
  noEncoder: 'none',
  encoderSize: (name: string, megabytes: number) => `${name} (downloads ${megabytes} MB)`,
  loading: 'Loading the model',
  working: 'Reading …',
  empty: 'No text yet: paste one, drop a file, or take an example.',
  nothingFound: 'Nothing in this text can be a keyword.',
  found: (keywords: number, words: number, unknown: string) =>
    `${counted(keywords, 'keyword')} in ${counted(words, 'word')}${unknown && `; ${unknown}`}.`,
  unknown: {
    model: (words: number) => `the model does not know ${words} of them`,
    list: (words: number) => `${words} of them ${words === 1 ? 'is' : 'are'} not in the word list`,
  },
  engineWorker: 'Computed in your browser. The text does not leave it.',
  engineHttp: 'Computed by the service that this page came from.',
  fileTooLong: (limit: number) => `The file is longer than ${limit / 1_000_000} MB.`,
  fileNotRead: (name: string) => `“${name}” cannot be read. Choose an existing file, not a folder.`,
  fileEmpty: (name: string) => `“${name}” has no text.`,
  documentNotRead: (reason: string) => `The document cannot be read: ${reason}`,
  badHead: (message: string) => `The first line ${message}`,
  fileNotText: 'The file is not text in UTF-8, UTF-16 or GB 18030.',
  tooLong: (length: number, limit: number) =>
    `The text has ${length.toLocaleString('en-US')} characters; this service takes at most ${limit.toLocaleString('en-US')}. Shorten it, or split it.`,
  error: 'Something went wrong.',
  problems: {
    TOO_LARGE: 'The text is longer than this service takes.',
    OVERLOADED: 'The service is busy. Try again in a moment.',
    RATE_LIMITED: 'Too many requests. Try again in a minute.',
    UNREACHABLE: 'The service does not answer. Is it still running?',
    FILE_NOT_FOUND: 'The model could not be loaded. Check the connection, then change the text or reload the page.',
    INVALID_MODEL: 'The model came damaged. Reload the page.',
  } as Readonly<Record<string, string>>,
};

/** Every word of the interface in one language. */
export type Strings = typeof en;

const zh: Strings = {
  tagline: '一语道破全文的词',
  intro: '如果只能告诉朋友一个词，让他猜出全文，你会说哪一个？那就是关键词：最能让人猜出全文的词。',
  interfaceLanguage: '界面语言',
  skip: '跳到关键词',
  text: '文本',
  textHint: '粘贴、输入文本，或把文件拖到这里：文本、网页、Markdown、PDF、Word、EPUB 或字幕。',
  openFile: '打开文件',
  exampleZh: '中文示例',
  exampleEn: '英文示例',
  clear: '清空',
  options: '选项',
  more: '更多选项',
  fewer: '收起选项',
  reset: '恢复默认值',
  automatic: '自动',
  reading: '原文标注',
  readingHint: '指向关键词，可看到哪些词支持它；指向一个词，可看到它支持哪些关键词。用键盘时，方向键逐词移动。',
  supports: '支持',
  supportsNone: '没有明显支持任何关键词',
  restNotShown: '文本较长，其余部分已读，但此处不能逐词指向。',
  keywords: '关键词',
  times: '次',
  moreDetail: '显示得分和词性',
  lessDetail: '隐藏得分和词性',
  barsFromLowest: '得分是对数概率（奈特）；条形从最低分附近开始。',
  barsFromZero: '得分以奈特计；条形长度为得分的平方根。',
  topics: '每个关键词解释了什么',
  topicsHint: (times) =>
    `已知某个关键词时，出现概率至少是平常 ${times} 倍的其他词；每个词列在使它概率最高的关键词之下。`,
  nothingExplained: '除自身以外，没有关键词能明显解释文中的其他词。',
  othersExplainNothing: (keywords) => `${keywords}没有明显解释其他词。`,
  heatMap: '热力图',
  heatMapHint: '文中每个词为每个关键词的得分贡献多少；各列的刻度不同。',
  compare: '与其他方法对照',
  ownMethod: '综合方法',
  compareHint: '有颜色的词，综合方法也找到了；条形是得分，各方法的刻度不同。',
  absent: '文中未出现的相关词',
  absentHint: '文中没有出现、但常与这类文本同现的词，其中可能有意思相反的词，用前请核对。',
  similarTo: '用法相近的词：',
  likely: (languages: readonly string[]) => `可能是：${languages.join('、')}。`,
  similarNone: '没有这个词的词向量，或没有足够相近的词。',
  close: '关闭',
  tags: '你自己的标签',
  tagsHint: '每行一个标签，别名写在制表符之后；也可以打开文件（.txt、.csv、.tsv、.jsonl、.json）。',
  tagsList: '标签列表',
  tagsOpen: '打开列表',
  tagsExample: '示例列表',
  tagsOfService: '标签来自服务已有的列表，或来自文件（文件会发给服务）。',
  tagsNoList: '本服务没有标签列表：请打开一个（会发给服务），或在启动时加上 --tags 名称=文件。',
  tagsReady: (count) => `列表中有 ${count} 个标签。`,
  tagsNone: '列表中没有与文本相符的标签。',
  tagsCaption: '文本的标签，最好的在前；得分是各部分之和（奈特）。',
  tag: '标签',
  score: '得分',
  evidence: { mention: '提及', meaning: '语义', learned: '学得' },
  foundAs: '文中形式',
  badList: '无法使用这个列表',
  badListHint: '应为每行一个标签，或有 label 列的表格。',
  take: '导出',
  copyKeywords: '复制关键词',
  keywordsCopied: (count) => `已复制 ${count} 个关键词。`,
  noClipboard: '浏览器不允许本页复制，请另存为 CSV。',
  separator: '分隔方式',
  separators: { '\n': '每行一个', '、': '顿号', '，': '逗号', '；': '分号', ', ': '半角逗号', '\t': '制表符' },
  several: '多篇文本',
  severalHint:
    '可选多个文件（每个一篇，也可以是文档），或含多篇文本的表格（.csv、.tsv、.jsonl、.json，正文在 text 字段，也可有 title 和 id）。按上面的选项处理。',
  severalOpen: '打开多个文件',
  severalDone: (done, all) => `已读 ${done} / ${all} 篇。`,
  severalBroken: (records, isJson) =>
    `已略去${recordsInChinese(records)}：${isJson ? '不是有效的 JSON' : '引号没有闭合，或其后还有内容'}`,
  severalLeftOut: (records, otherFields) =>
    `已略去${recordsInChinese(records)}：${otherFields === undefined ? '没有文本' : `没有名为 text 的列或字段${otherFields && `，只有 ${otherFields}`}`}`,
  severalTooMany: (limit) => `这里只读前 ${limit.toLocaleString('en-US')} 篇；命令 telltale extract 没有此限制。`,
  severalCaption: '各篇文本的关键词，最好的在前',
  severalText: '文本',
  listSeparator: '、',
  copyLink: '复制链接',
  linkCopied: '链接已复制，其中包含文本和选项。',
  linkInAddress: '地址栏里的网址就是链接，其中包含文本和选项。',
  linkTooLong: '文本太长，放不进链接。',
  saveAs: '另存为',
  good: '好的关键词',
  bad: '不是关键词',
  saveLabels: (texts) => `保存 ${texts} 篇文本的标记`,
  labelsHint: '满 25 篇后，telltale fit 可用它们为你的文本拟合权重。',
  encoder: '编码器',
  encoderHint: '同时使用一个通读全文的神经网络：关键词更好，但更慢。',
  noEncoder: '不用',
  encoderSize: (name, megabytes) => `${name}（需加载 ${megabytes} MB）`,
  loading: '正在加载模型',
  working: '正在阅读……',
  empty: '还没有文本：可以粘贴一段，拖入文件，或选一个示例。',
  nothingFound: '这段文本里没有可作关键词的词。',
  found: (keywords, words, unknown) => `${words} 个词中找到 ${keywords} 个关键词${unknown && `；${unknown}`}。`,
  unknown: {
    model: (words) => `其中 ${words} 个词模型不认识`,
    list: (words) => `其中 ${words} 个词不在词表中`,
  },
  engineWorker: '全部在你的浏览器里计算，文本不会离开浏览器。',
  engineHttp: '由提供本页的服务计算。',
  fileTooLong: (limit) => `文件超过 ${limit / 1_000_000} MB。`,
  fileNotRead: (name) => `无法读取“${name}”。请选择仍然存在的文件，不要选择文件夹。`,
  fileEmpty: (name) => `“${name}”中没有文本。`,
  documentNotRead: (reason) => `无法读取文档：${reason}`,
  badHead: (message) =>
    message
      .replace(
        /^names columns (\d+) and (\d+) both (.*)\. Rename one\.$/,
        '第一行的第 $1 列和第 $2 列同名，都叫 $3。请改一个名。',
      )
      .replace(/^has a quote .*/, '第一行的引号没有闭合，或其后还有内容。'),
  fileNotText: '文件不是 UTF-8、UTF-16 或 GB 18030 编码的文本。',
  tooLong: (length, limit) =>
    `文本有 ${length.toLocaleString('en-US')} 个字符，超过了本服务接受的长度：最多 ${limit.toLocaleString('en-US')} 个。请缩短，或分几次处理。`,
  error: '出错了。',
  problems: {
    TOO_LARGE: '文本超过了本服务接受的长度。',
    OVERLOADED: '服务眼下太忙，请稍后再试。',
    RATE_LIMITED: '请求过于频繁，请一分钟后再试。',
    UNREACHABLE: '服务没有应答。它还在运行吗？',
    FILE_NOT_FOUND: '模型文件没能加载。请检查网络，然后改动文本或刷新页面。',
    INVALID_MODEL: '模型文件已损坏。请刷新页面。',
  },
};

/** The interface in every language there is. */
export const strings: Record<Language, Strings> = { en, zh };
