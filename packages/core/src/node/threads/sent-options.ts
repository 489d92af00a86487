/** Options on their way to a thread, without the lists that it has. */
export interface SentOptions<Options> {
  readonly options: Options;
  /** Options whose lists are those that were sent last. */
  readonly asBefore: readonly (keyof Options)[];
}

/** The options with lists of their own that cannot change, so that {@link OptionsSender} knows them again. */
export function withFrozenLists<Options extends object>(options: Options): Options {
  const frozen = Object.entries(options).map(([name, value]) => {
    return [name, Array.isArray(value) && !Object.isFrozen(value) ? Object.freeze(value.slice()) : value];
  });
  return Object.fromEntries(frozen) as Options;
}

/** Sends options to one thread: a list that comes with one batch of texts after the other is sent once, for it may be long. */
export class OptionsSender<Options extends object> {
  readonly #sent = new Map<keyof Options, unknown>();

  /** @param given frozen lists, see {@link withFrozenLists} */
  pack(given: Options): SentOptions<Options> {
    const options = { ...given };
    const asBefore: (keyof Options)[] = [];
    for (const name of Object.keys(options) as (keyof Options)[]) {
      if (!Array.isArray(options[name])) continue;
      if (this.#sent.get(name) === options[name]) {
        asBefore.push(name);
        delete options[name];
      } else this.#sent.set(name, options[name]);
    }
    return { options, asBefore };
  }
}

/** The other end of an {@link OptionsSender}. */
export class OptionsReceiver<Options extends object> {
  readonly #received = new Map<keyof Options, unknown>();

  /** @returns the options, whose lists are the same arrays as long as they are the same */
  unpack({ options, asBefore }: SentOptions<Options>): Options {
    for (const name of Object.keys(options) as (keyof Options)[]) {
      if (Array.isArray(options[name])) this.#received.set(name, Object.freeze(options[name]));
    }
    return { ...options, ...Object.fromEntries(asBefore.map((name) => [name, this.#received.get(name)])) };
  }
}
