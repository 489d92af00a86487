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

  /**
   * @param given frozen lists, see {@link withFrozenLists}
   * @param post sends them; what it throws was not sent
   */
  send<Sent>(given: Options, post: (sent: SentOptions<Options>) => Sent): Sent {
    const names = (Object.keys(given) as (keyof Options)[]).filter((name) => Array.isArray(given[name]));
    const asBefore = names.filter((name) => this.#sent.get(name) === given[name]);
    const options = { ...given };
    for (const name of asBefore) delete options[name];
    const sent = post({ options, asBefore });
    for (const name of names) this.#sent.set(name, given[name]);
    return sent;
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
