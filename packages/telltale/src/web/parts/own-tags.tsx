import { embeddedLanguage } from '@telltale/core/internal/text/language.js';
import { useEffect, useState } from 'preact/hooks';
import type { Engine } from '../engine/engine.js';
import { exampleTags } from '../view/examples.js';
import { readFile } from '../view/read-file.js';
import type { Strings } from '../view/strings.js';
import { type GivenList, useTags } from '../view/use-tags.js';
import { FileButton } from './file-button.js';
import { TagTable } from './tag-table.js';

/** Longer lists are for the command. */
const LONGEST_LIST = 5_000_000;

interface OwnTagsProperties {
  t: Strings;
  engine: Engine;
  text: string;
}

/** Tags of the text from a list of the reader, or one that the service has; folded away until it is asked for. */
export function OwnTags(properties: OwnTagsProperties) {
  const { t, engine } = properties;
  const [open, setOpen] = useState(false);
  return (
    <section class="own-tags" aria-labelledby="own-tags-title">
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h2 id="own-tags-title">{t.tags}</h2>
        </summary>
        {open && (engine.tagLists ? <TagsOfService {...properties} /> : <TagsOfReader {...properties} />)}
      </details>
    </section>
  );
}

function TagsOfReader({ t, engine, text }: OwnTagsProperties) {
  const [list, setList] = useState<GivenList>({ contents: '', name: 'list.txt' });
  const [problem, setProblem] = useState<string>();
  const found = useTags(engine, text, list.contents.trim() === '' ? undefined : list);
  const write = (contents: string) => {
    setProblem(undefined);
    setList({ contents, name: 'list.txt' });
  };

  async function read(file: File | undefined): Promise<void> {
    if (!file) return;
    const found = await readFile(file, LONGEST_LIST, t);
    if ('contents' in found) setList({ contents: found.contents, name: file.name });
    setProblem('problem' in found ? found.problem : undefined);
  }

  // What is dropped here is a list; elsewhere on the page it is a text.
  const dragged = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (event.type === 'drop') void read(event.dataTransfer?.files[0]);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop a file; the button does the same
    <div class="own-tags-body" onDragOver={dragged} onDrop={dragged}>
      <label for="tag-list">{t.tagsList}</label>
      <textarea
        id="tag-list"
        class="own-tags-list"
        rows={6}
        spellcheck={false}
        aria-describedby="tag-list-hint"
        value={list.contents}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <p id="tag-list-hint" class="hint">
        {t.tagsHint}
      </p>
      <div class="row">
        <FileButton
          label={t.tagsOpen}
          accept=".txt,.csv,.tsv,.jsonl,.ndjson,.json,text/*"
          onFiles={([file]) => read(file)}
        />
        <button type="button" onClick={() => write(exampleTags[embeddedLanguage(text)])}>
          {t.tagsExample}
        </button>
      </div>
      <TagTable t={t} found={problem === undefined ? found : { problem: { message: problem } }} />
    </div>
  );
}

/** A list of the reader that a service has. */
type TakenList = Awaited<ReturnType<NonNullable<Engine['giveList']>>> & { readonly file: string };

function TagsOfService({ t, engine, text }: OwnTagsProperties) {
  const [given, setGiven] = useState<readonly TakenList[]>([]);
  const [lists, setLists] = useState<readonly string[]>();
  const [problem, setProblem] = useState<{ readonly message: string }>();
  const [chosen, setChosen] = useState<string>();
  const found = useTags(engine, text, chosen);
  useEffect(() => {
    engine.tagLists!().then((names) => {
      setLists(names);
      setChosen(names[0]);
    }, setProblem);
  }, [engine]);

  const choose = (list: string) => {
    setChosen(list);
    setProblem(undefined);
  };

  async function give(file: File): Promise<void> {
    const found = await readFile(file, LONGEST_LIST, t);
    if ('problem' in found) return setProblem({ message: found.problem });
    try {
      const taken = { ...(await engine.giveList!(found.contents, file.name)), file: file.name };
      setGiven((before) => [...before.filter(({ list }) => list !== taken.list), taken]);
      choose(taken.list);
    } catch (error) {
      setProblem(error as Error);
    }
  }

  const hasList = lists !== undefined && lists.length + given.length > 0;
  const ready = given.find(({ list }) => list === chosen);
  return (
    <div class="own-tags-body">
      {hasList && <label for="tag-list">{t.tagsList}</label>}
      {hasList && (
        <select id="tag-list" value={chosen ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
          {[...lists.map((name) => [name, name]), ...given.map(({ list, file }) => [list, file])].map(
            ([list, name]) => (
              <option key={list} value={list}>
                {name}
              </option>
            ),
          )}
        </select>
      )}
      <p class="hint">{lists?.length === 0 ? t.tagsNoList : t.tagsOfService}</p>
      <div class="row">
        <FileButton
          label={t.tagsOpen}
          accept=".txt,.csv,.tsv,.jsonl,.ndjson,.json,text/*"
          onFiles={([file]) => give(file)}
        />
      </div>
      <TagTable t={t} found={problem ? { problem } : { ...found, ...(ready && { ready }) }} />
    </div>
  );
}
