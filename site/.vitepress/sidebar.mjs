import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const docs = (name) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));

/** Groups of the sidebar: their names and their pages with the names these have there. */
const groups = [
  [
    'Start',
    '开始',
    [
      ['/', 'Telltale', 'Telltale'],
      ['/install', 'Install', '安装'],
      ['/concepts', 'What a keyword is', '什么是关键词'],
      ['/scores', 'What the number means', '得分的含义'],
      ['/languages', 'Languages', '语言'],
    ],
  ],
  [
    'How to',
    '用法',
    [
      ['/better-keywords', 'Fit the ranking to your texts', '让排序适应你的文本'],
      ['/better-results', 'Better results by options', '用选项改善结果'],
      ['/own-model', 'A model of your own', '自己的模型'],
      ['/models', 'Models of other programs', '其他程序的模型'],
      ['/encoder', 'Text encoders', '文本编码器'],
      ['/tags', 'Tags from your list', '用自己的标签表'],
      ['/documents', 'Documents', '文档'],
      ['/service', 'The service', '服务'],
      ['/page', 'The page', '网页'],
      ['/browser', 'In browsers', '在浏览器中'],
      ['/scale', 'Many machines', '多台机器'],
      ['/python', 'Python', 'Python'],
      ['/assistants', 'Tools for assistants', '助手工具'],
      ['/langchain', 'LangChain', 'LangChain'],
      ['/search-engines', 'Search engines and databases', '搜索引擎和数据库'],
    ],
  ],
  [
    'Reference',
    '参考',
    [
      ['/api/', 'API', 'API'],
      ['/options', 'Options', '选项'],
      ['/errors', 'Errors', '错误'],
      ['/http', 'HTTP', 'HTTP'],
      ['/stability', 'What stays the same', '什么保持不变'],
    ],
  ],
  [
    'Evaluation',
    '评测',
    [
      ['/evaluation', 'How good the keywords are', '关键词有多好'],
      ['/reliability', 'What it survives', '可靠性'],
      ['/witness', 'Compared with gensim', '与 gensim 对照'],
      ['/cards/model-zh', 'The Chinese model', '中文模型'],
      ['/cards/model-en', 'The English model', '英文模型'],
      ['/cards/vectors', 'Vectors of ten languages', '十种语言的词向量'],
      ['/cards/encoder-zh', 'The Chinese encoder', '中文编码器'],
      ['/cards/encoder-en', 'The English encoder', '英文编码器'],
    ],
  ],
  [
    'Inside',
    '内部',
    [
      ['/architecture', 'Architecture', '架构'],
      ['/contributing', 'Contributing', '参与开发'],
      ['/security', 'Security', '安全'],
      ['/release', 'Make a release', '发布'],
    ],
  ],
];

/** The title of a document, by its place in docs. */
const titleOf = (name) => /^# (.*)$/m.exec(readFileSync(docs(name), 'utf8'))[1];

const decisions = readdirSync(docs('decisions')).map((name) => [
  `/decisions/${name.replace('.md', '')}`,
  titleOf(`decisions/${name}`),
  titleOf(`zh/decisions/${name}`),
]);

/** The sidebar of a language, `en` or `zh`. */
export function sidebar(language) {
  const isChinese = language === 'zh';
  const link = (page) => (isChinese ? `/zh${page}` : page);
  return [...groups, ['Decisions', '决策', decisions]].map(([name, nameInChinese, pages]) => ({
    text: isChinese ? nameInChinese : name,
    items: pages.map(([page, title, titleInChinese]) => ({
      text: isChinese ? titleInChinese : title,
      link: link(page),
    })),
  }));
}
