// The pictures of docs/concepts.md and docs/zh/concepts.md: heat maps by the library itself, the three components, and which
// keyword explains which words.
import { analyzeKeywords, explanationSvg, loadModel } from '../packages/core/dist/node.js';
import { escapeMarkup, keywordColour } from '../packages/core/dist/report/explanation-svg.js';

const texts = {
  en: 'A honey bee tells the hive by a waggle dance where nectar is. The angle of the waggle dance is that of the sun.',
  zh: '太阳是一颗恒星，行星围绕着太阳公转。望远镜观测太阳的黑子。',
};

/** Two topics, so that what is explained differs. */
const coverTexts = {
  en: 'A planet orbits the star, and comets cross its path. The judge sent the jury home, for the defendant was ill.',
  zh: texts.zh,
};

const components = {
  en: {
    title: 'A text as a mixture of three components',
    names: ['repetition', 'word model', 'background model'],
    shares: ['ε', '(1 − ε) λ', '(1 − ε)(1 − λ)'],
    words: ['waggle', 'bee', 'the'],
    about: ['says the keyword again', 'says words related to it', 'says what any text says'],
  },
  zh: {
    title: '文本是三个成分的混合',
    names: ['重复', '词模型', '背景模型'],
    shares: ['ε', '(1 − ε) λ', '(1 − ε)(1 − λ)'],
    words: ['太阳', '行星', '的'],
    about: ['再说一遍关键词', '说与它相关的词', '说任何文本都说的词'],
  },
};

/** Three boxes, each with what it says, and its share. */
function mixture({ title, names, shares, words, about }) {
  const boxes = names.map((name, k) => {
    const x = 10 + k * 200;
    const middle = x + 90;
    return [
      `<rect x="${x}" y="10" width="180" height="58" rx="6" fill="hsl(${[210, 348, 125][k]} 70% 45% / 0.25)"/>`,
      `<text x="${middle}" y="34" text-anchor="middle" font-weight="600">${name}</text>`,
      `<text x="${middle}" y="55" text-anchor="middle">${about[k]}</text>`,
      `<path d="M${middle} 68 V104" stroke="currentColor" marker-end="url(#arrow)"/>`,
      `<text x="${middle + 8}" y="90">${shares[k]}</text>`,
      `<text x="${middle}" y="126" text-anchor="middle" font-size="16">${words[k]}</text>`,
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 138" width="600" height="138" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="${title}">
<style>svg{color:#222}text{fill:#222}@media(prefers-color-scheme:dark){svg{color:#ddd}text{fill:#ddd}}</style>
<defs><marker id="arrow" viewBox="0 0 6 6" refX="6" refY="3" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0 6 3 0 6Z" fill="currentColor"/></marker></defs>
${boxes.join('\n')}
</svg>
`;
}

/** Each keyword with its own words and those that it explains. */
function cover(title, { keywords }) {
  const rows = keywords.map(({ text, explains }, k) => {
    const words = [...text.split(' '), ...explains].map((word, w) => {
      const x = 190 + w * 82;
      return `<rect x="${x}" y="${10 + k * 36}" width="76" height="28" rx="4" fill="${keywordColour(k, 0.25)}"/>
<text x="${x + 38}" y="${29 + k * 36}" text-anchor="middle">${escapeMarkup(word)}</text>`;
    });
    return `<text x="140" y="${29 + k * 36}" text-anchor="end" font-weight="600">${escapeMarkup(text)}</text>
<path d="M150 ${24 + k * 36} H182" stroke="currentColor"/>
${words.join('\n')}`;
  });
  const height = 12 + keywords.length * 36;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 610 ${height}" width="610" height="${height}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="${title}">
<style>svg{color:#222}text{fill:#222}@media(prefers-color-scheme:dark){svg{color:#ddd}text{fill:#ddd}}</style>
${rows.join('\n')}
</svg>
`;
}

const coverTitles = { en: 'Keywords and the words that each explains', zh: '关键词和各自解释的词' };

/** The heat maps of a text, by the choice of keywords that they show. */
const shown = {
  definition: { method: 'likelihood', select: 'top', topN: 5 },
  mixture: { topN: 5 },
};

/** From the name of each picture to its SVG. */
export async function pictures() {
  const made = new Map();
  for (const [language, text] of Object.entries(texts)) {
    made.set(`components.${language}.svg`, mixture(components[language]));
    // One kernel, so that every machine draws the same.
    const model = await loadModel(language, { kernel: 'typescript' });
    const together = analyzeKeywords(model, coverTexts[language], { select: 'cover', lambda: 0.3, topN: 3 });
    made.set(`cover.${language}.svg`, cover(coverTitles[language], together));
    for (const [name, options] of Object.entries(shown)) {
      const svg = explanationSvg(text, analyzeKeywords(model, text, { ...options, explain: true }));
      // Long fractions of pixels say nothing.
      made.set(
        `${name}.${language}.svg`,
        svg.replace(/\d+\.\d{3,}(?=[" ])/g, (number) => Number(number).toFixed(1)),
      );
    }
  }
  return made;
}
