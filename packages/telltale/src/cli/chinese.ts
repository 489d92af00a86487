/**
 * What the commands say of themselves in Chinese, by the English that is in their files. The options have theirs in
 * their table.
 */
export const commandsInChinese: Readonly<Record<string, string>> = {
  'Finds the words that give a text away.': '找出能道破全文的词。',
  'Print the version.': '显示版本。',
  'Print the help of a command.': '显示某个命令的帮助。',
  'Its name.': '命令名。',
  'Print the keywords of texts.': '输出文本的关键词。',
  'Texts, each in quotes.': '文本，各用引号括起。',
  'A text, in quotes.': '文本，用引号括起。',
  'Show what every word of a text adds to the score of every keyword.': '显示文中每个词为每个关键词的得分贡献了多少。',
  'Print the tags of texts, from a list of your own.': '从自己的标签表中为文本选标签。',
  'Fit the ranking to 25 to 1,000 texts whose keywords you know.': '用 25 至 1,000 篇已知关键词的文本拟合排序。',
  'Labelled texts: .jsonl, .json, .csv, .tsv or .parquet; - is standard input.':
    '已标文本：.jsonl、.json、.csv、.tsv 或 .parquet；- 为标准输入。',
  'Train a model on a corpus.': '用语料训练模型。',
  'Files, directories, or -.': '文件、目录，或 -。',
  'Print the words most probable in the neighbourhood of a word: log p(word | WORD) in nats.':
    '输出一个词附近最可能出现的词：log p(附近的词 | 词)，单位奈特。',
  'Print the words used most like a word: cosine of the input vectors, −1 … 1.':
    '输出与一个词用法最相近的词：输入向量的余弦，−1 … 1。',
  'A word of the vocabulary.': '词表中的词。',
  'Print what a model file holds: its sizes, how it was trained, its tokenizer and its licence.':
    '显示模型文件的内容：规模、训练方式、分词器和许可证。',
  'Embedded model or model file.': '自带模型或模型文件。',
  'Write a model (of gensim, fastText or telltale) in another format, which follows from the extension of OUT.':
    '把模型（gensim、fastText 或 telltale 的）写成另一种格式，由输出文件的扩展名决定。',
  '.safetensors (model), .txt or .vec (word2vec text), .bin (word2vec binary), .idf (for jieba).':
    '.safetensors（模型）、.txt 或 .vec（word2vec 文本）、.bin（word2vec 二进制）、.idf（供 jieba 用）。',
  'Compare methods by the keywords or tags that people chose, or by how well texts can be guessed from theirs.':
    '比较各种方法：与人选的关键词或标签是否一致，或凭关键词能否猜出文本。',
  'Data sets: files of records.': '数据集：由记录组成的文件。',
  'Count the words of a corpus, or of a part of it: a table of words, occurrences and documents.':
    '统计语料（或其一部分）的词：词、出现次数和文档数的表。',
  'Files, directories, or -, as for train.': '文件、目录，或 -，同 train。',
  'Add up counts: to the model that training on shards starts from, or to one counts file.':
    '合并各部分的计数，得到分片训练的初始模型，或一个计数文件。',
  'Files that telltale count or merge wrote.': 'telltale count 或 merge 写出的文件。',
  'Train a model for one epoch on a part of its corpus.': '在语料的一部分上把模型训练一遍。',
  'Average the models of all shards of an epoch, each word weighted by how often a shard had it.':
    '把同一遍各分片的模型合成一个，每一行按各分片中的次数加权。',
  'Files that telltale train-shard wrote.': 'telltale train-shard 写出的文件。',
  'Serve keywords over HTTP, with a page to try them on.': '以 HTTP 服务提供关键词，并带有试用网页。',
  'Serve tools to assistants by the Model Context Protocol.': '按 Model Context Protocol 为助手程序提供工具。',
  'The kernel in C, faster than WebAssembly; optional.': 'C 语言的计算内核，比 WebAssembly 快；可选。',
  'Compile the native kernel for this machine, with the C compiler at hand or $CC.':
    '用现有的 C 编译器（或 $CC）为本机编译原生内核。',
};

