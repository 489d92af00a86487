import { counted, type KeywordAnalysis, KeywordError, type OptionsOf, writeFrontMatter } from '@telltale/core';
import { frontMatterOptions, type inputOptions } from '@telltale/core/internal/options.js';
import type { Input } from './inputs.js';
import type { CommandIo } from './io.js';
import { say } from './language.js';
import { type Answered, failed } from './many-texts.js';

type Analyzed = Answered<KeywordAnalysis>;

/**
 * What is done with the keywords of Markdown files: they are written to their front matter where that is asked for. A
 * file that cannot be written has its error in the place of its keywords, and the run has failed.
 *
 * @returns passes the answers on, and says at the end which files kept their own
 * @throws KeywordError INVALID_OPTION where there is no file to write to
 */
export function frontMatterWriter(
  {
    writeFrontMatter: isAsked,
    addKeywords: add = false,
    replaceKeywords: replace = false,
    frontMatterKey,
  }: OptionsOf<typeof frontMatterOptions>,
  inputs: readonly Input[],
  { groupBy, encoding }: OptionsOf<typeof inputOptions>,
  io: CommandIo,
): (answers: AsyncIterable<Analyzed>) => AsyncIterable<Analyzed> {
  if (!isAsked) {
    if (!add && !replace && frontMatterKey === undefined) return (answers) => answers;
    const flag = add ? '--add-keywords' : replace ? '--replace-keywords' : '--front-matter-key';
    throw new KeywordError('INVALID_OPTION', `${flag} needs --write-front-matter.`);
  }
  if (add && replace) {
    throw new KeywordError('INVALID_OPTION', '--add-keywords and --replace-keywords contradict each other.');
  }
  const key = frontMatterKey ?? frontMatterOptions.frontMatterKey.default;
  const files = new Set(inputs.filter((input) => input.isMarkdown).map(({ file }) => file));
  const problem =
    groupBy !== undefined
      ? 'writes the keywords of each file to it; with --group-by files have none of their own. Leave one of them out.'
      : encoding !== undefined && !/^utf-?8$/i.test(encoding)
        ? `writes UTF-8, and --encoding says ${encoding}. Convert the files first.`
        : files.size === 0
          ? 'needs a Markdown file (.md, .markdown) to write to. Name some with --file.'
          : undefined;
  if (problem !== undefined) throw new KeywordError('INVALID_OPTION', `--write-front-matter ${problem}`);
  return async function* (answers) {
    let written = 0;
    let kept = 0;
    for await (const answer of answers) {
      if ('error' in answer.result || !files.has(answer.source)) {
        yield answer;
        continue;
      }
      try {
        const words = answer.result.keywords.map(({ text }) => text.replaceAll(/\s+/gu, ' '));
        if (await writeFrontMatter(answer.source, words, { add, replace, key })) written++;
        else kept++;
        yield answer;
      } catch (error) {
        if (!(error instanceof KeywordError) || error.code === 'INVALID_OPTION') throw error;
        yield { ...answer, result: failed(error) };
      }
    }
    const [rest, restInChinese] =
      kept === 0
        ? ['', '']
        : add
          ? [` ${counted(kept, 'file')} had all of them.`, `${kept} 个文件已有全部关键词。`]
          : [
              ` ${counted(kept, 'file')} had ${key} and kept them; add to them with --add-keywords, or replace them with --replace-keywords.`,
              `${kept} 个文件已有 ${key}，保持原样；要加在其后请用 --add-keywords，要替换请用 --replace-keywords。`,
            ];
    say(
      io,
      `wrote keywords to ${counted(written, 'file')}.${rest}`,
      `关键词已写入 ${written} 个文件。${restInChinese}`,
    );
  };
}
