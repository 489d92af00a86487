import { documentKinds } from '../documents/document.js';
import { define } from './option.js';

/** Options of how files of texts are read, by every command that reads some. */
export const readingOptions = define({
  inputFormat: {
    type: 'choice',
    choices: ['text', 'lines', 'jsonl', 'json', 'csv', 'tsv', 'parquet', ...documentKinds],
    flag: '--input-format',
    description: 'Format of the input (default: detected from the name and the first bytes of each file).',
    zh: '输入的格式（默认：按每个文件的名称和开头几个字节判断）。',
  },
  encoding: {
    type: 'string',
    flag: '--encoding',
    unit: 'name',
    description:
      'Encoding of the input, e.g. gb18030 (default: UTF-8, or UTF-16 if the file has a byte-order mark; of HTML, the one that the page names).',
    zh: '输入的编码，如 gb18030（默认：UTF-8；文件有字节顺序标记时为 UTF-16；HTML 用页面自己声明的编码）。',
  },
  delimiter: {
    type: 'string',
    flag: '--delimiter',
    unit: 'sign',
    description: 'Field separator of a table, e.g. ";" or tab (default: detected from its first line).',
    zh: '表格的分隔符，如 ";" 或 tab（默认：按首行判断）。',
  },
  maxText: {
    type: 'integer',
    default: 10_000_000,
    min: 1,
    max: 100_000_000,
    flag: '--max-text',
    unit: 'characters',
    description: 'Longest text; a record with a longer one is an error.',
    zh: '最长的文本；记录中的文本超过此长度即为错误。',
  },
});

/** Options of what a command does about records that cannot be worked on. */
export const errorOptions = define({
  onError: {
    type: 'choice',
    choices: ['skip', 'stop'],
    flag: '--on-error',
    description:
      'skip: report a bad record with its error, or leave it out of a corpus, and count it; stop: end the run (default: skip; stop for a single text).',
    zh: 'skip：报告出错的记录（语料中则略去）并计数；stop：就此停止（默认：skip；只有一篇文本时为 stop）。',
  },
  maxErrors: {
    type: 'integer',
    min: 0,
    flag: '--max-errors',
    unit: 'records',
    description: 'End the run when more records than this fail.',
    zh: '出错的记录超过此数就停止。',
  },
});

/** Options of the texts a command reads. */
export const inputOptions = define({
  file: {
    type: 'paths',
    flag: '-f, --file',
    unit: 'files',
    description:
      'Read texts from files: one text per file, of .html, .md, .pdf, .docx, .epub, .srt and .vtt without their markup, or one per record of .jsonl, .json, .csv, .tsv and .parquet, optionally compressed (.gz, .zst); a directory stands for all files in it, - for standard input.',
    zh: '从文件读文本：每个文件一篇（.html、.md、.pdf、.docx、.epub、.srt、.vtt 去掉标记），或 .jsonl、.json、.csv、.tsv、.parquet 的每条记录一篇，可压缩（.gz、.zst）；目录代表其中所有文件，- 代表标准输入。',
  },
  ...readingOptions,
  ...errorOptions,
  field: {
    type: 'string',
    flag: '--field',
    unit: 'name or number',
    description:
      'Where a record holds its text: the name of a field (default: text); with --io tsv the number of a column from 1 (default: the last). A field "id" names the text in the output.',
    zh: '文本在记录的哪里：字段名（默认：text）；用 --io tsv 时为列号，从 1 起（默认：最后一列）。字段 "id" 是文本在输出中的名称。',
  },
  titleField: {
    type: 'string',
    flag: '--title-field',
    unit: 'name or number',
    description:
      'Where a record holds its title, if apart from the text: a field or column, as for --field. It may be missing.',
    zh: '标题与正文分开时，标题在记录的哪里：字段或列，写法同 --field。可以没有标题。',
  },
  groupBy: {
    type: 'string',
    flag: '--group-by',
    unit: 'field',
    description:
      'Keywords of groups of texts instead of single texts: by a field of the records, by "file", or of "all" texts.',
    zh: '按组而不按篇给出关键词：按记录的某个字段，按 "file"（文件），或 "all"（全部文本）。',
  },
  lines: {
    type: 'boolean',
    default: false,
    flag: '--lines',
    description: 'Treat every line of a file as a text.',
    zh: '文件的每一行作一篇文本。',
  },
  threads: {
    type: 'integer',
    min: 1,
    max: 256,
    flag: '--threads',
    description: 'Worker threads (default: all cores for --lines and records, one for --io).',
    zh: '工作线程数（默认：--lines 和记录为每核一个，--io 为一个）。',
  },
  io: {
    type: 'choice',
    choices: ['jsonl', 'tsv'],
    flag: '--io',
    description:
      'Work as a filter: one line of output per line of input, in order. jsonl: add keywords (or tags), or error, to a JSON record; tsv: replace the text column by a last column with the keywords (or tags) as JSON.',
    zh: '作过滤器用：输入一行，输出一行，顺序不变。jsonl：在 JSON 记录中加上关键词（或标签）或错误；tsv：去掉文本列，末尾加一列 JSON 形式的关键词（或标签）。',
  },
  optionsField: {
    type: 'string',
    flag: '--options-field',
    unit: 'name or number',
    description:
      'For --io, where a record holds options of its own, as JSON with the names of the library: {"topN": 3}. A field or column, as for --field; as a column it is left out of the output.',
    zh: '与 --io 同用：记录在哪个字段或列带有自己的选项，写成 JSON，名字同函数库：{"topN": 3}。写法同 --field；是列时不出现在输出里。',
  },
  maxLineBytes: {
    type: 'integer',
    default: 2 ** 24,
    min: 1,
    max: 2 ** 28,
    flag: '--max-line-bytes',
    unit: 'bytes',
    description: 'Longest line for --io; a longer one yields an error.',
    zh: '--io 最长的行；超过的行输出错误。',
  },
});

