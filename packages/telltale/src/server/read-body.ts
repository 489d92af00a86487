import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { gunzip } from '@telltale/core/internal/node/packed/gunzip.js';
import { badRequest } from './problem.js';

/** How much is read of a request, and for how long. */
export interface BodyLimits {
  readonly maxBodyBytes: number;
  readonly requestSeconds: number;
}

/** Packed bytes of a stream that are unpacked at a time: what they stand for is kept for each connection. */
const PACKED_AT_ONCE = 1 << 10;

/** Bytes that a packed byte of a stream may stand for, beyond those of a whole body: texts are packed to a tenth. */
const MOST_FOR_A_BYTE = 200;

/**
 * Whether a body is packed.
 *
 * @throws an error with status 415 for a content-encoding that is not read here
 */
function isPacked({ headers }: IncomingMessage): boolean {
  const encoding = headers['content-encoding']?.trim().toLowerCase() || 'identity';
  if (encoding === 'identity') return false;
  if (encoding === 'gzip' || encoding === 'x-gzip') return true;
  throw badRequest(
    `content-encoding is ${JSON.stringify(encoding.slice(0, 50))}; gzip and identity are read here.`,
    415,
  );
}

/**
 * The bytes of a body as they come in, unpacked; those that come before a damage come before its error.
 *
 * @throws an error with status 415 for a content-encoding that is not read here, while it is read 413 for a packed body that
 * stands for far more than texts are packed to
 */
export function unpackedStream(body: IncomingMessage, { maxBodyBytes }: BodyLimits): AsyncIterable<Uint8Array> {
  return isPacked(body) ? unpackWithin(maxBodyBytes, body) : body;
}

async function* unpackWithin(allowed: number, body: IncomingMessage): AsyncGenerator<Uint8Array> {
  let left = allowed;
  const packed = (async function* () {
    // Else the end of reading would end the connection, and with it the answer, where the bytes are no gzip.
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      left += MOST_FOR_A_BYTE * chunk.length;
      yield chunk;
    }
  })();
  for await (const bytes of gunzip(packed, PACKED_AT_ONCE)) {
    left -= bytes.length;
    if (left < 0) throw badRequest(`The stream unpacks to more than ${MOST_FOR_A_BYTE} times its size.`, 413);
    yield bytes;
  }
}

function unpackedBody(body: IncomingMessage): Readable {
  if (!isPacked(body)) return body;
  const unpacker = createGunzip();
  // Not pipeline, which would end the connection, as above.
  body.on('error', (error) => unpacker.destroy(error));
  body.once('close', () => {
    if (!body.readableEnded) unpacker.destroy(new Error('The client has gone.'));
  });
  return body.pipe(unpacker);
}

/**
 * A whole body, unpacked.
 *
 * @throws an error with status 413 when it is too large, packed or not; 408 when it comes too slowly; 400 for no gzip; 415
 */
export function readBody(body: IncomingMessage, { maxBodyBytes, requestSeconds }: BodyLimits): Promise<Buffer> {
  const tooLarge = () => badRequest(`The body has more than the ${maxBodyBytes} bytes allowed.`, 413);
  return new Promise((resolve, reject) => {
    if (Number(body.headers['content-length']) > maxBodyBytes) throw tooLarge();
    const stream = unpackedBody(body);
    const parts: Buffer[] = [];
    let length = 0;
    let packed = 0;
    let isSettled = false;
    const settle = (error?: Error) => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      if (error && stream !== body) {
        body.unpipe();
        stream.destroy();
      }
      // What still comes is thrown away, until the connection is closed after the answer.
      body.resume();
      if (error) reject(error);
      else resolve(parts.length === 1 ? parts[0] : Buffer.concat(parts, length));
    };
    const take = (part: Buffer) => {
      if (isSettled) return;
      length += part.length;
      if (length > maxBodyBytes) settle(tooLarge());
      else parts.push(part);
    };
    const count = (part: Buffer) => {
      packed += part.length;
      if (packed > maxBodyBytes) settle(tooLarge());
    };
    const fail = (error: Error) => {
      settle(badRequest(stream === body ? error.message : `The body cannot be unpacked: ${error.message}.`));
    };
    const leave = () => settle(badRequest('The client disconnected before its request was complete.'));
    const timer = setTimeout(() => {
      settle(badRequest(`The body was not complete after ${requestSeconds} s.`, 408));
    }, 1000 * requestSeconds);
    stream
      .on('data', take)
      .on('end', () => settle())
      .on('error', fail)
      .on('close', leave);
    if (stream !== body) body.on('data', count);
  });
}
