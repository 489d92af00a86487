import { KeywordError } from '../errors.js';

/** A tokenizer into pieces of words, as `tokenizer.json` describes one; `Tokenizer` of @huggingface/tokenizers is one. */
export interface PieceTokenizer {
  encode(text: string, options?: { add_special_tokens?: boolean }): { readonly ids: readonly number[] };
}

/** Cuts texts into what an encoder reads at once. */
export interface Pieces {
  /** The rows of piece ids of a text: one, or windows of equal length where it is too long. */
  windowsOf(text: string, prefix: string): number[][];
}

/** Windows read of one text; of a longer one so many, evenly spread. */
export const MOST_WINDOWS = 64;

/**
 * Cuts texts by a tokenizer. What the tokenizer puts before and after every text, [CLS] and [SEP] for example, is put
 * around every window.
 *
 * @param longest pieces that the encoder can read, those before and after the text included
 * @throws KeywordError UNSUPPORTED_MODEL when the tokenizer puts something between
 */
export function cutIntoPieces(tokenizer: PieceTokenizer, longest: number): Pieces {
  const bare = (text: string) => tokenizer.encode(text, { add_special_tokens: false }).ids;
  const [first] = bare('a');
  const around = tokenizer.encode('a').ids;
  const at = around.indexOf(first);
  if (at < 0 || bare('a').some((id, i) => around[at + i] !== id)) {
    throw new KeywordError(
      'UNSUPPORTED_MODEL',
      'The post-processor of tokenizer.json changes the pieces of a text. Expected one that only adds special tokens before and after it.',
    );
  }
  const before = around.slice(0, at);
  const after = around.slice(at + bare('a').length);
  return {
    windowsOf(text, prefix) {
      // A text in composed characters: tokenizers differ in what they do with accents that stand alone.
      const ids = bare(text.normalize('NFC'));
      const opening = [...before, ...(prefix.trim() ? bare(prefix.trim()) : [])];
      const room = Math.max(1, longest - opening.length - after.length);
      const windows = Math.max(1, Math.ceil(ids.length / room));
      const length = Math.ceil(ids.length / windows);
      return spread(windows).map((w) => [...opening, ...ids.slice(w * length, (w + 1) * length), ...after]);
    },
  };
}

/** The numbers of the windows that are read. */
function spread(windows: number): number[] {
  const read = Math.min(windows, MOST_WINDOWS);
  return Array.from({ length: read }, (_, i) => Math.floor((i * windows) / read));
}
