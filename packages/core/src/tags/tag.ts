import type { OptionsOf, ResolvedOf, suggestOptions } from '../options.js';

/** A tag of a list. */
export interface Tag {
  /** Unique in the list. */
  readonly id: string;
  /** What people read; unique in the list, where boat and Boat are two. */
  readonly label: string;
  /** Other forms that a text may have. */
  readonly synonyms?: readonly string[];
  /** What the tag is for, in a sentence; read as words that go with the tag. */
  readonly description?: string;
  /** The id of the broader tag. */
  readonly parent?: string;
}

/** The kinds of evidence for a tag: it is said, its words go with those of the text, texts like it had the tag. */
export const evidenceNames = ['mention', 'meaning', 'learned'] as const;

/** A name of {@link evidenceNames}. */
export type EvidenceName = (typeof evidenceNames)[number];

/** Where a tag is said. */
export interface FoundForm {
  /** The label or synonym of the list. */
  readonly form: string;
  /** [start, end) in the text as given, in UTF-16 code units, in order. */
  readonly offsets: readonly (readonly [start: number, end: number])[];
}

/** What a word of the text adds to the score of a tag. */
export interface TagWord {
  readonly word: string;
  readonly evidence: EvidenceName;
  /** Nats. */
  readonly value: number;
}

/** A tag for a text. */
export interface SuggestedTag {
  readonly id: string;
  readonly label: string;
  /** Sum of the evidence and of how often the tag is used, in nats; higher is better. */
  readonly score: number;
  /** How probable it is that a person would give the tag, 0 … 1; left out where nothing was learned (not calibrated). */
  readonly probability?: number;
  /** The parts of the score by evidence, in nats; 0 for what is switched off or says nothing. */
  readonly evidence: Readonly<Record<EvidenceName, number>>;
  /** Where the tag is said; empty where it is not. */
  readonly forms: readonly FoundForm[];
  /** The words that speak for it, most first; with the option `explain`. */
  readonly words?: readonly TagWord[];
}

/** Options of `suggestTags`. */
export type SuggestOptions = OptionsOf<typeof suggestOptions>;

/** The same, checked, all of them. */
export type ResolvedSuggest = ResolvedOf<typeof suggestOptions>;

/** A text with the tags that people gave it. */
export interface TaggedText {
  readonly text: string;
  /** Code units at its beginning that are its title (default: 0). */
  readonly titleLength?: number | undefined;
  /** Ids or labels of the list. */
  readonly tags: readonly string[];
}
