import { parentPort, type ResourceLimits, Worker } from 'node:worker_threads';
import { type ErrorCode, KeywordError } from '../../errors.js';
import { inOrder } from './in-order.js';

/** What a thread sends back: an answer, or an error, which would lose its class on the way. */
type Message<Answer> =
  | { readonly answer: Answer }
  | {
      readonly message: string;
      readonly code: ErrorCode | undefined;
      readonly option: string | undefined;
      readonly stack: string | undefined;
    };

/** MiB of a thread for new objects. V8 alone would take up to 48, which a thread then keeps; bench/memory measures it. */
const YOUNG_MEBIBYTES = 4;

/** A worker thread that answers requests one after the other, in the order it is asked. */
export class Thread<Request, Answer> {
  readonly #worker: Worker;
  readonly #waiting: { resolve(answer: Answer): void; reject(error: Error): void }[] = [];

  #closing = false;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param program a module that calls {@link answerRequests}
   * @param onDeath called once when the thread ends without having been closed
   * @param resourceLimits of its heap, beside what it shares
   */
  constructor(program: URL, workerData: unknown, onDeath?: () => void, resourceLimits: ResourceLimits = {}) {
    this.#worker = new Worker(program, {
      workerData,
      execArgv: execArgvOfFiles(),
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEBIBYTES, ...resourceLimits },
    });
    this.#worker.on('message', (message: Message<Answer>) => {
      const { resolve, reject } = this.#waiting.shift()!;
      if ('answer' in message) resolve(message.answer);
      else reject(toError(message));
    });
    // A thread that dies owes all its answers; one that is asked nothing may idle without keeping the process alive.
    const die = (error: Error) => {
      for (const { reject } of this.#waiting.splice(0)) reject(error);
      if (!this.#closing) onDeath?.();
      this.#closing = true;
    };
    this.#worker.on('error', die);
    this.#worker.on('exit', (code) => die(new Error(`A thread ended with code ${code}.`)));
    this.#worker.unref();
  }

  /** @param transfer buffers handed over instead of copied */
  ask(request: Request, transfer: readonly ArrayBuffer[] = []): Promise<Answer> {
    if (this.#closing) return Promise.reject(new Error('The thread has ended.'));
    // First, for what cannot be sent has no answer to wait for.
    this.#worker.postMessage(request, transfer);
    this.#worker.ref();
    const answer = new Promise<Answer>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
    }).finally(() => {
      if (this.#waiting.length === 0) this.#worker.unref();
    });
    this.#last = answer;
    return answer;
  }

  /** Waits until all requests so far are answered. */
  async idle(): Promise<void> {
    while (this.#waiting.length > 0) await this.#last.catch(() => {});
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#worker.terminate();
  }
}

/** What Node was started with, but for the type of a program that was given as text: a file is refused with it. */
function execArgvOfFiles(): string[] {
  return process.execArgv.filter((one, i, all) => !one.startsWith('--input-type') && all[i - 1] !== '--input-type');
}

/**
 * Makes the module it is called in the program of a {@link Thread}.
 *
 * @param transferOf buffers of an answer that are handed over instead of copied
 */
export function answerRequests<Request, Answer>(
  answerTo: (request: Request) => Answer | Promise<Answer>,
  transferOf: (answer: Answer) => ArrayBuffer[] = () => [],
): void {
  let last = Promise.resolve();
  parentPort!.on('message', (request: Request) => {
    last = last.then(() => answerOne(request));
  });
  async function answerOne(request: Request): Promise<void> {
    try {
      const answer = await answerTo(request);
      parentPort!.postMessage({ answer } satisfies Message<Answer>, transferOf(answer));
    } catch (error) {
      const { message, stack } = error as Error;
      const { code, option } = error instanceof KeywordError ? error : {};
      parentPort!.postMessage({ message, code, option, stack } satisfies Message<Answer>);
    }
  }
}

function toError({ message, code, option, stack }: Extract<Message<never>, { message: string }>): Error {
  return code ? new KeywordError(code, message, { option }) : Object.assign(new Error(message), { stack });
}

/**
 * Hands requests to threads in turn and yields their answers in the order of the requests. At most two requests per
 * thread are under way, so that a slow reader holds back a fast writer.
 *
 * @param ask asks the thread with this number, 0 … threads − 1
 */
export function askInTurn<Request, Answer>(
  threads: number,
  requests: AsyncIterable<Request> | Iterable<Request>,
  ask: (thread: number, request: Request) => Promise<Answer>,
): AsyncGenerator<Answer> {
  let asked = 0;
  return inOrder(requests, 2 * threads, (request) => ask(asked++ % threads, request));
}
