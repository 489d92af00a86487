import { codesInChinese, type KeywordError } from '@telltale/core/internal/errors.js';
import { ofDamage } from './damage.js';
import { ofEncoders } from './encoders.js';
import { ofFiles } from './files.js';
import { ofForeignModels } from './foreign.js';
import { ofKeywords } from './keywords.js';
import { ofModels } from './models.js';
import { kindsInChinese, languageInChinese, languagesInChinese, lettersInChinese, rankedInChinese } from './names.js';
import { outsideInChinese } from './outside.js';
import { ofService } from './service.js';
import { ofTraining } from './training.js';

/** English that is taken literally, but for {}, for what differs. */
const literal = (english: string) => english.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

/** The messages of errors that are written with {} for what differs, the longest first: it may hold a shorter one. */
const messages = [...ofModels, ...ofEncoders, ...ofTraining, ...ofKeywords, ...ofFiles, ...ofService]
  .sort(([one], [other]) => other.length - one.length)
  .map(([english, chinese]) => {
    // What ends a message may hold full stops of its own.
    const pattern = literal(english)
      .replace(/\{\}(\\\.)?$/, '(.*)$1')
      .replaceAll('{}', '(.*?)');
    // Of several records each has its own.
    return [new RegExp(pattern, 'g'), chinese] as const;
  });

/** What ends a message: why a file is not what it should be. */
const reasons = [...ofForeignModels, ...ofDamage].map(
  ([english, chinese]) =>
    [new RegExp(`${literal(english).replaceAll('{}', '(.*?)')}[.。]?$`, 'm'), `${chinese}。`] as const,
);

/**
 * What the library says of results, records, lists, models and corpora beside them, by sentence: it comes from threads as a
 * text. What is not here stays in English; a test compares what the library says with it.
 */
