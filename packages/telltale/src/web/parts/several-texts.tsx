import type { ExtractOptions, Keyword } from '@telltale/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Engine } from '../engine/engine.js';
import { manyKeywordsCsv, saveFile } from '../view/files.js';
import { fileKinds, readFile, readText } from '../view/read-file.js';
import { type FileTexts, isJson, isTable, textsOf } from '../view/records.js';
import { Said } from '../view/said.js';
import type { Strings } from '../view/strings.js';
import { FileButton } from './file-button.js';

/** Bytes of a file; longer ones are for the command. */
const LONGEST_FILE = 20_000_000;
/** Texts read; more are for the command. */
const MOST_TEXTS = 1000;

/** What was found in a text, or why nothing was. */
interface Row {
  readonly name: string;
  readonly keywords: readonly Keyword[];
  readonly problem?: string;
}

interface SeveralProperties {
  t: Strings;
  engine: Engine;
  options: ExtractOptions;
  /** Files that were dropped or opened elsewhere; none at first. */
  given: readonly File[];
}

/** Keywords of several texts, from files of texts or of records; folded away until they are asked for. */
export function SeveralTexts(properties: SeveralProperties) {
  const { t, given } = properties;
  const [wasOpen, setWasOpen] = useState(false);
  const summary = useRef<HTMLElement>(null);
  // Brought into sight: what is dropped at the top of the page is read at its foot.
  useEffect(() => {
    if (given.length === 0) return;
    summary.current!.closest('details')!.open = true;
    summary.current!.focus();
  }, [given]);
  return (
    <section class="several" aria-labelledby="several-title">
      <details onToggle={({ currentTarget }) => setWasOpen((before) => before || currentTarget.open)}>
        <summary ref={summary}>
          <h2 id="several-title">{t.several}</h2>
        </summary>
        {wasOpen && <Several {...properties} />}
      </details>
    </section>
  );
}

/** The texts of a file, or what to say of it. */
function textsIn(name: string, contents: string, t: Strings): FileTexts | { problem: string } {
  try {
    const found = textsOf(name, contents);
    const isEmpty = found.texts.length + found.leftOut.length + found.broken.length === 0;
    return isEmpty ? { problem: t.fileEmpty(name) } : found;
  } catch (error) {
    return { problem: t.badHead((error as Error).message) };
  }
}

function Several({ t, engine, options, given }: SeveralProperties) {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [count, setCount] = useState<{ readonly texts: number; readonly unread: number }>();
  const [isReading, setReading] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const run = useRef(0);
  useEffect(() => {
    if (given.length > 0) void read(given);
    // Done with, where nothing came of them.
    else if (count?.texts === 0) {
      setProblems([]);
      setCount(undefined);
    }
  }, [given]);

  async function read(files: readonly File[]): Promise<void> {
    const current = ++run.current;
    setRows([]);
    setCount(undefined);
    setProblems([]);
    setReading(true);
    const found: ({ readonly name: string } & (FileTexts | { readonly problem: string }))[] = [];
    // One after the other: documents are large in memory.
    for (const file of files) {
      const read = await (isTable(file.name) ? readFile : readText)(file, LONGEST_FILE, t);
      if (current !== run.current) return;
      found.push({ name: file.name, ...('contents' in read ? textsIn(file.name, read.contents, t) : read) });
    }
    setReading(false);
    const texts = found.flatMap((one) => ('texts' in one ? one.texts : []));
    // A file or a record that cannot be read is a text that was not.
    const unread = found.map((one) => ('problem' in one ? 1 : one.broken.length + one.leftOut.length));
    setCount({ texts: Math.min(texts.length, MOST_TEXTS), unread: unread.reduce((a, b) => a + b, 0) });
    setProblems([
      ...found.flatMap((one) => {
        if ('problem' in one) return one.problem.includes(one.name) ? one.problem : `${one.name}: ${one.problem}`;
        return [
          ...(one.broken.length > 0 ? [`${one.name}: ${t.severalBroken(one.broken, isJson(one.name))}`] : []),
          ...(one.leftOut.length > 0
            ? [`${one.name}: ${t.severalLeftOut(one.leftOut, one.otherFields?.join(t.listSeparator))}`]
            : []),
        ];
      }),
      ...(texts.length > MOST_TEXTS ? [t.severalTooMany(MOST_TEXTS)] : []),
    ]);
    const { title: _, absent: __, ...shared } = options;
    for (const { name, text, title } of texts.slice(0, MOST_TEXTS)) {
      const row = await engine.analyze(text, { ...shared, ...(title !== undefined && { title }) }).then(
        ({ keywords }): Row => ({ name, keywords }),
        (error: { code?: string; message: string }): Row => ({
          name,
          keywords: [],
          problem: t.problems[error.code ?? ''] ?? error.message,
        }),
      );
      // Other files were opened meanwhile.
      if (current !== run.current) return;
      setRows((before) => [...before, row]);
    }
  }

  const save = () => saveFile('keywords.csv', new Blob([`\ufeff${manyKeywordsCsv(rows)}`], { type: 'text/csv' }));

  return (
    <div class="several-body">
      <p class="hint">{t.severalHint}</p>
      <div class="row">
        <FileButton label={t.severalOpen} accept={fileKinds} multiple onFiles={read} />
        {rows.length > 0 && (
          <button type="button" onClick={save}>
            {t.saveAs} CSV
          </button>
        )}
      </div>
      <div role="status" class="hint">
        {isReading && <p>{t.working}</p>}
        {count && (
          <p>{t.severalDone(rows.filter(({ problem }) => problem === undefined).length, count.texts + count.unread)}</p>
        )}
      </div>
      {problems.map((problem) => (
        <p key={problem} class="error" role="alert">
          <Said t={t} message={problem} />
        </p>
      ))}
      {rows.length > 0 && (
        <table class="tag-table">
          <caption class="unseen">{t.severalCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.severalText}</th>
              <th scope="col">{t.keywords}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, keywords, problem }, i) => (
              <tr key={i}>
                <th scope="row">{name}</th>
                <td>
                  {problem === undefined ? (
                    keywords.map(({ text }) => text).join(t.listSeparator)
                  ) : (
                    <Said t={t} message={problem} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
