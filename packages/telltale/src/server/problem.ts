import { type ErrorCode, KeywordError, requestCodes, shortened } from '@telltale/core/internal/errors.js';
import type { FastifyBaseLogger } from 'fastify';
import type { JobResult } from './jobs.js';

/** What a client sees of anything that went wrong. */
export interface Problem {
  readonly status: number;
  readonly code: ErrorCode | keyof typeof requestCodes;
  readonly message: string;
}

const statusOf: Partial<Record<ErrorCode, number>> = {
  INVALID_OPTION: 400,
  INVALID_WEIGHTS: 422,
  INVALID_TEXT: 422,
  INVALID_TAGS: 422,
  NOT_IN_VOCABULARY: 404,
  UNSUPPORTED_MODEL: 422,
  OUT_OF_MEMORY: 413,
  OVERLOADED: 503,
};

const codeOf: Record<number, keyof typeof requestCodes> = {
  401: 'UNAUTHORIZED',
  404: 'NOT_FOUND',
  413: 'TOO_LARGE',
  429: 'RATE_LIMITED',
};

/** What Node says of a connection whose client has gone: nobody reads the answer, and nothing is wrong with the service. */
const GONE = ['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'];

/** Characters of a message, at most: what it repeats of a request may be long. */
const LONGEST = 500;

/** Status, code and message of an error; what is not the client's doing is told in general words only. */
export function problemOf(error: unknown): Problem {
  const { message: whole = '', name, code = '', statusCode } = error as NodeJS.ErrnoException & { statusCode?: number };
  const message = shortened(whole, LONGEST);
  if (error instanceof KeywordError) return { status: statusOf[error.code] ?? 500, code: error.code, message };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return { status: statusCode, code: codeOf[statusCode] ?? 'INVALID_REQUEST', message };
  }
  if (GONE.includes(code) || name === 'AbortError') {
    return { status: 400, code: 'INVALID_REQUEST', message: 'The client disconnected before it was answered.' };
  }
  return { status: 500, code: 'INTERNAL', message: requestCodes.INTERNAL };
}

/** The body of an answer. @throws KeywordError what the thread says of the text */
export function bodyOf(result: JobResult): string {
  if ('body' in result) return result.body;
  throw new KeywordError(result.error.code, result.error.message);
}

/**
 * What is in the place of one of several texts that has no result: its error alone.
 *
 * @param placed the message with the place of the text, where its answer does not say it
 */
export function partOf(error: unknown, log: FastifyBaseLogger, placed = (message: string) => message): string {
  const { code, message } = loggedProblem(error, log);
  return JSON.stringify({ error: { code, message: placed(message) } });
}

/** {@link problemOf}; what is the service's doing is written down. */
export function loggedProblem(error: unknown, log: FastifyBaseLogger): Problem {
  const problem = problemOf(error);
  if (problem.code === 'INTERNAL') log.error({ stack: (error as Error).stack }, 'internal error');
  return problem;
}

/** A request that cannot be understood. */
export function badRequest(message: string, status = 400): Error {
  return Object.assign(new Error(message), { statusCode: status });
}
