/** What is wrong with options, weights, labels, tags and the service: English with {} for what differs, and Chinese with $1, $2 for it. */
export const ofKeywords: readonly (readonly [english: string, chinese: string])[] = [
  // Options.
  [
    'A score by {} is not a sum over the words of the text, so {} has nothing to work on. Use the method mixture, tf-idf or, without an encoder, likelihood.',
    '$1 的得分不是文中各词之和，因此 $2 用不了。请用方法 mixture、tf-idf，或不带编码器的 likelihood。',
  ],
  [' with an encoder 的得分', '（带编码器）的得分'],
  [' with an encoder', '（带编码器）'],
  ['There is no option {}. Options here: {}.', '没有选项 $1。这里的选项有：$2。'],
  [
    'The method {} does not use a model, so it cannot use an encoder. Use mixture or likelihood.',
    '方法 $1 不用模型，因此也用不了编码器。请用 mixture 或 likelihood。',
  ],
  [
    'The text is in the language {}, the encoder {} reads {}. Use another encoder, or name the language with lang.',
    '文本的语言是 $1，而编码器 $2 可读 $3。请换用编码器，或用 --lang 指明语言。',
  ],
  [
    'lang is {}; expected auto or the BCP 47 tag of a language, such as fr, pt-BR or zh-Hant.',
    'lang 是 $1；应为 auto 或语言的 BCP 47 标签，如 fr、pt-BR 或 zh-Hant。',
  ],
  [
    'lang is {}, a language without word vectors; expected auto, {}.',
    'lang 是 $1，这种语言没有词向量；应为 auto 或 $2。',
  ],
  [
    'The text at index {} is {}; expected a string, or an object whose text, and title where it has one, are strings.',
    '下标 $1 处的文本是 $2；应为字符串，或 text（以及可有可无的 title）为字符串的对象。',
  ],
  [
    'The text at index {} has a title that is {}; expected a string, or an object whose text, and title where it has one, are strings.',
    '下标 $1 处的文本的 title 是 $2；应为字符串，或 text（以及可有可无的 title）为字符串的对象。',
  ],
  ['The text at index {} has its own options: ', '下标 $1 处的文本自带的选项有误：'],
  ['text must be a string, but is {}.', 'text 应为字符串，现为 $1。'],
  [
    'model must be what loadModel returns, but is {}. Await it, as in extractKeywords(await loadModel("en"), text).',
    'model 应为 loadModel 的返回值，现为 $1。请先 await，如 extractKeywords(await loadModel("en"), text)。',
  ],
  [
    'model must be what loadModel returns, but is a function. Call that of modelForText with the text and await it, as in await modelOf(text).',
    'model 应为 loadModel 的返回值，现为函数。modelForText 返回的函数须以文本调用并 await，如 await modelOf(text)。',
  ],
  ['The text is empty: there is no word to choose from.', '文本为空，没有可选的词。'],
  [
    '{} is given twice, with {} and {}, and takes one value. Leave one of them out.',
    '$1 给了两次，分别是 $2 和 $3，而它只取一个值。请去掉一个。',
  ],
  [
    'After @, give the name of a file with one item per line, as in @terms.txt.',
    '@ 之后应为文件名，文件中每行一项，如 @terms.txt。',
  ],
  [
    '--io answers records one by one, from standard input or with --file alone, to standard output: it takes no texts, --lines, --group-by, --input-format, --delimiter, --on-error, --max-errors, --format, --output, --raw-csv or --write-front-matter.',
    '--io 逐条处理标准输入（或 --file）中的记录，写到标准输出：不能再给文本、--lines、--group-by、--input-format、--delimiter、--on-error、--max-errors、--format、--output、--raw-csv 或 --write-front-matter。',
  ],
  ['{} is the number of a column, from 1, with --io tsv; got {}.', '用 --io tsv 时 $1 是列号，从 1 起；现为 $2。'],
  [
    '--write-halves writes the halves of one data set, for --measure guess. Leave it out, or evaluate one data set by that measure.',
    '--write-halves 写出一个数据集的两半，用于 --measure guess。请去掉它，或只用该指标评测一个数据集。',
  ],
  // Weights and labels.
  [' Fit them again with telltale fit.', '请用 telltale fit 重新拟合。'],
  ['There are no weights {}; expected {}, or weights that were fitted.', '没有权重 $1；应为 $2，或拟合得到的权重。'],
  [
    ' has no weights: expected what telltale fit writes, {"version": {}, "language": …, "weights": {…}}, got {}.',
    ' 中没有权重：应为 telltale fit 写出的 {"version": $1, "language": …, "weights": {…}}，现为 $2。',
  ],
  [': version {} of the weights; this release of Telltale reads version {}.', '：权重的版本是 $1；本版本可读 $2。'],
  [
    ': language is {}; expected one by ISO 639, such as zh, en or fr.',
    '：language 是 $1；应为 ISO 639 代码，如 zh、en 或 fr。',
  ],
  [': there is no term {} to weigh.', '：没有可加权的项 $1。'],
  [': the weight of {} must be a number from {} to {}, got {}.', '：$1 的权重应为 $2 至 $3 的数，现为 $4。'],
  [' is not JSON: {}. Expected a file that telltale fit wrote.', ' 不是 JSON：$1。应为 telltale fit 写出的文件。'],
  [
    'Of {} text{} {} have keywords and {} have chosen and rejected; expected all texts to have the one or the other.',
    '$1 篇文本中 $3 篇有 keywords，$4 篇有 chosen 和 rejected；应全部有其中同一种。',
  ],
  [
    'Of {} texts {} different ones contain one of their labels; expected at least {}. Label texts with keywords that occur in them, and name the right field with `keywordsField`.',
    '$1 篇文本中只有 $2 篇（不重复）含有所标的关键词；至少要 $3 篇。请标注文中出现的关键词，并用 `keywordsField` 指定正确的字段。',
  ],
  [
    '{} labelled text{} in {}; expected at least {}. Label more of them.',
    '$3 的已标文本有 $1 篇；至少要 $4 篇。请再标一些。',
  ],
  [
    '{} labelled texts; expected at most {}: more make little difference. Give a random sample of them.',
    '已标文本有 $1 篇；最多 $2 篇，再多也几乎没有变化。请随机抽取一部分。',
  ],
  // Lists of tags.
  ['The list has no tags. Give at least one.', '标签表中没有标签。请至少给一个。'],
  [' has no tags. Give at least one, one per line.', ' 中没有标签。请至少给一个，每行一个。'],
  ['Tag {} has the id {}; expected a text that is not empty.', '第 $1 个标签的 id 是 $2；应为非空文本。'],
  ['Two tags have the id {}. Give each its own.', '有两个标签的 id 都是 $1。请各给一个。'],
  ['Tag {} has an empty label. Name it.', '标签 $1 的名称为空。请命名。'],
  ['Tags {} and {} have the label {}. Merge them, or rename one.', '标签 $1 和 $2 同名，都叫 $3。请合并，或改一个名。'],
  [
    'Tag {} has the parent {}, which is not in the list. Add it, or leave the parent out.',
    '标签 $1 的上级 $2 不在表中。请加上它，或去掉上级。',
  ],
  ['The parents of tags form a cycle: {}. Leave one of them out.', '标签的上级成环：$1。请去掉其中一个。'],
  ['The name of {} does not say what kind of list it is. Expected {}.', '$1 的名称看不出是哪种标签表。应为 $2。'],
  [
    'The name of {} does not say what kind of list it is. Expected .txt, .csv, .tsv, .jsonl, .json, .parquet, .ttl, .nt, .rdf or .xml.',
    '$1 的名称看不出是哪种标签表。应为 .txt、.csv、.tsv、.jsonl、.json、.parquet、.ttl、.nt、.rdf 或 .xml。',
  ],
  [
    'The name of {} does not say what kind of list it is. Expected .txt, .csv, .tsv, .jsonl or .json.',
    '$1 的名称看不出是哪种标签表。应为 .txt、.csv、.tsv、.jsonl 或 .json。',
  ],
  ['`tagsLanguage` is for SKOS vocabularies; {} is not one.', '`tagsLanguage` 用于 SKOS 词表；$1 不是。'],
  [
    ' has no skos:prefLabel: it is not a SKOS vocabulary. Expected concepts with labels.',
    ' 中没有 skos:prefLabel：不是 SKOS 词表。应为带名称的概念。',
  ],
  [
    ' has no label in the language {}; its labels are in: {}. Choose one of these with `tagsLanguage`.',
    ' 中没有语言为 $1 的名称；其名称的语言有：$2。请用 `tagsLanguage` 选择其一。',
  ],
  [
    ' cannot be read as {}: it takes more time or memory than its size allows.',
    ' 无法按 $1 读取：所需的时间或内存超过其大小所允许的。',
  ],
  [' cannot be read as {}: it has elements more than {} deep.', ' 无法按 $1 读取：元素嵌套超过 $2 层。'],
  [' cannot be read as {}: {}', ' 无法按 $1 读取：$2'],
  [
    ' has the fields {}; a list of tags has label, and may have {}. Rename its columns.',
    ' 的字段是 $1；标签表须有 label，还可有 $2。请改列名。',
  ],
  [
    ' has synonyms that are not texts: {}. Give a list of texts, or one text with | between them.',
    ' 的 synonyms 不是文本：$1。请给文本列表，或用 | 隔开的一个文本。',
  ],
  [
    ' is a file that only the command reads. Expected .txt, .csv, .tsv, .jsonl or .json.',
    ' 只有命令行能读。这里应为 .txt、.csv、.tsv、.jsonl 或 .json。',
  ],
  [
    ' is a workbook. Save the table as CSV UTF-8, with a column label.',
    ' 是工作簿。请把表格另存为 CSV UTF-8，其中要有 label 列。',
  ],
  [
    ' is not a tag index. Expected a list of tags, or a file that telltale tag --save wrote.',
    ' 不是标签索引。应为标签表，或 telltale tag --save 写出的文件。',
  ],
  ['Not a valid tag index: {}', '不是有效的标签索引：$1'],
  [
    'Not a usable tag index: its format is {}, expected "{}". Compile the list again.',
    '标签索引无法使用：格式是 $1，应为 "$2"。请重新编译标签表。',
  ],
  [
    'Not a usable tag index: it was made with the model {}, and this is {}. Name that model, or compile the list again.',
    '标签索引无法使用：它用模型 $1 编成，而现在是 $2。请指定那个模型，或重新编译标签表。',
  ],
  ['Not a usable tag index: {}', '标签索引无法使用：$1'],
  [
    '--save is "{}"; an index is saved as .safetensors, and no other file is overwritten.',
    '--save 是 "$1"；索引存为 .safetensors，不会覆盖其他文件。',
  ],
  [
    'The list was compiled with the encoder {}. Name it with `encoder`.',
    '标签表用编码器 $1 编成。请用 `encoder` 指定它。',
  ],
  [
    'The list was compiled with the encoder {}, which is needed: use {}, or `encoder`.',
    '标签表用编码器 $1 编成，需要它：请用 $2 或 `encoder`。',
  ],
  [
    'The list was compiled with the encoder {}, and {} gives other vectors. Name that encoder, or compile the list again.',
    '标签表用编码器 $1 编成，而 $2 的向量不同。请指定原来的编码器，或重新编译标签表。',
  ],
  [
    'The list has learned without the encoder {}, and its weights belong to what it saw. Compile the list with the encoder, and learn again.',
    '标签表学习时没有用编码器 $1，其权重只适用于当时的情形。请用编码器编译标签表，再学习一次。',
  ],
  [
    'No label is in a language that the encoder {} reads: {}. Use another encoder.',
    '没有一个名称的语言是编码器 $1 可读的：$2。请换用编码器。',
  ],
  [
    'minProbability needs probabilities, and these are not calibrated: too few tagged texts were learned from. Learn from more, or use minScore.',
    'minProbability 需要概率，而现有的未经校准：供学习的已标文本太少。请多学一些，或用 --min-score。',
  ],
  ['The text is empty: there is nothing to tag.', '文本为空，没有可标的内容。'],
  ['The measure tags needs a tag list: --tags FILE.', '指标 tags 需要标签表：--tags 文件。'],
  [
    'No method of tagging is called {}; expected suggest, suggest-read or mention-tf-idf.',
    '没有名为 $1 的标注方法；应为 suggest、suggest-read 或 mention-tf-idf。',
  ],
  [' has no text with a tag of the list.', ' 中没有一篇文本带有表中的标签。'],
  [' Its first tag is {}.', '它的第一个标签是 $1。'],
  [' Give the list of its tags.', '请给出相应的标签表。'],
  [': left out {} tag{} not in the list, the first {}.', '：略去 $1 个不在表中的标签，第一个是 $3。'],
  [': left out {} text{} without a tag of the list.', '：略去 $1 篇没有表中标签的文本。'],
];
