import { zipSync } from 'fflate';
import { KeywordError } from '../errors.js';
import type { TextDocument } from './document.js';
import { decodeEntities } from './entities.js';
import { textOfMarkup } from './markup.js';
import { unzipSome } from './zip.js';

/** What is used of the package mammoth. */
export interface Mammoth {
  convertToHtml(
    input: { readonly buffer: Uint8Array } | { readonly arrayBuffer: ArrayBuffer },
    options: object,
  ): Promise<{ readonly value: string }>;
  readonly transforms: {
    paragraph(transform: (paragraph: WordElement) => WordElement): unknown;
    getDescendantsOfType(element: WordElement, type: string): readonly WordElement[];
  };
  readonly images: { imgElement(read: () => Promise<{ src: string }>): unknown };
}

interface WordElement {
  readonly styleName?: string | null;
  readonly font?: string | null;
  readonly alignment?: string | null;
}

/** Bytes that the parts of a document may have once unpacked. */
const MOST_BYTES = 2 ** 28;
/** Fonts that code is set in. */
const CODE_FONTS =
  /^(?:courier|consolas|menlo|monaco|cascadia|lucida console|source code|fira code|jetbrains mono|andale mono|dejavu sans mono|liberation mono|sf mono)/i;
const CODE = 'Telltale code';
const STYLES = [
  `p[style-name='${CODE}'] => pre`,
  ...['HTML Preformatted', 'Source Code', 'Code', 'Code Block', 'macro', 'Plain Text Code'].map(
    (style) => `p[style-name='${style}'] => pre`,
  ),
  ...['HTML Code', 'Verbatim Char', 'Code Char', 'HTML Sample', 'HTML Keyboard', 'Source Text'].map(
    (style) => `r[style-name='${style}'] => code`,
  ),
  ...['toc', 'TOC', 'table of figures', 'index'].map((style) => `p[style-name^='${style}'] => !`),
  "p[style-name='Title'] => h1.title:fresh",
];

/**
 * The words of a Word document without its code, tables of contents, pictures, headers and footers.
 *
 * @throws KeywordError INVALID_TEXT
 */
export async function readDocx(bytes: Uint8Array, mammoth: Mammoth): Promise<TextDocument> {
  // Unpacked here, where no file becomes larger than it says; pictures are not needed.
  const files = unzipSome(bytes, (name) => /\.(?:xml|rels)$/.test(name), MOST_BYTES);
  if (!files.has('[Content_Types].xml') || ![...files.keys()].some((name) => name.startsWith('word/'))) {
    throw new KeywordError('INVALID_TEXT', 'is not a Word document (.docx): it has no word/document.xml.');
  }
  const packed = zipSync(Object.fromEntries(files), { level: 0 });
  const { value } = await mammoth.convertToHtml(
    // Node.js and browsers are given the same bytes by different names.
    { buffer: packed, arrayBuffer: packed.buffer } as never,
    {
      styleMap: STYLES,
      transformDocument: mammoth.transforms.paragraph((paragraph) => {
        const runs = mammoth.transforms.getDescendantsOfType(paragraph, 'run');
        const isCode = runs.length > 0 && runs.every(({ font }) => font && CODE_FONTS.test(font));
        return isCode ? { ...paragraph, styleId: 'TelltaleCode', styleName: CODE } : paragraph;
      }),
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  const core = files.get('docProps/core.xml');
  const named = core && /<dc:title[^>]{0,200}>([^<]{1,1000})</.exec(new TextDecoder().decode(core))?.[1];
  const heading = /<h1\b[^>]{0,200}>(.{1,2000}?)<\/h1>/s.exec(value)?.[1];
  const title = textOfMarkup(heading ?? '') || decodeEntities(named ?? '').trim();
  return { title: title || undefined, text: textOfMarkup(value) };
}
