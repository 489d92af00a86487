import { marksIn, type TextSpan } from '../marks.js';
import { amountsIn } from './amounts.js';
import { closingsIn } from './closings.js';
import { headsIn } from './columns.js';
import { fieldsIn } from './fields.js';
import { endOfHeadlineLabel } from './headline-labels.js';
import { labelsIn } from './labels.js';
import { speakersIn } from './speakers.js';

/**
 * What a text has beside words, in order, none overlapping: addresses, code, markup, amounts, dates, labels, closings,
 * speakers, fields, heads of columns. Time grows with the length of the text, whatever it is: no expression goes back over more
 * than a few hundred characters.
 *
 * @param marks those of {@link marksIn}, where they are known
 */
export function spansOf(text: string, marks: Iterable<TextSpan> = marksIn(text)): TextSpan[] {
  const spans = [...marks, ...labelsIn(text), ...closingsIn(text), ...speakersIn(text), ...fieldsIn(text)];
  spans.push(...headsIn(text), ...amountsIn(text));
  const end = endOfHeadlineLabel(text);
  if (end > 0) spans.unshift({ start: text.search(/\S/), end, kind: 'label' });
  return withoutOverlaps(spans);
}

/** The first of those that overlap stays, of two with one start the one named first. */
export function withoutOverlaps(spans: TextSpan[]): TextSpan[] {
  if (spans.length < 2) return spans;
  const kept: TextSpan[] = [];
  let end = 0;
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    if (span.start < end) continue;
    kept.push(span);
    end = span.end;
  }
  return kept;
}