const sentences: readonly (readonly [RegExp, string | ((...parts: string[]) => string)])[] = [
  // The file that a reason is about.
  [/^( *\S+): (?=(?:[\w.-]+ )?\p{Script=Han})/gmu, '$1：'],
  // Records.
  [/^( *)standard input: /gm, '$1标准输入：'],
  [/^( *)Text (\d+): /gim, '$1第 $2 篇文本：'],
  [/(?<=(?:fields are|it has): )none(?=[.;])/g, '无'],
  [
    /^([\d,]+) of (the first )?([\d,]+) records? failed(:?)/gm,
    (_, failed, first, all, end) => `${first ? '前 ' : ''}${all} 条记录中有 ${failed} 条失败${end && '：'}`,
  ],
  [/^ {2}and ([\d,]+) more$/m, '  另有 $1 条'],
  [/ is not JSON: /g, ' 不是 JSON：'],
  [/ is not a JSON object\./g, ' 不是 JSON 对象。'],
  [/ follows record (\d+) without a comma\./g, ' 与第 $1 条记录之间没有逗号。'],
  [/ is missing: there is a comma where a record should be\./g, ' 缺失：该有记录的地方是逗号。'],
  [/ has a bracket or quote that is never closed\./g, ' 有未闭合的括号或引号。'],
  [
    / ends before its array does: after ([\d,]+) records? there is no "\]"\. It seems to be cut off; get it again\./g,
    ' 在数组结束之前就断了：$1 条记录之后没有“]”。文件可能不完整，请重新获取。',
  ],
  [/ has a quoted field that is never closed\./g, ' 有未闭合的引号字段。'],
  [/ names columns (\d+) and (\d+) both (".*?")\. Rename one\./g, ' 的第 $1 列和第 $2 列同名，都叫 $3。请改一个名。'],
  [/ has (\d+) of the (\d+) columns that the first line names\./g, ' 只有首行所列 $2 列中的 $1 列。'],
  [
    / has (\d+) bytes, too many for a text of (\d+) characters\. Split it, or raise `maxText`\./g,
    ' 有 $1 字节，超过 $2 个字符的文本上限。请拆分，或调高 `maxText`。',
  ],
  [
    /,? has no field "(.*?)"; its fields are: (.*?)\. Name the right one with (\S+)\./g,
    ' 没有字段 "$1"；它的字段是：$2。请用 $3 指定正确的字段。',
  ],
  [
    /,? has (?:an? )?(\w+) in the field "(.*?)"; expected a text\./g,
    (_, kind, field) => ` 的字段 "${field}" 是${kindsInChinese[kind] ?? ` ${kind}`}，应为文本。`,
  ],
  [
    /(?<=\p{Script=Han}) an? (\w+)(?=[。，；])/gu,
    (whole, kind) => kindsInChinese[kind]?.replace(/^(?=\w)/, ' ') ?? whole,
  ],
  [/: The text is empty: there is no word to choose from\./g, '：文本为空，没有可选的词。'],
  [
    / has no (?:text|list of keywords) in the field "(.*?)"\. Name the right one with (--[a-z-]+)\. Its fields are: (.*?)\.$/gm,
    ' 的字段 "$1" 中没有所需的内容。请用 $2 指定正确的字段。它的字段是：$3。',
  ],
  [
    / has no text or no tags; its fields are: (.*?)\. Expected the fields text and tags\./g,
    ' 没有文本或没有标签；它的字段是：$1。应有字段 text 和 tags。',
  ],
  // Keywords.
  [
    /The text was read as (?:[^.;(]|\([^)]*\) )*?\(([\w-]+)\)(, which has (?:no model and no table of how rare its words are|word lists but no trained model))?(?:, so keywords are ranked by ([^;.]*))?(?:; (?:set (lang|--lang) if it is in another language|it is so short that it may be .*? \(([\w-]+)\): set (lang|--lang)))?\./,
    (_, tag, state, ranked, option, rival, rivalOption) =>
      `文本按${languageInChinese(tag)}（${tag}）处理${state ? `，这种语言${state.includes('no table') ? '没有模型，也没有词频表' : '有词表，没有训练好的模型'}` : ''}${ranked ? `，关键词按${rankedInChinese(ranked)}排序` : ''}${rival ? `；文本太短，也可能是${languageInChinese(rival)}（${rival}）：请设定 ${rivalOption}` : option ? `；若是其他语言，请设定 ${option}` : ''}。`,
  ],
  [
    /(\d+) of the (\d+) paragraphs (?:is|are) in .*? \(([\w-]+)\), but the whole text is read as .*? \(([\w-]+)\): extract the paragraphs of each language separately\./,
    (_, count, all, other, tag) =>
      `${all} 段中有 ${count} 段是${languageInChinese(other)}（${other}），但全文按${languageInChinese(tag)}（${tag}）处理：请按语言分段提取。`,
  ],
  [
    /Words were cut by (?:(the analyser lindera)|ICU, without an analyser)\./,
    (_, analyser) => (analyser ? '词由形态分析器 lindera 切分。' : '词由 ICU 切分，没有用形态分析器。'),
  ],
  [
    /The text was read as .*? \(([\w-]+)\), which was given, but it is (?:in (\w+) letters|plainly in .*? \(([\w-]+)\)): set (lang|--lang) to its language, or to auto\./,
    (_, tag, letters, other, option) =>
      `文本按指定的${languageInChinese(tag)}（${tag}）处理，但它${letters ? `是用${lettersInChinese[letters]}字母写的` : `显然是${languageInChinese(other)}（${other}）`}：请设定 ${option} 为它的语言，或 auto。`,
  ],
  [
    /The method likelihood uses the model alone, so all keywords have the same score and keep the order of the text: use mixture, the default\./,
    '方法 likelihood 只看模型，因此所有关键词得分相同，按原文顺序排列：请用默认的 mixture。',
  ],
  [
    /Absent keywords \(the option absent\) need a model: none are given\./,
    '文外相关词（--absent）需要模型，因此没有给出。',
  ],
  [
    /Absent keywords \(the option absent\) need vectors of (.*) words: install @telltale\/vectors\./,
    '文外相关词（--absent）需要词向量（$1）：请安装 @telltale/vectors。',
  ],
  [/The option lambda weighs what the model says, so it has no effect\./, 'λ（--lambda）是模型的权重，因此不起作用。'],
  [
    /The word was looked up as .*? \(([\w-]+)\); it may be .*? \(([\w-]+)\) as well: set (lang|--lang)\./,
    (_, tag, rival, option) =>
      `该词按${languageInChinese(tag)}（${tag}）查询，也可能是${languageInChinese(rival)}（${rival}）：请设定 ${option}。`,
  ],
  [
    /Near words in .*? \(([\w-]+)\) come from an encoder of sentences, not from texts: some are near in spelling alone\./,
    (_, tag) => `${languageInChinese(tag)}（${tag}）的相近词来自句子编码器，而不是语料：有的只是拼写相近。`,
  ],
  [
    /No word of .*? \(([\w-]+)\) is near enough to this one to be listed\. Its vectors come from an encoder of sentences, which knows short words by little but their spelling: try a longer word for the same, or vectors made of texts as the model\./,
    (_, tag) =>
      `${languageInChinese(tag)}（${tag}）没有足够相近的词可列。词向量来自句子编码器，它对短词所知多半只是拼写：请试试意思相同的较长的词，或用由语料得到的词向量作模型。`,
  ],
  // Tags.
  [
    /The text was read as .*? \(([\w-]+)\), but the list uses the model (.*?), which knows few of its words\. Trust mentions and what was learned more than meaning\. If the text is in another language, set (lang|--lang)\./,
    (_, tag, model, option) =>
      `文本按${languageInChinese(tag)}（${tag}）处理，而标签表用模型 ${model}，它认识的词不多。请更多参考文中的提及和学到的内容，少看语义。若是其他语言，请设定 ${option}。`,
  ],
  [
    /Without vectors of (.*) words the tags are those that a text says or that were learned, not those that it means: install @telltale\/vectors\./,
    '没有词向量（$1），标签只来自文中的提及和学到的内容，不来自语义：请安装 @telltale/vectors。',
  ],
  [
    /labels in (\S+) are taken; as many are in (.*)\. Choose the language with `tagsLanguage`\./,
    '采用语言为 $1 的名称；语言为 $2 的同样多。请用 `tagsLanguage` 选择语言。',
  ],
  [/not read: (.*)\. A list of tags has (.*)\.$/, '没有读取：$1。标签表的字段是 $2。'],
  [/(\d[\d,]*) tags? left out without a label in the language (\S+):/, '$1 个标签没有语言 $2 的名称，已略去：'],
  [/(\d[\d,]*) tags? left out without a label:/, '$1 个标签没有名称，已略去：'],
  [/(\d[\d,]*) tags? merged with another one of the same label:/, '$1 个标签与同名的标签合并：'],
  [/(\d[\d,]*) tags? left out with an id that another one has:/, '$1 个标签的 id 与其他标签重复，已略去：'],
  [/(\d[\d,]*) tags? with a parent that is not in the list:/, '$1 个标签的上级不在表中：'],
  [/(\d[\d,]*) tags? in a circle of parents, now without one:/, '$1 个标签的上级成环，已去掉上级：'],
  [
    /(\d+) of (\d+) lines have (\S) and are one label each: put a tab before a synonym\./,
    '$2 行中有 $1 行含“$3”，整行作为一个标签：同义词之前请用制表符（Tab）。',
  ],
  [/, and (\d+) more\.$/, '，另有 $1 个。'],
  // Corpora and models.
  [
    /Only (\d+) % of the words are Chinese, but jieba cuts them, which knows Chinese\. Use `tokenizer` wink for English, intl for other languages\./,
    '只有 $1 % 的词是中文，而分词器 jieba 只懂中文。英文请用 `tokenizer` wink，其他语言请用 intl。',
  ],
  [
    /Only (\d+) % of the words are in Latin letters, but wink cuts them, which knows English\. Use `tokenizer` jieba for Chinese, intl for other languages\./,
    '只有 $1 % 的词是拉丁字母，而分词器 wink 只懂英文。中文请用 `tokenizer` jieba，其他语言请用 intl。',
  ],
  [
    /Only ([\d,]+) pairs? of words trained the model, fewer than the ([\d,]+) words? of the vocabulary: the vectors are hardly more than random\. Give more text, or keep all of it by `subsample` 0\./,
    '只用 $1 个词对训练了模型，少于词表的 $2 个词：向量与随机的相差无几。请给更多文本，或用 `subsample` 0 保留全部。',
  ],
  [/^No checkpoint: /, '没有写检查点：'],
  [
    /Words with escapes of R, as (\S+) for (\S+): (\d+); they were read as those characters\./,
    '含 R 转义写法（如以 $1 代 $2）的词：$3 个；已按原字符读取。',
  ],
  [
    /The weights are for texts in (.+?); this text is in (.+?)\. Leave the weights out, or set the option lang to (.+?) if the language was detected wrongly\./,
    (_, fitted, read, tag) =>
      `权重用于${languagesInChinese(fitted)}文本，而这篇文本是${languagesInChinese(read)}。请去掉权重；若语言识别有误，请用 --lang ${tag}。`,
  ],
  [
    /The weights (\S+) are for texts in (.+?); this text is in (.+?), for which there are (.+?)\. Leave them out for it, or fit your own \(telltale fit\)\./,
    (_, name, fitted, read, own) =>
      `权重 ${name} 用于${languagesInChinese(fitted)}文本，而这篇文本是${languagesInChinese(read)}，${own === 'none' ? '没有自带的权重' : `自带的权重有 ${own.replaceAll(', ', '、')}`}。请去掉它，或自行拟合（telltale fit）。`,
  ],
  [/Duplicate words: (\d+); the first vector of each was used\./, '重复的词：$1 个；各取第一个向量。'],
  [
    /The model was trained with negative sampling: log p is an estimate that does not sum to 1, and so are the scores\./,
    '模型用负采样训练：log p 是估计值，概率之和不为 1，得分也是如此。',
  ],
  [
    /The model is CBOW( \(sg=0\))?: it was trained to predict a word from the mean of its context, not from one word, so p\(word \| word\) is an extrapolation\./,
    '模型是 CBOW$1：训练时由上下文的平均预测一个词，而不是由一个词预测，因此 p(word | word) 是外推。',
  ],
  // Places before what is said of them.
  [/^( *)Text (\d+) (?=\p{Script=Han})/gimu, '$1第 $2 篇文本'],
  [/, record (\d+)(?::|(,? (?=\p{Script=Han})))/gu, (_, number, said) => ` 的第 ${number} 条记录${said ? '' : '：'}`],
];

/**
 * The message of an error in Chinese; one that there is no Chinese for is what its code means, with the English in parentheses.
 *
 * @param english the message as it is shown in English
 * @example
 * try {
 *   extractKeywords(await loadModel('zh'), '');
 * } catch (error) {
 *   if (error instanceof KeywordError) console.error(messageInChinese(error));
 * }
 */
export function messageInChinese({ code, message, zh }: KeywordError, english = message): string {
  const chinese = zh ?? libraryInChinese(message);
  if (chinese === message) return `${codesInChinese[code]}（${english}）`;
  return chinese.replace(/^\w+(?=\p{Script=Han})/u, '$& ');
}

/** A message of the library in Chinese, as far as its sentences are known. */
export function libraryInChinese(message: string): string {
  return [...messages, ...reasons, ...sentences]
    .reduce((said, [english, chinese]) => said.replace(english, chinese as string), outsideInChinese(message))
    .replaceAll(/(?<=[\p{Script=Han}）])\.(?=\s|$)/gu, '。')
    .replaceAll(/(?<=。) (?=\p{Script=Han})/gu, '');
}
