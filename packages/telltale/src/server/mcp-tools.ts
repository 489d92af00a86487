import type { KeywordAnalysis } from '@telltale/core/internal/extract/extract-keywords.js';
import { extractOptions, type ResolvedOf, type serveOptions } from '@telltale/core/internal/options.js';
import { heatMap } from '@telltale/core/internal/report/heat-map.js';
import type { Job } from './jobs.js';
import { compareMethods, keywordJobOf } from './keyword-jobs.js';
import { badRequest, bodyOf } from './problem.js';
import { answers, bodiesOf, type Schema } from './schemas.js';
import type { Service } from './service.js';
import { tagJobOf } from './tag-routes.js';

/** A tool that an assistant can call. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Schema;
  readonly output: Schema;
  /** The result as JSON, an object. @throws what is wrong with the input, and what {@link Service.run} throws */
  call(input: unknown, isWanted: () => boolean): Promise<string>;
}

/** Words shown of those that speak for a keyword. */
const MOST_WORDS = 20;

/**
 * The tools over a service: what its routes do, for one text a call.
 *
 * @param limits those of the service
 */
export function mcpTools(service: Service, limits: ResolvedOf<typeof serveOptions>): readonly Tool[] {
  const bodies = bodiesOf(limits);
  const { keywords, explain, compare, tags } = bodies;
  const lists = service.tagLists.map(({ name }) => name);
  /** What may be named is what is served, which an assistant cannot look up elsewhere. */
  const named: Record<string, readonly string[]> = {
    model: [service.defaultModel, ...service.models.map(({ name }) => name)],
    encoder: service.encoders,
    list: lists,
  };
  const inputOf = ({ properties }: Schema, left: readonly string[], more: Record<string, Schema> = {}): Schema => {
    const taken = Object.entries({ ...(properties as Record<string, Schema>), ...more })
      .filter(([name]) => !left.includes(name) && named[name]?.length !== 0)
      .map(([name, schema]) => [name, named[name] ? { ...schema, enum: [...new Set(named[name])] } : schema] as const)
      .map(([name, schema]) => [name, withoutRoutes(schema)]);
    return { type: 'object', properties: Object.fromEntries(taken), required: ['text'], additionalProperties: false };
  };
  const run = async (job: Job, isWanted: () => boolean) => bodyOf(await service.run(job, isWanted));

  return [
    {
      name: 'extract_keywords',
      title: 'Extract keywords',
      description:
        'Finds the keywords of a text: the words and phrases that say what it is about, best first, with scores and places. Works without a language model, in Chinese, English and ten more languages.',
      input: inputOf(keywords, ['texts', 'explain']),
      output: answers.analysis,
      call: (input, isWanted) => run(keywordJobOf(service, limits, input), isWanted),
    },
    {
      name: 'suggest_tags',
      title: 'Suggest tags',
      description: `Suggests tags for a text from a fixed list, whether the text says them or not. ${
        lists.length > 0
          ? `Lists: ${lists.join(', ')}.`
          : 'No list is loaded; the server has to be started with --tags NAME=FILE.'
      }`,
      input: inputOf(tags, ['texts']),
      output: answers.tagged,
      call: (input, isWanted) => run(tagJobOf(service, limits, input), isWanted),
    },
    {
      name: 'explain_keyword',
      title: 'Explain a keyword',
      description:
        'Says what speaks for a word or phrase of a text as a keyword: its score and the words of the text that support it; nothing where the text does not say it. Without "keyword", explains the best keywords.',
      input: inputOf(explain, ['candidates', 'absent'], {
        keyword: { type: 'string', description: 'A word or phrase of the text.' },
      }),
      output: answers.explained,
      async call(input, isWanted) {
        const { keyword, ...others } = { ...(input as Record<string, unknown>) };
        if (keyword !== undefined && typeof keyword !== 'string') throw badRequest('keyword must be a string.');
        const only = keyword === undefined ? {} : { candidates: [keyword] };
        const job = keywordJobOf(service, limits, { ...others, ...only, explain: true });
        return JSON.stringify(explained(job, JSON.parse(await run(job, isWanted))));
      },
    },
    {
      name: 'compare_methods',
      title: 'Compare methods',
      description: `Extracts the keywords of a text by several methods side by side: ${extractOptions.method.choices.join(', ')}.`,
      input: inputOf(compare, []),
      output: answers.compare,
      call: (input, isWanted) => compareMethods(service, limits, input, isWanted),
    },
  ];
}

/** A schema that names no route of the service over HTTP. */
function withoutRoutes(schema: Schema): Schema {
  const { description } = schema as { description?: string };
  return description ? { ...schema, description: description.replace(/; (GET|POST) [^.]*/, '') } : schema;
}

/** An explanation without a number for every token: an assistant reads all that it is given. */
function explained(job: Job, analysis: KeywordAnalysis) {
  const { text } = job as { text: string };
  const { keywords, words, values } = heatMap(text, analysis, Number.POSITIVE_INFINITY);
  return {
    language: analysis.language,
    keywords: keywords.map((keyword, k) => {
      const supporting = supportOf(text, analysis, k);
      return {
        text: keyword,
        score: analysis.keywords[k].score,
        count: analysis.keywords[k].count,
        words: words
          .map((word, w) => ({ word, value: values[w][k] }))
          .filter(({ word, value }) => value > 0 && supporting.has(word.toLowerCase()))
          .sort((a, b) => b.value - a.value)
          .slice(0, MOST_WORDS),
      };
    }),
  };
}

/** The words of a keyword and those that it clearly explains, in small letters. */
function supportOf(text: string, { keywords, explanation }: KeywordAnalysis, k: number): Set<string> {
  const { offsets, explains = [] } = keywords[k];
  const own = explanation!.tokens.filter(([start, end]) => offsets.some(([from, to]) => start >= from && end <= to));
  return new Set([...own.map(([start, end]) => text.slice(start, end)), ...explains].map((word) => word.toLowerCase()));
}
