import { useEffect, useState } from 'preact/hooks';
import { examples } from '../view/examples.js';
import { fileKinds, isTable, readText } from '../view/read-file.js';
import { Said } from '../view/said.js';
import type { Strings } from '../view/strings.js';
import { FileButton } from './file-button.js';

/** Longer texts are for the command. */
const LONGEST_FILE = 2_000_000;

interface TextFieldProperties {
  t: Strings;
  text: string;
  onText: (text: string) => void;
  /** Told of files that hold several texts; of none when a file with one is opened. */
  onSeveral: (files: readonly File[]) => void;
}

/** Where the text comes from: the keyboard, the clipboard, a file, or an example. */
export function TextField({ t, text, onText, onSeveral }: TextFieldProperties) {
  const [problem, setProblem] = useState<string>();
  const [over, setOver] = useState(false);

  function take(text: string): void {
    setProblem(undefined);
    onText(text);
  }

  async function read(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    if (files.length > 1 || isTable(file.name)) {
      setProblem(undefined);
      return onSeveral(files);
    }
    onSeveral([]);
    const found = await readText(file, LONGEST_FILE, t);
    if ('problem' in found) return setProblem(found.problem);
    if (found.contents.trim() === '') return setProblem(t.fileEmpty(file.name));
    // A table whose name does not say so.
    const { holdsRecords } = await import('../view/records.js');
    if (!found.isDocument && holdsRecords(file.name, found.contents)) return onSeveral(files);
    take(found.contents);
  }

  // Anywhere on the page: a browser would else leave the page for a file that is dropped beside the field.
  useEffect(() => {
    const dragged = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(event.type === 'dragover');
      if (event.type === 'drop') void read([...event.dataTransfer.files]);
    };
    const kinds = ['dragover', 'dragleave', 'drop'] as const;
    for (const kind of kinds) addEventListener(kind, dragged);
    return () => {
      for (const kind of kinds) removeEventListener(kind, dragged);
    };
  });

  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, for it is one field
    <div class="text-field" role="group" aria-labelledby="text-title" data-over={over}>
      <h2 id="text-title">
        <label for="text">{t.text}</label>
      </h2>
      <textarea
        id="text"
        rows={9}
        spellcheck={false}
        placeholder={t.textHint}
        aria-describedby="text-hint"
        value={text}
        onInput={(event) => take(event.currentTarget.value)}
      />
      <p id="text-hint" class="hint">
        {t.textHint}
      </p>
      {problem && (
        <p class="error" role="alert">
          <Said t={t} message={problem} />
        </p>
      )}
      <div class="row">
        <FileButton label={t.openFile} accept={fileKinds} onFiles={read} />
        <button type="button" onClick={() => take(examples.zh)}>
          {t.exampleZh}
        </button>
        <button type="button" onClick={() => take(examples.en)}>
          {t.exampleEn}
        </button>
        <button type="button" class="quiet" onClick={() => take('')}>
          {t.clear}
        </button>
      </div>
    </div>
  );
}
