import type { TextSpan } from '../marks.js';
import { matchesOf } from '../matches.js';

/** What forms, invoices, advertisements and heads of letters call their fields, by the last noun of each. */
const HEADS =
  'account|address|age|amount|apologies|attendees|author|availability|balance|bank|birth|birthday|brand|category|cc|city|code|colou?r|' +
  'comments|condition|contact|cost|country|currency|date|deadline|department|description|details|dimensions|discount|due|duration|' +
  'e-?mail|employer|experience|fax|fees?|from|gender|height|host|iban|id|isbn|length|level|licen[cs]e|location|make|material|mileage|' +
  'mobile|model|names?|nationality|no|notes|number|occupation|organi[sz]er|phone|position|postage|postcode|posted|present|price|' +
  'priority|publisher|qty|qualifications|quantity|rating|ref|reference|salary|seller|serves|sex|shipping|signature|signed|size|sku|' +
  'start|status|subject|subtotal|surname|tax|tel|telephone|terms|time|title|to|total|type|updated|url|vat|venue|version|website|' +
  'weight|width|zip';
/** "Invoice No:", "Date of birth:", "Position applied for:" at the start of a line or a column. */
const FIELD = new RegExp(
  `(?<=^[ \\t]{0,8}(?:[-*•][ \\t]{1,3})?|[ \\t]{2})(?:\\w[\\w'’-]{0,19}[ ]){0,3}?(?:${HEADS})\\.?` +
    "(?:[ ](?:applied[ ])?(?:of|for|in|no\\.?|number)(?:[ ][\\w’'-]{1,20}){0,2})?(?=[ ]?:(?!//))",
  'gim',
);
const FEWEST = 2;
/** What kind of paper it is, as its first line. */
const KIND =
  /^\s*((?:[a-z]{1,20} ){0,2}(?:agenda|form|invoice|memo|memorandum|quotation|receipt|statement))[ \t]*(?=[\r\n])/i;

/**
 * Names of fields in forms and the like, which are there whatever it is about, and what kind of paper it is; one field alone may be a
 * headline ("Price: …"), and without fields a kind is, too ("The climate agenda").
 */
export function* fieldsIn(text: string): Generator<TextSpan> {
  if (!text.includes(':')) return;
  const found: TextSpan[] = [];
  for (const { index, 0: name } of matchesOf(FIELD, text))
    found.push({ start: index, end: index + name.length, kind: 'label' });
  if (found.length < FEWEST) return;
  const kind = KIND.exec(text)?.[0];
  if (kind) yield { start: kind.length - kind.trimStart().length, end: kind.trimEnd().length, kind: 'label' };
  yield* found;
}