/** Options of every command. */
export const interfaceOptions = define({
  uiLang: {
    type: 'choice',
    choices: ['zh', 'en'],
    flag: '--ui-lang',
    description:
      'Language of help and messages (default: zh if LC_ALL, LC_MESSAGES or LANG says so, otherwise en). Results do not depend on it.',
    zh: '帮助和提示用哪种语言（默认：LC_ALL、LC_MESSAGES 或 LANG 为中文时用 zh，否则用 en）。结果不受影响。',
  },
});

/** The forms a command can print in. */
export const outputOptions = define({
  format: {
    type: 'choice',
    choices: ['table', 'json', 'jsonl', 'csv', 'tsv'],
    default: 'table',
    flag: '--format',
    description:
      'table: for people; json: one array; jsonl: one object per text; csv and tsv: one row per keyword or tag.',
    zh: 'table：给人看的表；json：一个数组；jsonl：每篇文本一个对象；csv 和 tsv：每个关键词或标签一行。',
  },
});

/** Where the commands extract and tag write. */
export const writeOptions = define({
  output: {
    type: 'string',
    flag: '-o, --output',
    unit: 'file',
    description:
      'Write to a file, without --format in the format of its extension: .json, .jsonl, .csv, .tsv or .parquet.',
    zh: '写入文件；不加 --format 时格式由扩展名决定：.json、.jsonl、.csv、.tsv 或 .parquet。',
  },
  rawCsv: {
    type: 'boolean',
    default: false,
    flag: '--raw-csv',
    description:
      'Write csv and tsv cells unchanged; by default, cells that a spreadsheet would evaluate (=, +, -, @ …) get a leading apostrophe.',
    zh: 'csv 和 tsv 的单元格原样写出；不加此项时，电子表格会当公式计算的单元格（=、+、-、@ …）前加一个撇号。',
  },
});

/** Options of keywords that are written to the Markdown files they come from. */
export const frontMatterOptions = define({
  writeFrontMatter: {
    type: 'boolean',
    default: false,
    flag: '--write-front-matter',
    description:
      'Also write the keywords of each Markdown file to its front matter (YAML or TOML). A file that has keywords keeps them.',
    zh: '把每个 Markdown 文件的关键词也写进它的 front matter（YAML 或 TOML）。已有关键词的文件保持原样。',
  },
  replaceKeywords: {
    type: 'boolean',
    default: false,
    flag: '--replace-keywords',
    description: 'With --write-front-matter, replace the keywords that a file has.',
    zh: '与 --write-front-matter 同用：替换文件已有的关键词。',
  },
  addKeywords: {
    type: 'boolean',
    default: false,
    flag: '--add-keywords',
    description: 'With --write-front-matter, add the keywords after those that a file has.',
    zh: '与 --write-front-matter 同用：把关键词加在文件已有的关键词之后。',
  },
  frontMatterKey: {
    type: 'string',
    default: 'keywords',
    flag: '--front-matter-key',
    unit: 'name',
    description:
      'With --write-front-matter, the property that gets the keywords. As tags they are written as Obsidian allows them: with hyphens for blanks, and without those of digits alone.',
    zh: '与 --write-front-matter 同用：把关键词写进哪个属性。写成 tags 时按 Obsidian 的规则：空格换成连字符，略去只有数字的。',
  },
});
