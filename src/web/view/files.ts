import type { KeywordAnalysis } from '../../index.js';
import { explanationSvg } from '../../report/explanation-svg.js';
import { spreadsheetCell } from '../../report/spreadsheet.js';

/**
 * Keywords as comma-separated values with a header; fields are quoted where they must be, and none is taken for a
 * formula.
 */
export function keywordsCsv({ keywords }: KeywordAnalysis): string {
  const quote = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  const rows = keywords.map(({ text, score, count, partOfSpeech = '', explains = [] }) =>
    [text, score, count, partOfSpeech, explains.join(' ')]
      .map((cell) => quote(String(spreadsheetCell(cell))))
      .join(','),
  );
  return `${['keyword,score,count,tag,explains', ...rows].join('\r\n')}\r\n`;
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
