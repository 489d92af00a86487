import { linesOf } from '../text/reading/lines.js';
import { linesOfSubtitles } from '../text/reading/subtitles.js';
import type { TextDocument } from './document.js';
import { decodeEntities } from './entities.js';

/** What is said in subtitles (SRT, VTT): their cues without numbers, times, styles, notes and sounds, a sentence that goes on in one line. */
export function readSubtitles(source: string): TextDocument {
  const lines = linesOf(withoutBlocks(source));
  const none = linesOfSubtitles(lines);
  let text = '';
  for (const line of lines) {
    const words = none.has(line) ? '' : wordsOfCue(line.words);
    if (words === '') continue;
    text += text === '' ? words : /^\p{Ll}/u.test(words) ? ` ${words}` : `\n${words}`;
  }
  return { text };
}

/** The notes, styles and regions of a VTT file are in blocks of their own. */
function withoutBlocks(source: string): string {
  if (!/^\ufeff?WEBVTT/.test(source)) return source;
  return source
    .split(/(\r?\n(?:[ \t]*\r?\n)+)/)
    .filter((block) => !/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(block))
    .join('');
}

/** What is heard and not said, for those who do not hear: in square brackets anywhere, in round ones on a line of its own. */
const SOUNDS = /\[[^[\]]{0,100}\]|【[^【】]{0,100}】|^[\s\-–—]*(?:\([^()]{0,100}\)|（[^（）]{0,100}）)\s*$|[♪♫]+/g;

const wordsOfCue = (line: string) =>
  decodeEntities(line.replace(/<[^<>]{0,100}>|\{\\[^{}]{0,100}\}/g, ''))
    .replace(SOUNDS, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[-–—]$/, '');
