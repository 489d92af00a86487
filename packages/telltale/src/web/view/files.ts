import type { Keyword, KeywordAnalysis } from '@telltale/core';
import { explanationSvg } from '@telltale/core/internal/report/explanation-svg.js';
import { spreadsheetCell } from '@telltale/core/internal/report/spreadsheet.js';

/**
 * Keywords as comma-separated values with a header; fields are quoted where they must be, and none is taken for a
 * formula.
 */
export function keywordsCsv({ keywords }: KeywordAnalysis): string {
  return csv([['keyword', 'score', 'count', 'tag', 'explains'], ...rowsOf(keywords)]);
}

/** The same of several texts, each row with the name of its text. */
export function manyKeywordsCsv(
  texts: readonly { readonly name: string; readonly keywords: readonly Keyword[] }[],
): string {
  const rows = texts.flatMap(({ name, keywords }) => rowsOf(keywords).map((row) => [name, ...row]));
  return csv([['text', 'keyword', 'score', 'count', 'tag', 'explains'], ...rows]);
}

const rowsOf = (keywords: readonly Keyword[]) =>
  keywords.map(({ text, score, count, partOfSpeech = '', explains = [] }) => [
    text,
    score,
    count,
    partOfSpeech,
    explains.join(' '),
  ]);

function csv(rows: readonly (readonly (string | number)[])[]): string {
  const quote = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  return rows.map((row) => `${row.map((cell) => quote(String(spreadsheetCell(cell)))).join(',')}\r\n`).join('');
}

/** Text and result as JSON. */
export function analysisJson(text: string, options: object, analysis: KeywordAnalysis): string {
  return `${JSON.stringify({ text, options, ...analysis }, null, 2)}\n`;
}

/** The heat map as a PNG at twice its size, on the given background. */
export async function heatMapPng(text: string, analysis: KeywordAnalysis, background: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([explanationSvg(text, analysis)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    const context = canvas.getContext('2d')!;
    context.fillStyle = background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large for a canvas.'))));
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Hands a file to the reader. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The download begins after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
