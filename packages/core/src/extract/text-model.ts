import type { ConditionalModel } from '../model/conditional-model.js';
import type { extractOptions, ResolvedOf } from '../options.js';
import type { LanguageEvidence } from '../text/language-candidates.js';
import type { WordForms } from '../text/neutral/word-forms.js';
import type { Tokenizer } from '../text/tokenizer.js';
import type { TextAnalysis } from './analyze-text.js';
import type { PhraseRule } from './candidate.js';

/** A model together with the tokenizer it was trained with: what extraction works on. */
export interface TextModel {
  readonly model: ConditionalModel;
  readonly tokenizer: Tokenizer;
  /** What a user should know before trusting the model, one sentence each; left out where there is nothing. */
  readonly warnings?: readonly string[];
  /** Language of the texts it is for, by ISO 639; left out where it says nothing of it. */
  readonly language?: string;
  /** Stop words of that language, in small letters; left out: those of Chinese and English. */
  readonly stopWords?: ReadonlySet<string>;
  /** Which runs of words of a text may be phrases; left out: all that the classes of their words admit. */
  readonly phrases?: (analysis: TextAnalysis) => PhraseRule;
  /** The readings of words of a language that inflects them, by which keywords are shown in the nominative; left out where there are none. */
  readonly formsOf?: WordForms;
  /** What a reader of the keywords should know of how they were found; left out where there is nothing. */
  readonly notice?: string;
  /** How the language was told of the text that the model was chosen for; left out where it was given, or plain. */
  readonly evidence?: LanguageEvidence;
}

/** Options of an extraction, checked, all of them. */
export type Resolved = ResolvedOf<typeof extractOptions>;
