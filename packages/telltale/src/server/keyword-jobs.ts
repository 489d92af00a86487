import { resolveOptions } from '@telltale/core/internal/check-options.js';
import { takesEncoder } from '@telltale/core/internal/encoder/encoder.js';
import type { Resolved } from '@telltale/core/internal/extract/text-model.js';
import { extractOptions, type ResolvedOf, type serveOptions } from '@telltale/core/internal/options.js';
import type { Job } from './jobs.js';
import { checkText, splitBody } from './parse-body.js';
import { badRequest, bodyOf } from './problem.js';
import type { Asked, Service } from './service.js';

type Limits = Pick<ResolvedOf<typeof serveOptions>, 'maxTextLength'>;

/** The job of a text that has been checked. @throws KeywordError INVALID_OPTION for weights that are not served */
export function keywordJob(
  service: Service,
  asked: Asked,
  text: string,
  options: Resolved,
  form: 'json' | 'html' | 'svg' = 'json',
): Job {
  return { kind: 'keywords', ...asked, text, options: service.weights.putInto(options), form };
}

/**
 * The job of a body with one text.
 *
 * @param also a field that the body may have besides
 * @throws what is wrong with the body
 */
export function keywordJobOf(service: Service, { maxTextLength }: Limits, body: unknown, also: string[] = []): Job {
  const { fields, options } = splitBody(body, [...also, 'text', 'model', 'encoder']);
  const text = checkText(fields.text, maxTextLength, 'text', options.title);
  return keywordJob(service, service.askedBy(fields), text, options);
}

/**
 * The keywords of the text of a body by several methods, as JSON.
 *
 * @throws what is wrong with the body, and what {@link Service.run} throws
 */
export async function compareMethods(
  service: Service,
  { maxTextLength }: Limits,
  body: unknown,
  isWanted: () => boolean,
): Promise<string> {
  const { fields, options } = splitBody(body, ['text', 'model', 'encoder', 'methods'], comparedOptions);
  const text = checkText(fields.text, maxTextLength, 'text', options.title);
  const asked = service.askedBy(fields);
  const { methods = extractOptions.method.choices } = fields;
  const most = extractOptions.method.choices.length;
  if (!Array.isArray(methods) || methods.length === 0 || methods.length > most) {
    throw badRequest(`methods must be a list of 1 to ${most} of ${extractOptions.method.choices.join(', ')}.`);
  }
  const checked = methods.map((method) => ({ ...options, ...resolveOptions(methodOption, { method }) }));
  const results: string[] = [];
  for (const one of checked) {
    const of = takesEncoder(one.method) ? asked : { ...asked, encoder: undefined };
    const found = bodyOf(await service.run(keywordJob(service, of, text, one), isWanted));
    results.push(`{"method":${JSON.stringify(one.method)},${found.slice(1)}`);
  }
  return `{"results":[${results.join(',')}]}`;
}

/** The methods are named by themselves. */
const { method: methodRow, ...comparedOptions } = extractOptions;
const methodOption = { method: methodRow };