/** Prose around the examples of the commands. */
export const examplesInChinese: Readonly<Record<string, string>> = {
  'Examples:': '示例：',
  'Try:': '试一试：',
  'telltale COMMAND --help': 'telltale 命令 --help',
  [`It speaks over standard input and output; telltale serve --mcp speaks over HTTP. docs/assistants.md has the
configuration of the usual clients.`]: `经标准输入和标准输出通信；telltale serve --mcp 则经 HTTP。常用客户端的配置见 docs/assistants.md。`,
  'Exit codes: 0 done, 1 nothing found, 2 error.': '退出码：0 完成，1 什么也没找到，2 出错。',
  [`A record has a text and its keywords, {"text", "title"?, "keywords": […]}, or those of the keywords shown that somebody
took and did not take, {"text", "chosen": […], "rejected": […]}; in a table a list is one cell, a; b; c.`]: `每条记录有文本和关键词 {"text", "title"?, "keywords": […]}，或在给出的关键词中有人选用和没有选用的
{"text", "chosen": […], "rejected": […]}；表格中一个列表占一格：a; b; c。`,
  [`A corpus is a .txt file with one document on a line, a .jsonl, .json, .csv, .tsv or .parquet file of records, any of
them packed (.gz, .zst), a directory of such files, or - for standard input.`]: `语料可以是每行一篇文档的 .txt 文件，由记录组成的 .jsonl、.json、.csv、.tsv 或 .parquet 文件，
它们的压缩文件（.gz、.zst），含有这些文件的目录，或 -（标准输入）。`,
  [`A data set is JSON lines {"id", "text", "title"?, "keywords": […]}; for the measure editor {"id", "lang", "text", "want":
[…], "strike": […]}, for tags {"id", "text", "title"?, "tags": […]}; predictions of other tools are {"id", "keywords"} or
{"id", "tags"}, best first.
A method may have options after it: mixture:semanticWeight=0:select=top, mixture:weights=mine.json.`]: `数据集是 JSON 行 {"id", "text", "title"?, "keywords": […]}；editor 度量为 {"id", "lang", "text", "want":
[…], "strike": […]}，tags 度量为 {"id", "text", "title"?, "tags": […]}；其他工具的结果为 {"id", "keywords"} 或
{"id", "tags"}，最好的在前。
方法后面可以带选项：mixture:semanticWeight=0:select=top、mixture:weights=mine.json。`,
  'One training on several machines, or by parts:': '在几台机器上（或分几部分）做同一次训练：',
  '# on each machine': '# 每台机器上',
  '# vocabulary, tree and first vectors': '# 词表、树和初始向量',
  '# on each': '# 每台机器上',
  [`SIGHUP reads the files of models, weights, encoders and tags again; SIGTERM and SIGINT finish what is under way and end, and a second one
ends at once.`]:
    '收到 SIGHUP 时重新读取模型、权重、编码器和标签的文件；收到 SIGTERM 或 SIGINT 时做完手上的请求再退出，再次收到则立即退出。',
};

/** What is in the place of an argument of a command. */
export const argumentsInChinese: Readonly<Record<string, string>> = {
  command: '命令',
  corpus: '语料',
  counts: '计数',
  datasets: '数据集',
  files: '文件',
  in: '输入',
  model: '模型',
  options: '选项',
  out: '输出',
  shards: '分片',
  text: '文本',
  texts: '文本',
  word: '词',
};

/** What is in the place of a value. */
export const unitsInChinese: Readonly<Record<string, string>> = {
  MB: 'MB',
  address: '地址',
  addresses: '地址',
  boolean: '开关',
  bytes: '字节',
  characters: '字符',
  choice: '选择',
  documents: '文档数',
  field: '字段',
  file: '文件',
  files: '文件',
  integer: '整数',
  interval: '间隔',
  keywords: '个数',
  kinds: '种类',
  language: '语言',
  list: '列表',
  methods: '方法',
  name: '名称',
  'name or file': '名称或文件',
  'name or folder': '名称或目录',
  'name or number': '名称或编号',
  'name=file': '名称=文件',
  'name=folder': '名称=目录',
  nats: '奈特',
  number: '数',
  numbers: '维数',
  occurrences: '次数',
  passes: '遍数',
  paths: '文件',
  records: '记录数',
  'requests a minute': '每分钟请求数',
  seconds: '秒',
  'share of documents': '文档占比',
  'share of tokens': '词占比',
  sign: '字符',
  string: '文字',
  tag: '标签',
  tags: '标签',
  terms: '词语',
  texts: '文本数',
  title: '标题',
  tokens: '词数',
  weights: '权重',
  words: '词',
};

/** Titles of a help. */
export const titlesInChinese: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** What the parser of the command line says, with what it says it of. */
const parserInChinese: readonly (readonly [RegExp, string | ((all: string, part: string) => string)])[] = [
  [/^error: unknown option '(.+)'/, '错误：没有选项 $1。'],
  [/^error: unknown command '(.+)'/, '错误：没有命令 $1。'],
  [/^error: missing required argument '(.+)'/, (_, name) => `错误：缺少参数“${argumentsInChinese[name] ?? name}”。`],
  [/^error: option '(.+)' argument missing/, '错误：选项 $1 缺少值。'],
  [
    /^error: too many arguments(?: for '(.+)')?\. Expected (\d+) arguments? but got (\d+)\./,
    '错误：$1 的参数太多：应为 $2 个，给了 $3 个。',
  ],
  [/\(Did you mean one of (.+)\?\)/, '（是不是 $1 中的一个？）'],
  [/\(Did you mean (.+)\?\)/, '（是不是 $1？）'],
];

/** A message of the parser of the command line in Chinese. */
export function parserMessageInChinese(message: string): string {
  return parserInChinese.reduce((said, [english, chinese]) => said.replace(english, chinese as string), message);
}
