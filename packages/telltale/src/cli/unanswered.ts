/** A message of JSON-RPC, as far as it says whether it asks, answers or takes back. */
interface Message {
  readonly id?: unknown;
  readonly method?: string;
  readonly params?: { readonly requestId?: unknown };
}

/** What carries messages, as far as they are counted on the way. */
interface Carrier {
  onmessage?: ((message: never, ...more: never[]) => void) | undefined;
  send(message: never, ...more: never[]): Promise<void>;
}

/** The requests that a transport has delivered and not yet carried back an answer to. */
export class Unanswered {
  readonly #ids = new Set<unknown>();
  #answered = () => {};

  /** @param transport one that has its receiver */
  constructor(transport: Carrier) {
    const { onmessage } = transport;
    const send = transport.send.bind(transport);
    transport.onmessage = (...given) => {
      this.#asked(given[0]);
      onmessage?.(...given);
    };
    transport.send = async (...given) => {
      try {
        await send(...given);
      } finally {
        const { id, method } = given[0] as Message;
        if (method === undefined) this.#settle(id);
      }
    };
  }

  /** Waits until nothing is left to answer. */
  none(): Promise<void> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#settle(undefined);
    });
  }

  #asked({ id, method, params }: Message): void {
    if (method === 'notifications/cancelled') this.#settle(params?.requestId);
    // A subscription lasts as long as the connection.
    else if (method !== undefined && id !== undefined && method !== 'subscriptions/listen') this.#ids.add(id);
  }

  #settle(id: unknown): void {
    this.#ids.delete(id);
    if (this.#ids.size === 0) this.#answered();
  }
}
