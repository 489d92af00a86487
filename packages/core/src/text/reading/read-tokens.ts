import type { TextSpan } from '../marks.js';
import { matchesOf } from '../matches.js';
import { normalize } from '../normalize.js';
import { type Token, type Tokenizer, tokenOf } from '../tokenizer.js';
import { joinChineseWords } from './chinese-words.js';
import { mendEnglishWords } from './english-words.js';
import { editsOfLines } from './lines.js';
import { spansOf } from './spans.js';
import { type Edit, type TextView, viewOf } from './view.js';

/**
 * The words of a text as extraction sees them: the text is read first (addresses, numbers, line breaks), then cut, then
 * words that the cutter tore apart or ran together are put right. Offsets are those of the text as given.
 */
export function readTokens(
  text: string,
  tokenizer: Tokenizer,
  isWord: (word: string) => boolean = () => false,
): Token[] {
  const { name, normalization } = tokenizer.description;
  // Text that is cut already has no more to be read.
  if (name === 'whitespace') return tokenizer.tokenize(text);
  const composed = viewOf(text, compositions(text));
  if (composed.text !== text) return inText(text, composed, readTokens(composed.text, tokenizer, isWord));
  const { spans, edits } = editsOf(text, spansOf(text), name === 'wink');
  const view = viewOf(text, edits);
  let tokens = (tokenizer.tokenizeAgain ?? tokenizer.tokenize)(view.text, isWord);
  const tag = name === 'wink' ? 'PROPN' : name === 'jieba' ? 'nz' : undefined;
  if (spans.length > 0) tokens = withSpans(text, view, tokens, spans, normalization, tag);
  if (name === 'wink') tokens = mendEnglishWords(view.text, tokens);
  else if (name === 'jieba') tokens = joinChineseWords(view.text, tokens);
  return view.text === text ? tokens : inText(text, view, tokens);
}

/** A letter with its marks after it, or a Korean syllable in parts. */
const APART = /[\p{L}\p{N}]\p{M}+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?/gu;

/** Without one of these nothing is apart; Chinese texts have none, and English ones hardly. */
const MARK = /[\u1100-\u11ff]|\p{M}/u;
/** Blocks of which some are, or halves of them: faster to look for. */
const MAY_BE_MARK = /[\u0300-\u1fff\u20d0-\u20ff\u2cef-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\uabff\ud800-\ufe2f]/;

/** Characters that a text writes in parts, each made one: cafe\u0301. */
function compositions(text: string): Edit[] {
  const edits: Edit[] = [];
  if (!MAY_BE_MARK.test(text) || !MARK.test(text)) return edits;
  for (const { index, 0: parts } of matchesOf(APART, text)) {
    const by = parts.normalize('NFC');
    if (by !== parts) edits.push({ start: index, end: index + parts.length, by });
  }
  return edits;
}

/** Dates and amounts stay in an English sentence while it is cut, for its parts of speech depend on them. */
function isBlanked({ kind }: TextSpan, isEnglish: boolean): boolean {
  return !isEnglish || (kind !== 'quantity' && kind !== 'date' && kind !== 'label');
}

const blank = ({ start, end }: TextSpan): Edit => ({ start, end, by: ' ' });

/**
 * What is edited before a text is cut: spans are a space to the tokenizer, and the lines are put right outside them. Of
 * a span that lies in what is edited out nothing is left.
 */
function editsOf(text: string, all: TextSpan[], isEnglish: boolean): { spans: TextSpan[]; edits: Edit[] } {
  const lines = editsOfLines(text);
  if (lines.length === 0) {
    const edits = all.filter((span) => isBlanked(span, isEnglish)).map(blank);
    return { spans: all, edits };
  }
  const spans: TextSpan[] = [];
  const edits: Edit[] = [];
  let end = 0;
  // The longer comes first where two begin together, and the span of two that are as long: sorting is stable.
  for (const part of [...all, ...lines].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (part.start < end) continue;
    const edit = 'by' in part ? part : isBlanked(part, isEnglish) ? blank(part) : undefined;
    if (!('by' in part)) spans.push(part);
    if (!edit) continue;
    edits.push(edit);
    end = edit.end;
  }
  return { spans, edits };
}

/** One token for each span, instead of what the tokenizer made of it. */
function withSpans(
  text: string,
  view: TextView,
  tokens: readonly Token[],
  spans: readonly TextSpan[],
  normalization: Tokenizer['description']['normalization'],
  tag: string | undefined,
): Token[] {
  const result: Token[] = [];
  let t = 0;
  /** What is left of a token that reaches beyond a span. */
  const rest = (token: Token, start: number, end: number) => {
    const word = normalize(view.text.slice(start, end), normalization).trim();
    const { partOfSpeech, kind, isGuess, follows } = token;
    if (word !== '') result.push(tokenOf(word, start, end, partOfSpeech, kind, isGuess, follows));
  };
  for (const { start: from, end: to, kind } of spans) {
    const start = view.at(from);
    const end = Math.max(view.at(to), start);
    while (t < tokens.length && tokens[t].end <= start) result.push(tokens[t++]);
    if (t < tokens.length && tokens[t].start < start) rest(tokens[t], tokens[t].start, start);
    const word = normalize(text.slice(from, to), normalization).trim() || text.slice(from, to);
    const isName = kind === 'hashtag' || kind === 'handle';
    const partOfSpeech = tag && (isName ? tag : tag === 'PROPN' ? 'X' : 'x');
    result.push(tokenOf(word, start, end, partOfSpeech, kind));
    while (t < tokens.length && tokens[t].end <= end) t++;
    if (t < tokens.length && tokens[t].start < end) rest(tokens[t], end, tokens[t++].end);
  }
  while (t < tokens.length) result.push(tokens[t++]);
  return result;
}

/** The tokens with the offsets of the text as given, and a mark on those that are tied over what the view leaves out. */
function inText(text: string, view: TextView, tokens: readonly Token[]): Token[] {
  const result = new Array<Token>(tokens.length);
  let endBefore = 0;
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t];
    const start = view.startOf(token.start);
    const end = view.endOf(token.end);
    const before = tokens[t - 1];
    const isGlued = before?.end === token.start && endBefore === start;
    const gap = isGlued || !before || before.kind || token.kind ? '\n' : view.text.slice(before.end, token.start);
    const { word, partOfSpeech, kind, isGuess, follows } = token;
    const ties = isTie(gap) && text.slice(endBefore, start) !== gap;
    result[t] = tokenOf(word, start, end, partOfSpeech, kind, isGuess, ties || follows);
    endBefore = end;
  }
  return result;
}

/** Whether two words may be tied over what is between them in a view. */
const isTie = (gap: string) => gap.length < 3 && gap.trim() === '' && !/[\n\r]/.test(gap);
