import { counted, KeywordError } from '../../errors.js';
import type { SkipGramModel } from '../../model/skip-gram.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { Tokenizer } from '../../text/tokenizer.js';
import { foreignLanguageWarning } from '../../train/foreign-language.js';
import { meanShift } from '../../train/learnt.js';
import type { TrainEvent } from '../../train/train-events.js';
import { type EncodedCorpus, tokenFileStore } from './token-file.js';
import type { TrainModelOptions } from './training-memory.js';

/** Reports when the corpus seems to be in another language than its tokenizer cuts. */
export function warnOfLanguage(
  { description }: Tokenizer,
  { words, counts }: Vocabulary,
  report: (event: TrainEvent) => void,
): void {
  const message = foreignLanguageWarning(description.name, words, counts);
  if (message) report({ type: 'warning', message });
}

/**
 * Refuses a corpus in which no word has another beside it: there is nothing to learn from.
 *
 * @throws KeywordError INVALID_CORPUS
 */
export function requirePairs({ vocabulary, tokenFile }: EncodedCorpus): void {
  const store = tokenFileStore(tokenFile.fd, tokenFile.length);
  const block = new Int32Array(1 << 16);
  let length = 0;
  for (let from = 0; from < store.length; ) {
    const count = store.read(from, block);
    for (let i = 0; i < count; i++) {
      length = block[i] < 0 ? 0 : length + 1;
      if (length === 2) return;
    }
    from += count;
  }
  throw new KeywordError(
    'INVALID_CORPUS',
    `The corpus trains nothing: none of its ${counted(vocabulary.documentCount, 'document')} has two words of the vocabulary of ${counted(vocabulary.words.length, 'word')}, and a word is learned from its neighbours. Each line is a document: give longer ones, or lower \`minCount\`.`,
  );
}

/** A model that training has moved by less, in nats a pair, has learnt nothing: what learns at all moves it by tenths. */
const LEAST_SHIFT = 0.001;

const advice = 'Give more text, or keep all of it by `subsample` 0.';
const adviceInChinese = '请提供更多文本，或用 `subsample` 0 保留全部。';

/**
 * Refuses a model that is still where its training began.
 *
 * @throws KeywordError INVALID_CORPUS
 */
export function requireLearnt(
  pairs: number,
  model: SkipGramModel,
  { vocabulary, tokenFile }: EncodedCorpus,
  { subsample, epochs, learningRate }: TrainModelOptions,
): void {
  if (pairs === 0) {
    throw new KeywordError(
      'INVALID_CORPUS',
      `The corpus trained nothing: of its ${counted(vocabulary.tokenCount, 'token')}, \`subsample\` ${subsample} left no two side by side in ${counted(epochs, 'epoch')}. ${advice}`,
      {
        zh: `语料什么也没有训练：${vocabulary.tokenCount} 个词经 \`subsample\` ${subsample} 稀释后，${epochs} 遍里没有两个相邻。${adviceInChinese}`,
      },
    );
  }
  if (!(meanShift(model, tokenFileStore(tokenFile.fd, tokenFile.length)) < LEAST_SHIFT)) return;
  throw new KeywordError(
    'INVALID_CORPUS',
    `The corpus trained nothing: after ${counted(pairs, 'pair')} of words in ${counted(epochs, 'epoch')} the model says of every word what it said before. ${advice} More epochs or a higher \`learningRate\` than ${learningRate} help a little.`,
    {
      zh: `语料什么也没有训练：${epochs} 遍共 ${pairs} 对词之后，模型对每个词的判断仍与训练前一样。${adviceInChinese}增加遍数或把 \`learningRate\` 调到 ${learningRate} 以上，略有帮助。`,
    },
  );
}

/** Reports when fewer pairs were trained on than there are words. */
export function warnOfFewPairs(
  pairs: number,
  { vocabulary }: EncodedCorpus,
  report: (event: TrainEvent) => void,
): void {
  const { length } = vocabulary.words;
  if (pairs >= length) return;
  const message = `Only ${counted(pairs, 'pair')} of words trained the model, fewer than the ${counted(length, 'word')} of the vocabulary: the vectors are hardly more than random. Give more text, or keep all of it by \`subsample\` 0.`;
  report({ type: 'warning', message });
}
