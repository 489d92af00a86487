import { type BoundedLine, LineSplitter } from '@telltale/core/internal/records/bounded-lines.js';

/** Codes of JSON-RPC for what is not JSON, and for JSON that is not a request. */
const PARSE_ERROR = -32_700;
const INVALID_REQUEST = -32_600;
const NEWLINE = 10;
const MARK = Buffer.from('\ufeff');
const MARKED = Buffer.from('\n\ufeff');

/**
 * The input without byte-order marks before any line, as programs write that join files; its lines are looked at, for what is no
 * message the package leaves unanswered.
 */
export async function* watched(input: AsyncIterable<Uint8Array>, maxBytes: number, look: (line: string) => void) {
  const splitter = new LineSplitter(maxBytes);
  const decoder = new TextDecoder();
  const lookAt = (lines: Iterable<BoundedLine>) => {
    // A line that is too long is an error of its own.
    for (const { bytes, length } of lines) if (bytes.length === length) look(decoder.decode(bytes));
  };
  let isStart = true;
  let held: Uint8Array = Buffer.of();
  for await (const chunk of input) {
    const bytes = Buffer.concat([held, chunk]);
    held = beginningOfMark(bytes, isStart);
    const whole = bytes.subarray(0, bytes.length - held.length);
    for (const part of withoutMarks(whole, isStart)) {
      lookAt(splitter.push(part));
      yield part;
    }
    isStart = endsAtStart(whole, isStart);
  }
  if (held.length > 0) {
    lookAt(splitter.push(held));
    yield held;
  }
  lookAt(splitter.end());
}

/** The end of what has come, where it may be the beginning of a mark that begins a line. */
function beginningOfMark(bytes: Buffer, isStart: boolean): Buffer {
  const line = bytes.lastIndexOf(NEWLINE) + 1;
  const end = bytes.subarray(line > 0 || isStart ? afterMarks(bytes, line) : bytes.length);
  return end.equals(MARK.subarray(0, end.length)) ? end : bytes.subarray(bytes.length);
}

/** Whether what comes next begins a line, but for marks. */
function endsAtStart(chunk: Buffer, isStart: boolean): boolean {
  let end = chunk.length;
  while (chunk.subarray(Math.max(0, end - MARK.length), end).equals(MARK)) end -= MARK.length;
  return end === 0 ? isStart : chunk[end - 1] === NEWLINE;
}

/** The parts of a chunk between the marks at the beginning of its lines. */
function* withoutMarks(chunk: Buffer, isStart: boolean): Generator<Uint8Array> {
  let from = isStart ? afterMarks(chunk, 0) : 0;
  for (let at = chunk.indexOf(MARKED, from); at >= 0; at = chunk.indexOf(MARKED, from)) {
    yield chunk.subarray(from, at + 1);
    from = afterMarks(chunk, at + 1);
  }
  if (from < chunk.length) yield chunk.subarray(from);
}

function afterMarks(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes.subarray(at, at + MARK.length).equals(MARK)) at += MARK.length;
  return at;
}

/**
 * The error that a line is answered with, as it is not a message; undefined where it is one, or blank.
 *
 * @param parse throws what is not a message
 */
export function refusalOf(line: string, parse: (value: unknown) => unknown) {
  if (line.trim() === '') return undefined;
  let value: { readonly id?: unknown; readonly method?: unknown } | null;
  try {
    value = JSON.parse(line);
  } catch {
    const message = 'Parse error: a line is not JSON. Each message of JSON-RPC 2.0 is one line.';
    return { id: null, error: { code: PARSE_ERROR, message } };
  }
  try {
    parse(value);
    return undefined;
  } catch {
    const { id, method, ...rest } = Object(value) as Record<string, unknown>;
    // Answers are not answered.
    if (method === undefined && ('result' in rest || 'error' in rest)) return undefined;
    const message = 'Invalid request: expected {"jsonrpc": "2.0", "id": …, "method": "…", "params": {…}}.';
    return {
      id: typeof id === 'string' || typeof id === 'number' ? id : null,
      error: { code: INVALID_REQUEST, message },
    };
  }
}
