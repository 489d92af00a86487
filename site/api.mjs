// Writes the reference of the library from its doc comments: a page for each entry that users import.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Application } from 'typedoc';
import { slugify } from './slugify.mjs';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Entries and their pages. `telltale` exports all that `@telltale/core` does. */
const entries = {
  'packages/core/src/node.ts': 'core',
  'packages/core/src/browser.ts': 'browser',
  'packages/telltale/src/client.ts': 'client',
  'packages/telltale/src/server.ts': 'server',
  'packages/telltale/src/langchain.ts': 'langchain',
};

const titles = {
  core: ['`telltale` and `@telltale/core`', '`telltale` 和 `@telltale/core`'],
  browser: ['`@telltale/core` in browsers', '浏览器中的 `@telltale/core`'],
  client: ['`telltale/client`', '`telltale/client`'],
  server: ['`telltale/server`', '`telltale/server`'],
  langchain: ['`telltale/langchain`', '`telltale/langchain`'],
};

const about = {
  core: ['the library', '程序库'],
  browser: [
    'what loads models, languages and encoders in browsers, and extraction in a worker; the rest of the library is the same',
    '在浏览器中加载模型、语言和编码器，以及在 worker 中提取；其余部分与程序库相同',
  ],
  client: ['the client of the service, for Node.js and browsers', '服务的客户端，用于 Node.js 和浏览器'],
  server: ['the service, for a program of your own', '服务，供你自己的程序使用'],
  langchain: ['a document transformer of LangChain.js', 'LangChain.js 的文档转换器'],
};

/** What TypeDoc writes by itself. */
const inChinese = {
  Accessors: '访问器',
  Classes: '类',
  Constructor: '构造函数',
  Constructors: '构造函数',
  Default: '默认值',
  'Default Value': '默认值',
  Deprecated: '已弃用',
  Description: '说明',
  Example: '示例',
  Extends: '继承',
  Functions: '函数',
  'Get Signature': '读取',
  Implements: '实现',
  'Implementation of': '实现自',
  Indexable: '索引',
  'Inherited from': '继承自',
  Interfaces: '接口',
  Methods: '方法',
  Overrides: '重写',
  Parameter: '参数',
  Parameters: '参数',
  Properties: '属性',
  Property: '属性',
  Returns: '返回',
  Throws: '抛出',
  Type: '类型',
  'Type Aliases': '类型别名',
  'Type Declaration': '类型声明',
  'Type Parameter': '类型参数',
  'Type Parameters': '类型参数',
  Variables: '变量',
};

/** The names of the headings of a page, as in the configuration of the site, by their texts; the first of equal ones. */
function headingsOf(page) {
  const headings = new Map();
  const seen = new Map();
  for (const [, text] of page.matchAll(/^#+ (.+)$/gm)) {
    const slug = slugify(text);
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    if (!headings.has(text)) headings.set(text, times === 0 ? slug : `${slug}-${times}`);
  }
  return headings;
}

/** Names of headings in links: TypeDoc counts equal ones otherwise than the site, `heatMap()` and `HeatMap`. */
const linked = (page, headings) =>
  page.replace(/\[`(\w+)`\]\((\w+\.md)?#[\w-]+\)/g, (link, name, file = '') => {
    const heading =
      file === '' || file === 'core.md' ? (headings(file).get(name) ?? headings(file).get(`${name}()`)) : undefined;
    return heading === undefined ? link : `[\`${name}\`](${file}#${heading})`;
  });

/** Writes the pages in English and in Chinese. Comments are English in both. */
export async function writeApi(folder, folderInChinese) {
  const app = await Application.bootstrapWithPlugins({
    plugin: ['typedoc-plugin-markdown'],
    entryPoints: Object.keys(entries).map(path),
    tsconfig: path('site/tsconfig.json'),
    readme: 'none',
    skipErrorChecking: true,
    excludePrivate: true,
    excludeInternal: true,
    excludeExternals: true,
    excludeReferences: true,
    disableSources: true,
    sort: ['alphabetical'],
    router: 'module',
    hidePageHeader: true,
    hideBreadcrumbs: true,
    hidePageTitle: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    typeAliasPropertiesFormat: 'table',
    useCodeBlocks: true,
    logLevel: 'Error',
  });
  const project = await app.convert();
  if (!project) throw new Error('The sources cannot be read.');
  for (const module of project.children) {
    const { fileName } = project.getSymbolIdFromReflection(module) ?? {};
    const entry = Object.keys(entries).find((name) => String(fileName).endsWith(name));
    if (!entry) throw new Error(`${module.name} is not an entry.`);
    module.name = entries[entry];
  }
  await app.outputs.writeOutput({ name: 'markdown', path: folder }, project);
  const names = readdirSync(folder).filter((name) => name !== 'README.md' && name.endsWith('.md'));
  if (names.length !== Object.keys(titles).length) throw new Error(`Pages of the library: ${names}`);
  const core = headingsOf(readFileSync(`${folder}/core.md`, 'utf8'));
  for (const file of names) {
    const [title, titleInChinese] = titles[file.replace('.md', '')];
    // The table of options is in the reference of the options, not in a cell.
    const short = readFileSync(`${folder}/${file}`, 'utf8').replace(
      /(\[`OptionsOf`\]\([^)]*\))\\<\\\{.{300,}?\}\\>/g,
      '$1',
    );
    const own = headingsOf(short);
    const page = linked(short, (other) => (other === '' ? own : core));
    writeFileSync(`${folder}/${file}`, `# ${title}\n\n${page}`);
    const translated = page
      .replace(/^(#+) (.+)$/gm, (line, level, text) => (inChinese[text] ? `${level} ${inChinese[text]}` : line))
      .replace(/^\| .+ \|\n(?=\| ---)/gm, (head) =>
        head.replace(/[\w ]+\w/g, (text) => (inChinese[text.trim()] ? ` ${inChinese[text.trim()]}` : text)),
      );
    writeFileSync(
      `${folderInChinese}/${file}`,
      `# ${titleInChinese}\n\n说明文字取自源代码，只有英文。\n\n${translated}`,
    );
  }
  const index = (k) =>
    Object.entries(titles)
      .map(([name, title]) => `- [${title[k]}](${name}.md)${k ? '：' : ': '}${about[name][k]}`)
      .join('\n');
  writeFileSync(`${folder}/index.md`, `# API\n\nWhat programs import, from the comments in the code.\n\n${index(0)}\n`);
  writeFileSync(
    `${folderInChinese}/index.md`,
    `# API\n\n程序导入的内容，由代码中的注释生成。注释是英文，没有翻译。\n\n${index(1)}\n`,
  );
}
