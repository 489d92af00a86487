import { Readable } from 'node:stream';
import { LineSplitter } from '../node/bounded-lines.js';
import type { ResolvedOf, serveOptions } from '../options.js';
import { inOrder } from './in-order.js';
import { checkText, parseJson, splitBody } from './parse-body.js';
import { badRequest, problemOf } from './problem.js';
import type { Service } from './service.js';

/**
 * A line of output for every line of input, in order: the keywords of its text, or its error, with its `id` if it has
 * one. The input is read only as fast as the output is taken; where the queue is full, it waits.
 */
export function answerLines(
  input: AsyncIterable<Uint8Array>,
  service: Service,
  limits: ResolvedOf<typeof serveOptions>,
  isWanted: () => boolean,
): Readable {
  async function* lines() {
    const splitter = new LineSplitter(limits.maxBodyBytes);
    for await (const chunk of input) for (const line of splitter.push(chunk)) if (line.length > 0) yield line;
    yield* splitter.end();
  }

  async function answerLine({ bytes, length }: { bytes: Uint8Array; length: number }): Promise<string> {
    let id: unknown;
    try {
      if (length > bytes.length) {
        throw badRequest(`The line has ${length} bytes, more than the ${limits.maxBodyBytes} that are taken.`, 413);
      }
      const { fields, options } = splitBody(parseJson(bytes), ['id', 'text', 'model']);
      id = fields.id;
      const text = checkText(fields.text, limits.maxTextLength);
      const model = service.modelNamed(fields.model);
      const result = await service.runWhenRoom({ kind: 'keywords', model, text, options, form: 'json' }, isWanted);
      const written = 'body' in result ? result.body : JSON.stringify(result);
      return `${id === undefined ? written : `{"id":${JSON.stringify(id)},${written.slice(1)}`}\n`;
    } catch (error) {
      const { code, message } = problemOf(error);
      return `${JSON.stringify({ ...(id !== undefined && { id }), error: { code, message } })}\n`;
    }
  }

  return Readable.from(inOrder(lines(), service.underWay, answerLine));
}
