import type { ExtractOptions, Keyword } from '@telltale/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Engine } from '../engine/engine.js';
import { manyKeywordsCsv, saveFile } from '../view/files.js';
import { fileKinds, isTable, readFile, readText } from '../view/read-file.js';
import type { FileContents, FileRecords, NamedText } from '../view/records.js';
import { Said } from '../view/said.js';
import type { Strings } from '../view/strings.js';
import { ColumnChoice, type Columns, usualColumns } from './column-choice.js';
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

/** What a file holds, or what to say of it. */
type FileFound = FileContents | { readonly name: string; readonly problem: string };

async function read(file: File, t: Strings): Promise<FileFound> {
  const { name } = file;
  const found = await (isTable(name) ? readFile : readText)(file, LONGEST_FILE, t);
  if ('problem' in found) return { name, ...found };
  try {
    // Loaded here: most readers paste a text.
    const { contentsOf } = await import('../view/records.js');
    const contents = found.isDocument ? { name, text: found.contents } : await contentsOf(name, found.contents);
    const isEmpty = 'text' in contents ? contents.text.trim() === '' : contents.records.length === 0;
    return isEmpty ? { name, problem: t.fileEmpty(name) } : contents;
  } catch (error) {
    return { name, problem: (error as Error).message };
  }
}

const hasRecords = (file: FileFound): file is FileRecords => 'records' in file;

function Several({ t, engine, options, given }: SeveralProperties) {
  const [files, setFiles] = useState<readonly FileFound[]>([]);
  const [columns, setColumns] = useState<Columns>(usualColumns);
  const [names, setNames] = useState<readonly string[]>([]);
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [count, setCount] = useState<number>();
  const [isReading, setReading] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const run = useRef(0);
  useEffect(() => {
    if (given.length > 0) void open(given);
    // Done with, where nothing came of them.
    else if (rows.length === 0) {
      setFiles([]);
      setProblems([]);
      setCount(undefined);
    }
  }, [given]);

  async function open(chosen: readonly File[]): Promise<void> {
    const current = ++run.current;
    setRows([]);
    setCount(undefined);
    setProblems([]);
    setReading(true);
    const found: FileFound[] = [];
    // One after the other: documents are large in memory.
    for (const file of chosen) {
      found.push(await read(file, t));
      if (current !== run.current) return;
    }
    setReading(false);
    setFiles(found);
    await extract(found, usualColumns);
  }

  async function extract(found: readonly FileFound[], chosen: Columns): Promise<void> {
    const current = ++run.current;
    const { fieldsOf, textsOf } = await import('../view/records.js');
    const fields = fieldsOf(found.filter(hasRecords));
    setNames(fields);
    setColumns(chosen);
    setRows([]);
    const asked = { ...chosen, titleField: fields.includes(chosen.titleField) ? chosen.titleField : undefined };
    const wrong: string[] = [];
    const texts = found.flatMap((file): NamedText[] => {
      const texts = 'problem' in file ? [file] : 'text' in file ? [file] : textsOf(file, asked);
      if (texts.some((one) => 'text' in one)) return texts;
      // Of a file without any text one message says enough.
      const [{ problem }] = texts as readonly { problem: string }[];
      wrong.push(problem.includes(file.name) ? problem : `${file.name}: ${problem}`);
      return [];
    });
    setCount(Math.min(texts.length, MOST_TEXTS) + wrong.length);
    setProblems([...wrong, ...(texts.length > MOST_TEXTS ? [t.severalTooMany(MOST_TEXTS)] : [])]);
    const { title: _, absent: __, ...shared } = options;
    for (const one of texts.slice(0, MOST_TEXTS)) {
      const row = 'problem' in one ? { ...one, keywords: [] } : await analyzed(one, shared);
      // Other files or columns were chosen meanwhile.
      if (current !== run.current) return;
      setRows((before) => [...before, row]);
    }
  }

  const analyzed = ({ name, text, title }: Extract<NamedText, { text: string }>, shared: ExtractOptions) =>
    engine.analyze(text, { ...shared, ...(title !== undefined && { title }) }).then(
      ({ keywords }): Row => ({ name, keywords }),
      (error: { code?: string; message: string }): Row => ({
        name,
        keywords: [],
        problem: t.problems[error.code ?? ''] ?? error.message,
      }),
    );

  const save = () => saveFile('keywords.csv', new Blob([`\ufeff${manyKeywordsCsv(rows)}`], { type: 'text/csv' }));

  return (
    <div class="several-body">
      <p class="hint">{t.severalHint}</p>
      <div class="row">
        <FileButton label={t.severalOpen} accept={fileKinds} multiple onFiles={open} />
        {rows.length > 0 && (
          <button type="button" onClick={save}>
            {t.saveAs} CSV
          </button>
        )}
      </div>
      {names.length > 0 && (
        <ColumnChoice t={t} names={names} chosen={columns} onChoose={(chosen) => void extract(files, chosen)} />
      )}
      <div role="status" class="hint">
        {isReading && <p>{t.working}</p>}
        {count !== undefined && (
          <p>{t.severalDone(rows.filter(({ problem }) => problem === undefined).length, count)}</p>
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
