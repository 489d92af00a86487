import { useEffect, useRef, useState } from 'preact/hooks';
import { guessText } from '../../text/decode-bytes.js';
import { examples } from '../view/examples.js';
import type { Strings } from '../view/strings.js';

/** Longer texts are for the command. */
const LONGEST_FILE = 2_000_000;

/** Where the text comes from: the keyboard, the clipboard, a file, or an example. */
export function TextField({ t, text, onText }: { t: Strings; text: string; onText: (text: string) => void }) {
  const [problem, setProblem] = useState<string>();
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  async function read(file: File | null | undefined): Promise<void> {
    if (!file) return;
    if (file.size > LONGEST_FILE) return setProblem(t.fileTooLong(LONGEST_FILE));
    // A folder that was dropped, and a file that has gone since, cannot be read.
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (!bytes) return setProblem(t.fileNotRead(file.name));
    const decoded = guessText(new Uint8Array(bytes));
    if (decoded !== undefined) onText(decoded);
    setProblem(decoded === undefined ? t.fileNotText : undefined);
  }

  // Anywhere on the page: a browser would else leave the page for a file that is dropped beside the field.
  useEffect(() => {
    const dragged = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(event.type === 'dragover');
      if (event.type === 'drop') void read(event.dataTransfer.files[0]);
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
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <p id="text-hint" class="hint">
        {t.textHint}
      </p>
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button type="button" onClick={() => picker.current?.click()}>
          {t.openFile}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={t.openFile}
          accept="text/*,.md,.txt,.csv,.json,.tex,.srt"
          onChange={(event) => {
            void read(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <button type="button" onClick={() => onText(examples.zh)}>
          {t.exampleZh}
        </button>
        <button type="button" onClick={() => onText(examples.en)}>
          {t.exampleEn}
        </button>
        <button type="button" class="quiet" onClick={() => onText('')}>
          {t.clear}
        </button>
      </div>
    </div>
  );
}
