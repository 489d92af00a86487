import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { root } from '../support.js';

/** A text that pages are made of. */
export interface Article {
  readonly lang: 'en' | 'zh';
  readonly title: string;
  /** What one of its keywords must say. */
  readonly expect: string;
  readonly paragraphs: readonly string[];
}

/** Ten articles, five in each language. */
export const articles: readonly Article[] = JSON.parse(
  readFileSync(join(root, 'test/fixtures/documents/articles.json'), 'utf8'),
);

const words = {
  en: {
    site: 'Example Daily',
    menu: ['Sitemap', 'Subscribe', 'Newsletter', 'Login', 'Contact'],
    cookies: 'We use cookies and similar technologies. Accept all cookies or manage your privacy settings.',
    related: ['Advertisement: cheap insurance for drivers', 'Share on Facebook'],
    table: [
      ['quantity', 'value'],
      ['first', '12'],
    ],
    note: 'Copyright Example Daily. All rights reserved.',
  },
  zh: {
    site: '示例日报',
    menu: ['首页', '登录', '订阅邮件', '联系我们', '会员中心'],
    cookies: '本网站使用浏览器缓存文件改善体验，请接受隐私政策。',
    related: ['广告：汽车保险优惠', '分享到微博'],
    table: [
      ['数量', '数值'],
      ['第一', '12'],
    ],
    note: '版权所有，示例日报。',
  },
};

const CODE =
  'const parserConfig = loadSettings("tokens.json");\nfunction renderWidget() { return parserConfig.flush(); }';

/** Words of markup, code, menus and banners of the pages; none is a keyword of any. */
export const strangers =
  /\b(?:div|span|href|html|class|style|script|const|function|return|flush|console|nbsp|amp|http|table|colspan|pre|docx|sitemap|subscribe|newsletter|login|contact|cookies?|privacy|advertisement|insurance|facebook|copyright|rights reserved|example daily|draft|sidebar)\b|parserConfig|loadSettings|renderWidget|tokens\.json|trackVisit|首页|登录|订阅|联系我们|会员|浏览器|缓存|隐私|广告|保险|微博|版权|日报|[<>{}|]/i;

/** A web page around an article; three kinds of them in turn. */
export function htmlPage({ lang, title, paragraphs }: Article, kind: number): string {
  const { site, menu, cookies, related, table, note } = words[lang];
  const list = `<ul>${menu.map((entry) => `<li><a href="/${entry}">${entry}</a></li>`).join('')}</ul>`;
  const rows = table.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const script = `<script>var trackVisit = function () { console.log("<p>cookies</p>"); };</script>`;
  const [first, ...rest] = paragraphs.map((paragraph) => `<p>${paragraph.replace(/(\S{3})/, '<em>$1</em>')}</p>`);
  const body = `${first}<pre><code>${CODE}</code></pre>${rest.join('\n')}<p><code>renderWidget</code></p><table>${rows}</table>`;
  if (kind % 3 === 0) {
    return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} – ${site}</title>${script}<style>div { color: red }</style></head>
<body class="cookie-visible"><header role="banner"><nav>${list}</nav></header><div id="cookie-banner" role="dialog">${cookies}</div>
<main><article><h1>${title}</h1>${body}</article></main><aside>${related.map((one) => `<p>${one}</p>`).join('')}</aside><footer>${note}</footer></body></html>`;
  }
  if (kind % 3 === 1) {
    return `<!doctype html>\n<title>${title} | ${site}</title>\n<div class="topmenu menu">${list}</div><div class="layout"><div class="sidebar">${list}${related.map((one) => `<p>${one}</p>`).join('')}</div>
<div class="content post"><h1>${title}</h1>${body}</div></div><div class="footer">${note}</div><div class="gdpr-consent popup"><p>${cookies}</p><button>OK</button></div>${script}`;
  }
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${site}: ${title}</title></head><body><div id="nav" class="navigation">${list}</div>
<!-- draft: cookies --><section id="story"><h2>${title}</h2>${body}</section><div class="social share">${related[1]}</div><div class="onetrust-banner">${cookies}</div></body></html>`;
}

/** A Markdown file around an article. */
export function markdownPage({ lang, title, paragraphs }: Article): string {
  const { site, menu, table } = words[lang];
  const [first, ...rest] = paragraphs;
  return `---\ntitle: "${title}"\nlayout: docx\ntags: [draft, ${menu[1]}]\n---\n\n# ${title}\n\n<!-- draft ${site}\ncookies -->\n\n${first.replace(/(\S{3})/, '**$1**')}\n\n\`\`\`js\n${CODE}\n\`\`\`\n\n${rest.map((text) => `> ${text}`).join('\n>\n')}\n\n\`renderWidget\` [*](https://example.com/subscribe/cookies "${menu[0]}") ![${menu[0]}](login.png)\n\n| ${table[0].join(' | ')} |\n|---|:--:|\n| ${table[1].join(' | ')} |\n\n    ${CODE.split('\n')[0]}\n\n<div class="sidebar"></div>\n`;
}

/** A Word document around an article, with the parts that Word needs. */
export function wordDocument({ lang, title, paragraphs }: Article): Uint8Array {
  const run = (text: string, properties = '') =>
    `<w:r>${properties}<w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`;
  const paragraph = (content: string, style = '') =>
    `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;
  const mono = '<w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/></w:rPr>';
  const rows = words[lang].table
    .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`)
    .join('');
  const body = [
    paragraph(run(title), 'Title'),
    paragraph(run(words[lang].menu[1]), 'TOC1'),
    ...paragraphs.slice(0, 1).map((text) => paragraph(run(text))),
    ...CODE.split('\n').map((line) => paragraph(run(line, mono))),
    ...paragraphs.slice(1).map((text) => paragraph(run(text))),
    `<w:tbl>${rows}</w:tbl>`,
  ].join('');
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles ${space}>${style('Title', 'Title')}${style('TOC1', 'toc 1')}</w:styles>`,
    'word/document.xml': `<w:document ${space}><w:body>${body}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

/** A book whose chapters are articles; they stand in the archive in another order than they are read. */
export function book(title: string, chapters: readonly Article[]): Uint8Array {
  const name = (c: number) => `chapter${9 - c}.xhtml`;
  const files = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/book.opf': `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav"/>${chapters.map((_, c) => `<item id="c${c}" href="text/${name(c)}"/>`).join('')}</manifest><spine><itemref idref="nav"/>${chapters.map((_, c) => `<itemref idref="c${c}"/>`).join('')}</spine></package>`,
    'OEBPS/nav.xhtml': '<html><body><nav>Contents of cookies</nav></body></html>',
    ...Object.fromEntries(
      chapters.map(({ title, paragraphs }, c) => [
        `OEBPS/text/${name(c)}`,
        `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>cookies</title><style>p { margin: 0 }</style></head><body><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}&#160;<code>${'renderWidget'}</code></p>`).join('')}</body></html>`,
      ]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level: 0 });
}
