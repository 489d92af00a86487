import { withBase } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import { h } from 'vue';
import './style.css';

/** What is shown where there is no page, in both languages: its address may be of either. */
const missing = () =>
  h('main', { class: 'missing' }, [
    h('h1', '404'),
    h('p', ['There is no such page. ', h('a', { href: withBase('/') }, 'Go to the start')]),
    h('p', { lang: 'zh-CN' }, ['没有这个页面。', h('a', { href: withBase('/zh/') }, '回到首页')]),
  ]);

export default { ...DefaultTheme, Layout: () => h(DefaultTheme.Layout, null, { 'not-found': missing }) };
