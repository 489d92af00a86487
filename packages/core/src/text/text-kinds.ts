/** Kinds of texts that there are weights for. */
export const textKinds = ['abstract', 'news', 'post', 'title', 'paper'] as const;

/** A kind of {@link textKinds}. */
export type TextKind = (typeof textKinds)[number];
