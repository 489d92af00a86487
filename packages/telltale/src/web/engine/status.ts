/** How much of a model is loaded, told to whom it concerns. */
export class EngineStatus {
  #listener: (share: number) => void = () => {};

  /** @param share 0 … 1 */
  set(share: number): void {
    this.#listener(share);
  }

  listen(listener: (share: number) => void): void {
    this.#listener = listener;
  }
}
