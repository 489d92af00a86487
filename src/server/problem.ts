import { type ErrorCode, KeywordError } from '../errors.js';

/** What a client sees of anything that went wrong. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const statusOf: Partial<Record<ErrorCode, number>> = {
  INVALID_OPTION: 400,
  INVALID_TEXT: 422,
  NOT_IN_VOCABULARY: 404,
  UNSUPPORTED_MODEL: 422,
  OUT_OF_MEMORY: 413,
  OVERLOADED: 503,
};

const codeOf: Record<number, string> = {
  401: 'UNAUTHORIZED',
  404: 'NOT_FOUND',
  413: 'TOO_LARGE',
  429: 'RATE_LIMITED',
};

/** Status, code and message of an error; what is not the client's doing is told in general words only. */
export function problemOf(error: unknown): Problem {
  const { message, statusCode } = error as Error & { statusCode?: number };
  if (error instanceof KeywordError) return { status: statusOf[error.code] ?? 500, code: error.code, message };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return { status: statusCode, code: codeOf[statusCode] ?? 'INVALID_REQUEST', message };
  }
  return { status: 500, code: 'INTERNAL', message: 'Something went wrong in the service; its log says more.' };
}

/** A request that cannot be understood. */
export function badRequest(message: string, status = 400): Error {
  return Object.assign(new Error(message), { statusCode: status });
}
