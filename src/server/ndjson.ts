import { Readable } from 'node:stream';
import { LineSplitter } from '../node/bounded-lines.js';
import type { ResolvedOf, serveOptions } from '../options.js';
import { checkText, parseJson, splitBody } from './parse-body.js';
import { badRequest, problemOf } from './problem.js';
import type { Service } from './service.js';

/** Texts of one stream that are worked on at a time, for each thread. */
const UNDER_WAY = 2;

/**
 * A line of output for every line of input, in order: the keywords of its text, or its error, with its `id` if it has
 * one. The input is read only as fast as the output is taken.
 */
export function answerLines(
  input: AsyncIterable<Uint8Array>,
  service: Service,
  limits: ResolvedOf<typeof serveOptions>,
): Readable {
  async function* answers(): AsyncGenerator<string> {
    const splitter = new LineSplitter(limits.maxBodyBytes);
    const underWay: Promise<string>[] = [];
    const most = UNDER_WAY * (limits.threads ?? 4);
    const take = function* (lines: ReturnType<LineSplitter['push']>) {
      for (const line of lines) if (line.length > 0) yield answerLine(line.bytes, line.length);
    };
    for await (const chunk of input) {
      for (const answer of take(splitter.push(chunk))) {
        underWay.push(answer);
        if (underWay.length >= most) yield await underWay.shift()!;
      }
    }
    underWay.push(...take(splitter.end()));
    for (const answer of underWay) yield await answer;
  }

  async function answerLine(bytes: Uint8Array, length: number): Promise<string> {
    let id: unknown;
    try {
      if (length > bytes.length) {
        throw badRequest(`The line has ${length} bytes, more than the ${limits.maxBodyBytes} that are taken.`, 413);
      }
      const { fields, options } = splitBody(parseJson(bytes), ['id', 'text', 'model']);
      id = fields.id;
      const text = checkText(fields.text, limits.maxTextLength);
      const model = service.modelNamed(fields.model);
      const result = await service.run({ kind: 'keywords', model, text, options, form: 'json' });
      const written = 'body' in result ? result.body : JSON.stringify(result);
      return `${id === undefined ? written : `{"id":${JSON.stringify(id)},${written.slice(1)}`}\n`;
    } catch (error) {
      const { code, message } = problemOf(error);
      return `${JSON.stringify({ ...(id !== undefined && { id }), error: { code, message } })}\n`;
    }
  }

  return Readable.from(answers());
}
