import type { ExtractOptions, KeywordAnalysis, Language } from '@telltale/core';
import { hasVectors, isEmbedded } from '@telltale/core/internal/text/language.js';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Engine, OfferedEncoder } from './engine/engine.js';
import type { EngineStatus } from './engine/status.js';
import { Absent } from './parts/absent.js';
import { Comparison } from './parts/comparison.js';
import { HeatTable } from './parts/heat-table.js';
import { Masthead } from './parts/masthead.js';
import { Notice } from './parts/notice.js';
import { OptionsForm } from './parts/options-form.js';
import { OwnTags } from './parts/own-tags.js';
import { Ranking } from './parts/ranking.js';
import { Reading } from './parts/reading.js';
import { SeveralTexts } from './parts/several-texts.js';
import { Similar } from './parts/similar.js';
import { Take } from './parts/take.js';
import { TextField } from './parts/text-field.js';
import { Topics } from './parts/topics.js';
import { examples } from './view/examples.js';
import { type Labels, withLabel } from './view/labels.js';
import { decodeView, encodeView, type ViewState } from './view/link.js';
import { type Pointed, useStateOf } from './view/pointed.js';
import { Said } from './view/said.js';
import { heatOf } from './view/segments.js';
import { type Strings, strings } from './view/strings.js';
import { useAnalysis } from './view/use-analysis.js';

/** What the first visit shows: unsaid words are worth seeing once. */
const firstOptions: ExtractOptions = { absent: 8 };

/** How many words the model does not know, or, in a language without one, the word list; of other languages nothing. */
function unknownWords({ outOfVocabulary, language = 'en' }: KeywordAnalysis, t: Strings): string {
  const { length } = outOfVocabulary;
  if (length === 0) return '';
  if (hasVectors(language)) return t.unknown.list(length);
  return isEmbedded(language) ? t.unknown.model(length) : '';
}

/** What went wrong, in words of the page where it has some; of a text that is too long, the limit. */
function Problem({ t, error, length }: { t: Strings; error: { code?: string; message: string }; length: number }) {
  const { code = '', message } = error;
  const limit = code === 'TOO_LARGE' ? /more than the (\d+) allowed/.exec(message)?.[1] : undefined;
  if (limit !== undefined) return <>{t.tooLong(length, Number(limit))}</>;
  return <>{t.problems[code] ?? <Said t={t} message={message} />}</>;
}

const languageOfBrowser = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** The page. */
export function App({ engine, status }: { engine: Engine; status: EngineStatus }) {
  const [language, setLanguage] = useState(languageOfBrowser);
  const [view, setView] = useState<ViewState>(
    () => decodeView(location.hash) ?? { text: examples[languageOfBrowser()], options: firstOptions },
  );
  const [loaded, setLoaded] = useState(1);
  const [encoders, setEncoders] = useState<readonly OfferedEncoder[]>([]);
  // Not in the link: nobody should load so much by following one.
  const [encoder, setEncoder] = useState<string>();
  const [several, setSeveral] = useState<readonly File[]>([]);
  const [labels, setLabels] = useState<Labels>(new Map());
  const { text, options } = view;
  const { result, error, busy } = useAnalysis(engine, text, options, encoder);
  const analysis = result?.analysis;
  const [pointed, setPointed] = useStateOf<Pointed>(analysis);
  const [chosen, setChosen] = useStateOf<number>(analysis);
  const t = strings[language];

  useEffect(() => status.listen(setLoaded), [status]);
  useEffect(() => {
    // A page without encoders is whole.
    engine.encoders().then(setEncoders, () => {});
  }, [engine]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = `Telltale – ${t.tagline}`;
  }, [language, t]);
  useEffect(() => {
    const follow = () => {
      const linked = decodeView(location.hash);
      if (linked) setView(linked);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    // The address follows what is shown, so that it can be kept; browsers allow only so many changes a second.
    const timer = setTimeout(() => history.replaceState(null, '', encodeView(view) ?? location.pathname), 400);
    return () => clearTimeout(timer);
  }, [view]);

  const setText = useCallback((text: string) => setView((before) => ({ ...before, text })), []);
  const setOptions = useCallback((options: ExtractOptions) => setView((before) => ({ ...before, options })), []);
  const heat = useMemo(() => (analysis ? heatOf(analysis) : []), [analysis]);

  const state = error
    ? ''
    : loaded < 1
      ? `${t.loading}: ${Math.round(loaded * 100)} %`
      : busy
        ? t.working
        : !analysis
          ? t.empty
          : analysis.keywords.length === 0
            ? t.nothingFound
            : t.found(analysis.keywords.length, analysis.tokenCount, unknownWords(analysis, t));

  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('keywords')?.focus()}>
        {t.skip}
      </button>
      <Masthead t={t} language={language} onLanguage={setLanguage} />
      <main>
        <section class="field" aria-labelledby="text-title">
          <TextField t={t} text={text} onText={setText} onSeveral={setSeveral} />
          <OptionsForm
            t={t}
            language={language}
            options={options}
            onOptions={setOptions}
            encoders={encoders}
            encoder={encoder}
            onEncoder={setEncoder}
          />
        </section>
        <p class="state" role="status" aria-live="polite" data-busy={busy}>
          {state}
        </p>
        <Notice t={t} analysis={analysis} />
        {error && (
          <p class="error" role="alert">
            <strong>{t.error}</strong> <Problem t={t} error={error} length={text.length} />
          </p>
        )}
        {result && analysis && analysis.keywords.length > 0 && (
          <div class="results" data-busy={busy} aria-busy={busy}>
            <div class="spread">
              <Reading
                t={t}
                text={result.text}
                analysis={analysis}
                heat={heat}
                pointed={pointed}
                onPoint={setPointed}
              />
              <Ranking
                t={t}
                analysis={analysis}
                heat={heat}
                pointed={pointed}
                chosen={chosen}
                onPoint={setPointed}
                onChoose={setChosen}
                labels={labels.get(result.text)}
                onLabel={(keyword, isGood) => setLabels((before) => withLabel(before, result.text, keyword, isGood))}
              >
                {chosen !== undefined && (
                  <Similar
                    t={t}
                    engine={engine}
                    text={result.text}
                    analysis={analysis}
                    keyword={chosen}
                    onClose={() => setChosen(undefined)}
                  />
                )}
              </Ranking>
            </div>
            <Topics t={t} analysis={analysis} pointed={pointed} onPoint={setPointed} />
            <Absent t={t} absent={result.absent} language={analysis.language} />
            <div class="spread">
              <HeatTable t={t} text={result.text} analysis={analysis} pointed={pointed} onPoint={setPointed} />
              <Comparison t={t} compared={result.compared} />
            </div>
            <Take t={t} result={result} view={view} labels={labels} />
          </div>
        )}
        {text.trim() !== '' && <OwnTags t={t} engine={engine} text={text} />}
        <SeveralTexts t={t} engine={engine} options={options} given={several} />
      </main>
      <footer>
        <p>{engine.kind === 'worker' ? t.engineWorker : t.engineHttp}</p>
      </footer>
    </>
  );
}
