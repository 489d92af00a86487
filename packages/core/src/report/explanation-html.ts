import type { KeywordAnalysis } from '../extract/extract-keywords.js';
import { escapeMarkup, explanationSvg, keywordColour } from './explanation-svg.js';
import { strongestKeywords } from './heat-map.js';

const style = `
:root{color-scheme:light dark}
*{print-color-adjust:exact}
body{font:16px/1.7 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.3rem}h2{font-size:1.05rem;margin-top:2rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
.text span{border-radius:3px;padding:1px 0}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;padding:.2rem .6rem .2rem 0;vertical-align:top}
.number{text-align:right;font-variant-numeric:tabular-nums}
.swatch{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-right:.4em}
svg{max-width:100%;height:auto}`;

/**
 * The explanation of keywords as a page: the text, every word in the colour of the keyword that has or clearly explains it,
 * the keywords with the words they explain, and the heat map.
 *
 * @param analysis made with the option `explain`
 * @returns an HTML document that needs nothing else, no script either
 * @example
 * const text = '太阳是一颗恒星。';
 * const page = explanationHtml(text, analyzeKeywords(await loadModel('zh'), text, { explain: true }));
 */
export function explanationHtml(text: string, analysis: KeywordAnalysis): string {
  const { keywords, explanation } = analysis;
  const strongest = strongestKeywords(analysis);
  let coloured = '';
  let at = 0;
  explanation!.tokens.forEach(([start, end], t) => {
    const { keyword, strength } = strongest[t];
    // Characters that normalization takes apart give several tokens at one place.
    if (start < at) return;
    coloured += escapeMarkup(text.slice(at, start));
    const word = escapeMarkup(text.slice(start, end));
    coloured +=
      keyword < 0
        ? word
        : `<span style="background:${keywordColour(keyword, 0.6 * strength)}" title="${escapeMarkup(keywords[keyword].text)}">${word}</span>`;
    at = end;
  });
  coloured += escapeMarkup(text.slice(at));
  const rows = keywords.map(
    ({ text: word, score, count, explains }, k) =>
      `<tr><td><span class="swatch" style="background:${keywordColour(k)}"></span>${escapeMarkup(word)}</td><td class="number">${score.toFixed(3)}</td><td class="number">${count}</td><td>${escapeMarkup((explains ?? []).slice(0, 12).join(' ')) || '–'}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Keywords explained</title>
<style>${style}</style>
</head>
<body>
<h1>Keywords explained</h1>
<p class="text" lang="${analysis.language}">${coloured}</p>
<h2>Keywords</h2>
<table>
<thead><tr><th scope="col">keyword</th><th scope="col" class="number">score</th><th scope="col" class="number">count</th><th scope="col">explains</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<h2>What each word adds to each keyword</h2>
${explanationSvg(text, analysis)}</body>
</html>
`;
}
