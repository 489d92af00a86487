/** What is wrong with files, records, documents and outputs: English with {} for what differs, and Chinese with $1, $2 for it. */
export const ofFiles: readonly (readonly [english: string, chinese: string])[] = [
  // Documents.
  [
    ' is not a Word document (.docx): it has no word/document.xml.',
    ' 不是 Word 文档（.docx）：其中没有 word/document.xml。',
  ],
  [
    ' is not an EPUB book (.epub): it has no package document that names its chapters.',
    ' 不是 EPUB 电子书（.epub）：其中没有列出各章的 package 文件。',
  ],
  [' is encrypted: its chapters cannot be read.', ' 已加密，读不了各章。'],
  [' is encrypted: open it and save it without a password.', ' 已加密：请打开后另存为不带密码的文件。'],
  [' is not a readable PDF: {}.', ' 不是可读的 PDF（PDF.js 的说明：$1）。'],
  [
    ' has no text: its pages are pictures. Read them with a program for OCR first.',
    ' 没有文字：各页都是图片。请先用 OCR 程序识别。',
  ],
  [
    ' is in UTF-16; keywords can be written only to UTF-8 files. Convert it first.',
    ' 是 UTF-16；关键词只能写入 UTF-8 文件。请先转换。',
  ],
  [' holds NUL bytes, which no text has. Nothing was written.', ' 含 NUL 字节，文本中不会有。什么也没有写入。'],
  [
    ' is compressed; keywords are written to plain files only. Unpack it first. Nothing was written.',
    ' 是压缩的；关键词只能写入未压缩的文件。请先解压。什么也没有写入。',
  ],
  [
    ' is one file under {} names (hard links), which would become two. Make a copy of it and name that. Nothing was written.',
    ' 是同一个文件，有 $1 个名称（硬链接），写入后会变成两个文件。请复制一份再写入。什么也没有写入。',
  ],
  [
    ' has front matter in JSON ({), which keywords are not written to; use YAML (---) or TOML (+++). Nothing was written.',
    ' 的 front matter 是 JSON（{），不能写入关键词；请改用 YAML（---）或 TOML（+++）。什么也没有写入。',
  ],
  [
    ' has front matter in {} that cannot be read: {}. Nothing was written.',
    ' 的 front matter（$1）读不了：$2。什么也没有写入。',
  ],
  ['the parser says "{}" (line {})', '解析器说“$1”（第 $2 行）'],
  ['the parser says "{}"', '解析器说“$1”'],
  ['it is not a list of properties, one per line', '其中不是每行一个的属性'],
  ['it has lists or tables that are nested too deep', '其中的列表或表嵌套太深'],
  ['it has more than {} anchors, aliases and tags', '其中的锚点、别名和标签超过 $1 个'],
  [
    ' has front matter that is not UTF-8. Convert the file first. Nothing was written.',
    ' 的 front matter 不是 UTF-8。请先转换文件。什么也没有写入。',
  ],
  [
    ' has front matter of more than {} characters; if its --- is a rule, write *** instead. Nothing was written.',
    ' 的 front matter 超过 $1 个字符；如果其中的 --- 是分隔线，请改写成 ***。什么也没有写入。',
  ],
  [
    ' has {} in its front matter that are not a list of words. Nothing was written.',
    ' 的 front matter 里 $1 不是词的列表。什么也没有写入。',
  ],
  [
    ' has front matter where {} cannot be written without a change to something else. Nothing was written.',
    ' 的 front matter 里写入 $1 就会改动别的内容。什么也没有写入。',
  ],
  ['Keywords are either added or replaced, not both.', '关键词只能添加或替换，不能两者都要。'],
  ['--add-keywords and --replace-keywords contradict each other.', '--add-keywords 与 --replace-keywords 互相矛盾。'],
  [
    ' holds NUL bytes: it is a binary file, or needs its encoding named.',
    ' 含有 NUL 字节：是二进制文件，或需要指明编码。',
  ],
  [' is not a zip archive that can be read: {}.', ' 不是可读的 zip 压缩包（fflate 的说明：$1）。'],
  [' is nested too deep, or too large, to be read.', ' 嵌套太深或太大，读不了。'],
  [
    ' takes too much time or memory to read: it is damaged, or too large.',
    ' 读取所需的时间或内存太多：文件已损坏，或太大。',
  ],
  [' is not {}. Name its encoding.', ' 不是 $1。请指明编码。'],
  [' has more than {} files, too large for a document.', ' 含有 $1 个以上的文件，作为文档太大。'],
  [' unpacks to more than {} bytes, too large for a document.', ' 解压后超过 $1 字节，作为文档太大。'],
  [' has more than {} MiB, too large for a document.', ' 超过 $1 MiB，作为文档太大。'],
  [', too large for a document.', '，作为文档太大。'],
  // Files and inputs.
  ['There is no file {}.', '没有文件 $1。'],
  [' is not a regular file.', ' 不是普通文件。'],
  [' became shorter while it was read.', ' 在读取过程中变短了。'],
  [' is a directory.', ' 是目录。'],
  [' cannot be read ({}).', ' 读不了（$1）。'],
  [
    'Cannot read the records of {}: its pages are damaged: they claim more than the file can hold.',
    '读不了 $1 的记录：数据页已损坏，声明的内容多于文件所能容纳。',
  ],
  [
    'Cannot read the records of {}: it is empty, cut off or damaged. Get it again.',
    '读不了 $1 的记录：文件是空的、不完整或已损坏。请重新获取。',
  ],
  ['Cannot read the records of {}: it has no columns.', '读不了 $1 的记录：没有列。'],
  [
    'Cannot read the records of {}: it says that it has {} rows, and has {}.',
    '读不了 $1 的记录：写明有 $2 行，实有 $3 行。',
  ],
  ['Cannot read the records of {}: {}', '读不了 $1 的记录：$2'],
  ['Cannot read {}: it is not a regular file.', '读不了 $1：不是普通文件。'],
  [
    'Cannot read {}: it ended after {} of {} bytes while being read.',
    '读不了 $1：读取中在 $3 字节的第 $2 字节处结束。',
  ],
  ['Cannot read {}: it has more than {} MiB.', '读不了 $1：超过 $2 MiB。'],
  ['Cannot read {}: it is a directory.', '读不了 $1：这是目录。'],
  ['Cannot read {}: {}', '读不了 $1：$2'],
  [
    'Parquet cannot be read from standard input, because its index is at the end. Write it to a file and name the file.',
    'Parquet 的索引在文件末尾，不能从标准输入读取。请存成文件再指定。',
  ],
  [
    ' holds NUL bytes: it is a binary file, or UTF-16 without a mark, which `encoding` utf-16le or utf-16be reads.',
    ' 含有 NUL 字节：是二进制文件，或没有标记的 UTF-16（用 `encoding` utf-16le 或 utf-16be 读取）。',
  ],
  [
    ' is not UTF-8, or not of the encoding that was named. Chinese text in GBK or GB18030 is read with `encoding` gb18030, or converted with iconv -f GB18030 -t UTF-8.',
    ' 不是 UTF-8，或不是所指明的编码。GBK 或 GB18030 的中文请用 `encoding` gb18030 读取，或用 iconv -f GB18030 -t UTF-8 转换。',
  ],
  [
    ' is not UTF-8, or not of the encoding that was named. Chinese text in GBK is read with --encoding gb18030.',
    ' 不是 UTF-8，或不是所指明的编码。GBK 的中文请用 --encoding gb18030 读取。',
  ],
  [
    ' looks like UTF-16. Texts are read with `encoding` {}; convert other files with iconv -f {} -t utf-8.',
    ' 看来是 UTF-16。文本用 `encoding` $1 读取；其他文件请用 iconv -f $2 -t utf-8 转换。',
  ],
  [
    ' looks like UTF-16. Texts are read with `encoding` utf-16le or utf-16be.',
    ' 看来是 UTF-16。文本用 `encoding` utf-16le 或 utf-16be 读取。',
  ],
  [' looks like UTF-16. Name it: --encoding {}.', ' 看来是 UTF-16。请指明：--encoding $1。'],
  [
    ' looks like UTF-16. Name it: --encoding utf-16le or utf-16be.',
    ' 看来是 UTF-16。请指明：--encoding utf-16le 或 utf-16be。',
  ],
  [
    ' is not UTF-8. Convert Chinese text in GBK or GB18030 with iconv -f GB18030 -t UTF-8; save a table of Excel as CSV UTF-8.',
    ' 不是 UTF-8。GBK 或 GB18030 的中文请用 iconv -f GB18030 -t UTF-8 转换；Excel 表格请另存为 CSV UTF-8。',
  ],
  [' uses an unsupported compression. Unpack it: {}', ' 的压缩方式不受支持。请先解压：$1'],
  [' is not compressed as its extension {} says.', ' 的压缩方式与扩展名 $1 不符。'],
  [' was compressed with a dictionary. Unpack it: {}', ' 压缩时用了字典。请先解压：$1'],
  [' needs a window that is too large. Unpack it: {}', ' 所需的解压窗口太大。请先解压：$1'],
  [' has too many small blocks for its large window. Unpack it: {}', ' 窗口大，而小块太多。请先解压：$1'],
  [
    ': there is no file to read. Directories are searched for {}, compressed or not.',
    '：没有可读的文件。目录中查找的是 $1，压缩与否均可。',
  ],
  [
    'The directory {} has no readable file; expected {}, compressed or not.',
    '目录 $1 中没有可读的文件；应为 $2，压缩与否均可。',
  ],
  [
    'encoding is {}, which is not a known encoding. Expected {} or another of the WHATWG Encoding Standard.',
    'encoding 是 $1，不是已知的编码。应为 $2，或 WHATWG 编码标准中的其他编码。',
  ],
  [
    'delimiter must be one ASCII character, e.g. ";", or tab; got {}.',
    'delimiter 应为一个 ASCII 字符（如 ";"）或 tab，现为 $1。',
  ],
  [
    'field is {}, but no file of the corpus has records. Leave it out, or say what the files are with `inputFormat`.',
    'field 是 $1，但语料中没有含记录的文件。请去掉它，或用 `inputFormat` 指明文件的格式。',
  ],
  [
    '{} names a field of records, but {} is read as text. Leave it out, or say what the input is with --input-format.',
    '$1 指定的是记录的字段，但 $2 按文本读取。请去掉它，或用 --input-format 指明输入的格式。',
  ],
  [
    '--title is the title of one text, and there may be several here. Name the field that holds the title of each with --title-field.',
    '--title 是一篇文本的标题，而这里可能有多篇。请用 --title-field 指定存放各篇标题的字段。',
  ],
  // Records.
  [', more than the {} of `maxErrors`:', '，超过 `maxErrors` 的 $1 条：'],
  [' has {} after the quote that ends a field', ' 在字段的右引号之后还有 $1'],
  [' has {} column{}; --field names column {}.', ' 有 $1 列；--field 指的是第 $3 列。'],
  [' has {} column{}; --title-field names column {}.', ' 有 $1 列；--title-field 指的是第 $3 列。'],
  [' has no text field "{}"; it has: {}. Name it with --field.', ' 没有文本字段 "$1"；它有：$2。请用 --field 指定。'],
  [
    ' has a {} in the field "{}"; --title-field must name a text, or null.',
    ' 的字段 "$2" 是 $1；--title-field 应指向文本或 null。',
  ],
  [
    ' has no options in {}; expected an object as {"topN": 3}, or null. --options-field names where they are',
    ' 在 $1 中没有选项；应为 {"topN": 3} 这样的对象或 null。--options-field 指定选项所在之处',
  ],
  [
    ' has {} bytes, more than the {} of --max-line-bytes. Raise it, or split the text.',
    ' 有 $1 字节，超过 --max-line-bytes 的 $2。请调高上限，或拆分文本。',
  ],
  [
    'Line {} has a text of {} characters, more than the {} of --max-text.',
    '第 $1 行的文本有 $2 个字符，超过 --max-text 的 $3。',
  ],
  [' has no list of texts in the field "{}"; expected {}', ' 的字段 "$1" 不是文本列表；应为 $2'],
  ['{} has no {} for the document {}.', '$1 中没有文档 $3 的 $2。'],
  [' has no document with keywords.', ' 中没有带关键词的文档。'],
  [' has no document.', ' 中没有文档。'],
  ['No record is a labelled text', '没有一条记录是已标文本'],
  [', as said above', '，原因见上'],
  [
    ' has {} characters; a text may have {} characters. Split it, or raise `maxText`.',
    ' 有 $1 个字符，而文本最多 $2 个字符。请拆分，或调高 `maxText`。',
  ],
  [
    ' has more than {} bytes; a text may have {} characters. Split it, or raise `maxText`.',
    ' 超过 $1 字节，而文本最多 $2 个字符。请拆分，或调高 `maxText`。',
  ],
  [
    ' has {}; a text may have {} characters. Split it, or raise `maxText`.',
    ' 有 $1，而文本最多 $2 个字符。请拆分，或调高 `maxText`。',
  ],
  [' has {} in the field "{}"; expected the name of a group.', ' 的字段 "$2" 是数组或对象；应为组名。'],
  // Outputs.
  [' is named twice, and would count twice. Leave one out.', ' 写了两次，会算两遍。请去掉一个。'],
  ['{} and {} are one file, and would count twice. Leave one out.', '$1 和 $2 是同一个文件，会算两遍。请去掉一个。'],
  [', and would count twice. Leave one out.', '，会算两遍。请去掉一个。'],
  ['Cannot write {}: it is a folder. Name a file in it.', '写不了 $1：它是文件夹。请指定其中的文件。'],
  [
    'Cannot write {}: process {} is writing it. Wait until it has finished, or write elsewhere.',
    '写不了 $1：进程 $2 正在写它。请等它结束，或写到别处。',
  ],
  [
    'Cannot write {}: nothing is written to standard output here. Name a file.',
    '写不了 $1：这里不写到标准输出。请指定文件。',
  ],
  ['Cannot write {}: it exists and is not a regular file.', '写不了 $1：它已存在，但不是普通文件。'],
  ['Cannot write {}: there is no folder {}. Create it first.', '写不了 $1：没有文件夹 $2。请先新建。'],
  [
    'Cannot write {}: it is read-only. Make it writable, or write elsewhere.',
    '写不了 $1：它是只读的。请改为可写，或写到别处。',
  ],
  ['Cannot write {}: {} is not a folder.', '写不了 $1：$2 不是文件夹。'],
  ['Cannot write {}: it is one of the input files. Write elsewhere.', '写不了 $1：它也是要读取的文件。请写到别处。'],
  [
    'Cannot write {}: it needs about {}, and {} has {} left. Free space, or write elsewhere.',
    '写不了 $1：约需 $2，而 $3 只剩 $4。请腾出空间，或写到别处。',
  ],
  ['Cannot write {}: {}', '写不了 $1：$2'],
  ['Writing {} was stopped; what was there before is untouched.', '写入 $1 时中止；原有的文件没有动。'],
  [
    'output is "{}"; its extension must name the format: {}. Otherwise set --format.',
    '输出文件是 "$1"；扩展名应表明格式：$2。否则请用 --format 指定。',
  ],
  [
    '{} can show one text as {}, and there are several. Explain one, or use --format json.',
    '$1 只能把一篇文本写成 $2，而这里有多篇。请只解释一篇，或用 --format json。',
  ],
  ['Name the output file: -o {}.', '请用 -o 指定输出文件，如 -o $1。'],
  [
    'frontMatterKey must be the name of a property, of the letters A to Z, digits, _ and -, such as keywords or tags; got {}.',
    'frontMatterKey 应为属性名，由英文字母、数字、_ 和 - 组成，如 keywords 或 tags；现为 $1。',
  ],
  ['{} needs --write-front-matter.', '$1 要与 --write-front-matter 同用。'],
  [
    '--write-front-matter writes the keywords of each file to it; with --group-by files have none of their own. Leave one of them out.',
    '--write-front-matter 把关键词写入各文件，而用了 --group-by 文件就没有自己的关键词。请去掉其中一个。',
  ],
  [
    '--write-front-matter writes UTF-8, and --encoding says {}. Convert the files first.',
    '--write-front-matter 写入 UTF-8，而 --encoding 是 $1。请先转换文件。',
  ],
  [
    '--write-front-matter needs a Markdown file (.md, .markdown) to write to. Name some with --file.',
    '--write-front-matter 需要可写入的 Markdown 文件（.md、.markdown）。请用 --file 指定。',
  ],
];
