/** The corpus as word indices, −1 after each document, readable from any place: an array, or a file. */
export interface TokenStore {
  /** Entries, document ends included. */
  readonly length: number;
  /**
   * Fills `into` with the entries from `from` on.
   *
   * @returns how many entries there were, fewer than asked for only at the end
   */
  read(from: number, into: Int32Array): number;
}

/** A store over an array. */
export function memoryTokenStore(tokenIds: Int32Array): TokenStore {
  return {
    length: tokenIds.length,
    read(from, into) {
      const part = tokenIds.subarray(from, from + into.length);
      into.set(part);
      return part.length;
    },
  };
}
