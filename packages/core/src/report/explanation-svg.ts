import type { KeywordAnalysis } from '../extract/extract-keywords.js';
import { heatMap } from './heat-map.js';

const CELL = 26;
const FONT = 13;

/** Text as XML. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Colour of keyword k: hues a golden angle apart differ well however many there are. */
export function keywordColour(k: number, strength = 1): string {
  return `hsl(${Math.round((k * 137.5 + 210) % 360)} 70% 45% / ${strength.toFixed(2)})`;
}

/** Rough width of a text in pixels: characters of East Asian scripts are twice as wide. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u1100-\uffdc]/.test(character) ? FONT : FONT * 0.6), 0);
}

/**
 * The explanation of keywords as a picture: a heat map of the words of the text (rows) by keywords (columns), each
 * column on a scale of its own.
 *
 * @param analysis made with the option `explain`
 * @returns an SVG document that needs nothing else
 */
export function explanationSvg(text: string, analysis: KeywordAnalysis, maxWords = 30): string {
  const { keywords, words, values } = heatMap(text, analysis, maxWords);
  const left = Math.max(40, ...words.map(widthOf)) + 16;
  const top = Math.max(40, ...keywords.map(widthOf)) * 0.75 + 24;
  const width = left + keywords.length * CELL + top;
  const height = top + words.length * CELL + 8;
  const largest = keywords.map((_, k) => values.reduce((most, row) => Math.max(most, Math.abs(row[k])), 0) || 1);
  const cells = values.flatMap((row, w) =>
    row.map((value, k) => {
      const strength = Math.sqrt(Math.abs(value) / largest[k]);
      const fill = value < 0 ? `hsl(0 0% 45% / ${strength.toFixed(2)})` : keywordColour(k, strength);
      const title = escapeMarkup(`${words[w]} → ${keywords[k]}: ${value.toFixed(3)}`);
      return `<rect x="${left + k * CELL}" y="${top + w * CELL}" width="${CELL - 2}" height="${CELL - 2}" rx="3" fill="${fill}"><title>${title}</title></rect>`;
    }),
  );
  const rows = words.map(
    (word, w) =>
      `<text x="${left - 8}" y="${top + w * CELL + CELL * 0.66}" text-anchor="end">${escapeMarkup(word)}</text>`,
  );
  const columns = keywords.map((keyword, k) => {
    const x = left + k * CELL + CELL * 0.6;
    return `<text x="${x}" y="${top - 8}" transform="rotate(-45 ${x} ${top - 8})">${escapeMarkup(keyword)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" width="${Math.ceil(width)}" height="${Math.ceil(height)}" font-family="system-ui, sans-serif" font-size="${FONT}" role="img" aria-label="Heat map of words by keywords">`,
    '<style>text{fill:#222}@media(prefers-color-scheme:dark){text{fill:#ddd}}</style>',
    ...columns,
    ...rows,
    ...cells,
    '</svg>',
    '',
  ].join('\n');
}
