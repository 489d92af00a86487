import type { TextModel } from '../extract/text-model.js';
import { englishLeadWords, englishPartWords, keptChineseStopWords, keptStopWords } from '../text/stop-words.js';
import { isAllCapitals } from '../text/terms/accept.js';

/** Units of measure that occur in texts of any subject, in small letters. */
const units: ReadonlySet<string> = new Set(
  (
    'mm cm dm km kg mg µg μg ng lb lbs oz ml dl kw mw gw wh kwh mwh gwh hz khz mhz ghz kb mb gb tb kib mib gib tib kbps mbps gbps ' +
    'ms ns db kcal kj mol mmol nmol mmhg mah mph rpm fps ' +
    '毫米 厘米 千米 公里 海里 英寸 英里 平方米 立方米 平方公里 公斤 千克 毫克 微克 毫升 毫秒 千瓦 兆瓦 千瓦时 赫兹 毫安'
  ).split(' '),
);

/**
 * What tells the words of labels that say nothing of what a text is about, though their vectors are near to many: function
 * words of the language of the model, single letters and units. A word in capitals that the tokenizer leaves so is none: its
 * vector is its own.
 *
 * @returns whether a word, as the tokenizer gives it, is one of them
 */
export function functionWordsOf({ tokenizer, stopWords }: TextModel): (word: string) => boolean {
  // In a Chinese text IT and US are names: it has few other English words.
  const own = stopWords ?? (tokenizer.description.name === 'jieba' ? keptChineseStopWords : keptStopWords);
  return (word) => {
    if (/^\P{Lo}$/u.test(word)) return true;
    const small = word.toLowerCase();
    if (units.has(small)) return true;
    if (isAllCapitals(word)) return false;
    return own.has(small) && !englishPartWords.has(small) && !englishLeadWords.has(small);
  };
}
