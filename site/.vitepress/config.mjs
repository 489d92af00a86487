import { slugify } from '../slugify.mjs';
import { sidebar } from './sidebar.mjs';

/** Cuts what is searched and what is looked for into words, Chinese too. */
function tokenize(text) {
  const words = [];
  for (const { segment, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text))
    if (isWordLike) words.push(segment);
  return words;
}

/** Chinese characters and marks. */
const wide = /[\u3000-\u9fff\uff00-\uffef]/;

/** The path that the site is served under, with a slash at both ends. */
const base = process.env.SITE_BASE ?? '/';

const playground = (text) => ({ text, link: '/playground/', target: '_self' });

export default {
  title: 'Telltale',
  description: 'Keyword extraction for Node.js and the command line',
  base,
  head: [['link', { rel: 'icon', href: `${base}icon.svg` }]],
  srcDir: 'source',
  outDir: 'dist',
  cleanUrls: false,
  lastUpdated: false,
  srcExclude: ['public/**'],
  markdown: {
    anchor: { slugify },
    toc: { slugify },
    headers: { slugify },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config(md) {
      // Braces in code are not templates of Vue.
      md.renderer.rules.code_inline = (tokens, k) => `<code v-pre>${md.utils.escapeHtml(tokens[k].content)}</code>`;
      // A browser shows the end of a line as a space, which Chinese does not have.
      md.renderer.rules.softbreak = (tokens, k) =>
        wide.test(tokens[k - 1]?.content.at(-1) ?? '') && wide.test(tokens[k + 1]?.content[0] ?? '') ? '' : '\n';
      // The empty corner of a table is not a heading.
      const tagOf = (cell) => (cell.content === '' ? 'td' : 'th');
      md.renderer.rules.th_open = (tokens, k, _options, _env, self) => {
        tokens[k].tag = tagOf(tokens[k + 1]);
        return self.renderToken(tokens, k, {});
      };
      md.renderer.rules.th_close = (tokens, k) => `</${tagOf(tokens[k - 1])}>\n`;
    },
  },
  // Files of the repository and the playground are no pages; test/site.test.ts looks whether they are there.
  ignoreDeadLinks: [/^\/files\//, /^\/playground\//],
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        nav: [
          { text: 'Guide', link: '/concepts' },
          { text: 'API', link: '/api/' },
          { text: 'Options', link: '/options' },
          playground('Try it'),
        ],
        sidebar: sidebar('en'),
      },
    },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      description: '面向 Node.js 和命令行的关键词提取',
      themeConfig: {
        nav: [
          { text: '指南', link: '/zh/concepts' },
          { text: 'API', link: '/zh/api/' },
          { text: '选项', link: '/zh/options' },
          playground('试一试'),
        ],
        sidebar: sidebar('zh'),
        outline: { label: '本页目录' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '深浅色',
        lightModeSwitchTitle: '切换到浅色',
        darkModeSwitchTitle: '切换到深色',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '语言',
        skipToContentLabel: '跳到正文',
      },
    },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize } },
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                displayDetails: '显示详细列表',
                resetButtonTitle: '清除',
                backButtonTitle: '关闭',
                noResultsText: '没有结果：',
                footer: { selectText: '选择', navigateText: '切换', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
  },
};
