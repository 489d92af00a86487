/** What the reader points at: a keyword, or a token of the text. */
export type Pointed =
  | { readonly kind: 'keyword'; readonly index: number }
  | { readonly kind: 'token'; readonly index: number }
  | undefined;
