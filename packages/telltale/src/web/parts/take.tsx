import { explanationSvg } from '@telltale/core/internal/report/explanation-svg.js';
import { useState } from 'preact/hooks';
import { analysisJson, heatMapPng, keywordsCsv, saveFile } from '../view/files.js';
import { type Labels, labelLines } from '../view/labels.js';
import { encodeView, type ViewState } from '../view/link.js';
import type { Strings } from '../view/strings.js';
import type { Result } from '../view/use-analysis.js';

/** Pages without https, and readers who decline, have no clipboard. */
async function copy(text: string): Promise<boolean> {
  if (!navigator.clipboard) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

/** The keywords to paste, and the result as a link or a file. */
export function Take({ t, result, view, labels }: { t: Strings; result: Result; view: ViewState; labels: Labels }) {
  const [said, setSaid] = useState('');
  const [separator, setSeparator] = useState('\n');
  const { text, options, analysis, absent } = result;
  const json = () => analysisJson(text, options, { ...analysis, ...(absent && { absent }) });

  async function copyLink(): Promise<void> {
    const fragment = encodeView(view);
    if (!fragment) return setSaid(t.linkTooLong);
    history.replaceState(null, '', fragment);
    setSaid((await copy(location.href)) ? t.linkCopied : t.linkInAddress);
  }

  async function copyKeywords(): Promise<void> {
    const words = analysis.keywords.map((keyword) => keyword.text);
    setSaid((await copy(words.join(separator))) ? t.keywordsCopied(words.length) : t.noClipboard);
  }

  const save =
    (extension: string, type: string, contents: () => string | Promise<Blob>, name = 'keywords') =>
    async () => {
      try {
        const made = await contents();
        saveFile(`${name}.${extension}`, made instanceof Blob ? made : new Blob([made], { type }));
      } catch (error) {
        setSaid((error as Error).message);
      }
    };
  const background = () => getComputedStyle(document.documentElement).backgroundColor;

  return (
    <section class="take" aria-labelledby="take-title">
      <h2 id="take-title">{t.take}</h2>
      <div class="row">
        <button type="button" onClick={copyKeywords}>
          {t.copyKeywords}
        </button>
        <select
          class="separator"
          aria-label={t.separator}
          value={separator}
          onChange={({ currentTarget }) => setSeparator(currentTarget.value)}
        >
          {Object.entries(t.separators).map(([sign, name]) => (
            <option key={sign} value={sign}>
              {name}
            </option>
          ))}
        </select>
        <button type="button" onClick={copyLink}>
          {t.copyLink}
        </button>
        {/* biome-ignore lint/a11y/useSemanticElements: buttons, not fields */}
        <div class="row" role="group" aria-label={t.saveAs}>
          <span aria-hidden="true">{t.saveAs}</span>
          <button type="button" onClick={save('json', 'application/json', json)}>
            JSON
          </button>
          {/* Spreadsheet programs take a file for UTF-8 only by its first bytes. */}
          <button type="button" onClick={save('csv', 'text/csv', () => `\ufeff${keywordsCsv(analysis)}`)}>
            CSV
          </button>
          {analysis.explanation && (
            <>
              <button type="button" onClick={save('svg', 'image/svg+xml', () => explanationSvg(text, analysis))}>
                SVG
              </button>
              <button type="button" onClick={save('png', 'image/png', () => heatMapPng(text, analysis, background()))}>
                PNG
              </button>
            </>
          )}
        </div>
      </div>
      {labels.size > 0 && (
        <div class="row">
          <button type="button" onClick={save('jsonl', 'application/x-ndjson', () => labelLines(labels), 'labelled')}>
            {t.saveLabels(labels.size)}
          </button>
          <span class="hint">{t.labelsHint}</span>
        </div>
      )}
      <p class="hint" role="status">
        {said}
      </p>
    </section>
  );
}
