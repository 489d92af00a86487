// The documents of the repository as pages of the site: where each goes, and its links rewritten to that.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const base = process.env.SITE_BASE ?? '/';
const root = fileURLToPath(new URL('..', import.meta.url));
const markdownIn = (folder) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));

/** Documents that are there in both languages. */
const documents = [...markdownIn('docs'), ...markdownIn('docs/decisions').map((name) => `decisions/${name}`)];

/** Documents that are English in both languages. */
const english = new Map([
  ...['ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'].map((name) => [name, name.toLowerCase()]),
  ...['model-zh', 'model-en', 'vectors'].map((name) => [`packages/${name}/README.md`, `cards/${name}.md`]),
  ...['zh', 'en'].map((name) => [`encoders/${name}/README.md`, `cards/encoder-${name}.md`]),
]);

/** From a document in the repository to its page, for readers of English and of Chinese. */
export const places = {
  en: new Map([
    ['README.md', 'index.md'],
    ...documents.map((name) => [`docs/${name}`, name]),
    ...english,
    ['README.zh.md', 'zh/index.md'],
    ['docs/zh/README.md', 'zh/index.md'],
  ]),
  zh: new Map([
    ['README.zh.md', 'zh/index.md'],
    ['docs/zh/README.md', 'zh/index.md'],
    ...documents.map((name) => [`docs/zh/${name}`, `zh/${name}`]),
    ...Array.from(english, ([file, page]) => [file, `zh/${page}`]),
    // A document that leads to the English one leads to the Chinese one where there is one.
    ...documents.map((name) => [`docs/${name}`, `zh/${name}`]),
    ['README.md', 'index.md'],
  ]),
};

/** What is not a page, but linked: a file as it is, a folder as a list of its files. */
function publish(file, folder) {
  const from = join(root, file);
  const to = join(folder, 'public/files', file);
  if (!statSync(from).isDirectory()) {
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to);
    return `/files/${file}`;
  }
  const names = readdirSync(from).filter((name) => statSync(join(from, name)).isFile());
  for (const name of names) publish(`${file}/${name}`, folder);
  const list = names.map((name) => `<li><a href="${encodeURI(name)}">${name}</a></li>`).join('\n');
  const html = `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>${file}</title>\n<h1>${file}</h1>\n<ul>\n${list}\n</ul>\n</html>\n`;
  writeFileSync(join(to, 'index.html'), html);
  return `/files/${file}/index.html`;
}

/** What a page is called, by its first heading. */
function titleOf(page, language) {
  const [file] = [...places[language]].find(([, place]) => place === page);
  return /^# (.*)$/m.exec(readFileSync(join(root, file), 'utf8'))[1];
}

/** The text of a document as it is on the site: links lead to pages, by their titles; pairs of numbers stay in one line. */
function rewritten(file, page, language, folder) {
  const text = readFileSync(join(root, file), 'utf8').replace(/^\|.*/gm, (row) =>
    row.replace(/(?<=\d) \/ (?=\d)/g, '\u00a0/\u00a0'),
  );
  return text.replace(
    /(^```[\s\S]*?^```$)|(!?)(\[(?:[^[\]]|\[[^\]]*\])*\])\(([^)\s]+)\)/gm,
    (all, code, image, label, target) => {
      if (code || /^[a-z]+:/.test(target)) return all;
      const [path, heading] = target.split('#');
      if (path === '') return all;
      const linked = posix.normalize(posix.join(posix.dirname(file), decodeURI(path)));
      if (!existsSync(join(root, linked))) throw new Error(`${file}: ${target} leads nowhere.`);
      const place = places[language].get(linked);
      if (place) {
        const relative = posix.relative(posix.dirname(page), place);
        const to = relative.startsWith('.') ? relative : `./${relative}`;
        const named = /^\[[\w./-]+\.md\]$/.test(label) ? `[${titleOf(place, language)}]` : label;
        return `${image}${named}(${to}${heading ? `#${heading}` : ''})`;
      }
      const published = publish(linked.replace(/\/$/, ''), folder);
      // VitePress leaves addresses with a target as they are.
      return image ? `!${label}(${published})` : `${label}(${base}${published.slice(1)}){target="_self"}`;
    },
  );
}

const notice = '::: info 说明\n本页只有英文。\n:::\n\n';

/** Writes all documents as pages to the folder that the site is built from. */
export function writePages(folder) {
  const write = (file, page, language, before = '') => {
    mkdirSync(dirname(join(folder, page)), { recursive: true });
    writeFileSync(join(folder, page), before + rewritten(file, page, language, folder));
  };
  for (const [file, page] of places.en) if (!page.startsWith('zh/')) write(file, page, 'en');
  for (const [file, page] of places.zh) {
    if (english.has(file)) write(file, page, 'zh', notice);
    else if (/^README\.zh|^docs\/zh\/(?!README)/.test(file)) write(file, page, 'zh');
  }
}
