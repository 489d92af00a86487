import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import type * as library from '../../packages/core/dist/browser.js';
import {
  analyzeKeywords,
  analyzeKeywordsWithEncoder,
  extractKeywords,
  loadEncoder,
  loadModel,
  modelForText,
} from '../../packages/core/dist/node.js';
import { fixture, root, temporaryDirectory } from '../support.js';
import { closeBrowser, noBrowser, openPage, serveFiles } from './browser.js';

declare global {
  var telltale: typeof library;
  var workerOf: (
    models: Parameters<typeof library.openWorker>[1],
    options?: library.WorkerOptions,
  ) => library.KeywordWorker;
}

const texts = {
  zh: '太阳是太阳系中心的恒星，太阳的能量来自核心的核聚变。隨著太陽老化，它會變成紅巨星。',
  en: 'Coral reefs are built by tiny animals. When the sea warms, corals expel their algae: coral bleaching.',
};

/** A page with the bundle as `telltale`, and the models in `models/`. */
async function openDoor(onServed?: (file: string, bytes: number) => void): Promise<{ page: Page; troubles: string[] }> {
  const folder = temporaryDirectory();
  cpSync(join(root, 'packages/telltale/dist/browser'), join(folder, 'telltale'), { recursive: true });
  mkdirSync(join(folder, 'models'));
  for (const name of ['zh', 'en'])
    cpSync(join(root, `packages/model-${name}/${name}.safetensors`), join(folder, `models/${name}.safetensors`));
  cpSync(join(root, 'packages/languages'), join(folder, 'languages'), { recursive: true });
  cpSync(join(root, 'packages/vectors'), join(folder, 'vectors'), { recursive: true });
  cpSync(fixture('encoder'), join(folder, 'sea'), { recursive: true });
  cpSync(join(root, 'node_modules/onnxruntime-web/dist'), join(folder, 'ort'), { recursive: true });
  cpSync(join(root, 'node_modules/@huggingface/tokenizers/dist'), join(folder, 'tokenizers'), { recursive: true });
  writeFileSync(join(folder, 'models/broken.safetensors'), 'no model');
  writeFileSync(join(folder, 'worker-that-fails.js'), 'throw new Error("on purpose");');
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><link rel="icon" href="data:," /><script type="module">
      globalThis.telltale = await import('./telltale/telltale.js');
      globalThis.workerOf = (models, options) =>
        telltale.openWorker(new Worker('telltale/worker.js', { type: 'module' }), models, options);
    </script>`,
  );
  const opened = await openPage(await serveFiles(folder, '/door/', onServed));
  await opened.page.waitForFunction('globalThis.workerOf');
  return opened;
}

const { page, troubles } = noBrowser ? ({} as Awaited<ReturnType<typeof openDoor>>) : await openDoor();
after(closeBrowser);

/**
 * What the tests make happen: the console may tell it as late as in the next test, so that each has an address of its own.
 */
const expected = [
  /404 .*\/door\/(models\/fr\.safetensors|nowhere\/.*|nowhere\.js)$/,
  // Files that an encoder may lack.
  /404 .*\/door\/sea\/(telltale\.json|background\.safetensors)$/,
  /on purpose/,
  /^asks http:\/\/127\.0\.0\.1:\d+\/npm\//,
];

/** A test in the page, after which its console has nothing but what was expected. */
function inPage(name: string, task: () => Promise<void>): void {
  test(name, { skip: noBrowser }, async () => {
    await task();
    // Taken out, so that what comes between two tests is counted too, and once.
    assert.deepEqual(
      troubles.splice(0).filter((line) => !expected.some((pattern) => pattern.test(line))),
      [],
    );
  });
}

inPage('a browser finds the keywords that Node.js finds, by address and by bytes', async () => {
  for (const [language, text] of Object.entries(texts)) {
    const here = extractKeywords(await loadModel(language), text).map((keyword) => keyword.text);
    const there = await page.evaluate(
      async ([language, text]) => {
        const url = `models/${language}.safetensors`;
        const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
        const models = [await telltale.loadModel(url), await telltale.loadModel(bytes, { kernel: 'typescript' })];
        return models.map((model) => telltale.extractKeywords(model, text).map((keyword) => keyword.text));
      },
      [language, text],
    );
    assert.deepEqual(there, [here, here]);
  }
});

inPage('Chinese is cut into the words of Node.js, with their tags', async () => {
  const lines = readFileSync(join(root, 'evaluation/editor/zh_own.jsonl'), 'utf8').trim().split('\n');
  const sentences = lines.flatMap((line) => (JSON.parse(line).text as string).split(/(?<=[。！？\n])/));
  assert.ok(sentences.length > 100, String(sentences.length));
  const { tokenizer } = await loadModel('zh');
  const here = sentences.map((text) => [tokenizer.tokenize(text), tokenizer.tokenizeAgain!(text, () => false)]);
  const there = await page.evaluate(async (texts) => {
    const { tokenizer } = await telltale.loadModel('models/zh.safetensors');
    return texts.map((text) => [tokenizer.tokenize(text), tokenizer.tokenizeAgain!(text, () => false)]);
  }, sentences);
  assert.deepEqual(there, here);
  assert.ok(here.flat(2).some(({ isGuess }) => isGuess));
});

/** The code and message that a call in the page throws. */
const failureOf = (code: string) =>
  page.evaluate<string>(
    `(async () => { ${code} })().then(() => 'nothing', (e) => (e.code ?? e.name) + ': ' + e.message)`,
  );

inPage('what cannot be loaded is told with its code, its address and what to do', async () => {
  assert.match(
    await failureOf("await telltale.loadModel('models/fr.safetensors')"),
    /^FILE_NOT_FOUND: Cannot load http.*\/models\/fr\.safetensors: the server answers 404\. Give/,
  );
  assert.match(await failureOf("await telltale.loadModel('./')"), /^FILE_NOT_FOUND: .*answers with a page/);
  assert.match(
    await failureOf("await telltale.loadModel('models/broken.safetensors')"),
    /^(INVALID|UNSUPPORTED)_MODEL/,
  );
  assert.match(
    await failureOf("await telltale.loadModel('models/en.safetensors', { assets: 'nowhere' })"),
    /^FILE_NOT_FOUND: Cannot load http.*\/nowhere\/en-(?:tagger\.bin\.gz|terms\.bin): .*option assets/,
  );
  assert.match(
    await failureOf("await telltale.loadModel('models/en.safetensors', { signal: AbortSignal.abort() })"),
    /^(20|AbortError): /,
  );
});

inPage('a folder of assets is taken instead of the files beside the bundle', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const [keyword] = await page.evaluate(async (text) => {
    const model = await telltale.loadModel('models/en.safetensors', { assets: 'telltale/.' });
    return telltale.extractKeywords(model, text);
  }, texts.en);
  assert.ok(keyword.text);
  assert.ok(asked.includes('/door/telltale/en-tagger.bin.gz'), asked.join());
});

inPage('a worker answers in the language of each text', async () => {
  const found = await page.evaluate(async (texts) => {
    const keywords = workerOf({ zh: 'models/zh.safetensors', en: new URL('models/en.safetensors', document.baseURI) });
    const all = await Promise.all([
      keywords.extract(texts.zh, { topN: 2 }),
      keywords.extract(texts.en, { topN: 3 }),
      keywords.analyze(texts.zh),
    ]);
    keywords.close();
    return all;
  }, texts);
  assert.deepEqual(
    found.slice(0, 2).map((list) => (list as library.Keyword[]).length),
    [2, 3],
  );
  assert.equal((found[2] as library.KeywordAnalysis).language, 'zh');
});

inPage('a worker tells how a short text was told to be in its language, as Node.js does', async () => {
  for (const text of ['die cast', '水道局', 'arte moderna']) {
    const here = analyzeKeywords(await modelForText()(text), text);
    assert.ok(here.languageFound, text);
    const there = await page.evaluate(async (text) => {
      const models = { zh: 'models/zh.safetensors', en: 'models/en.safetensors' };
      const worker = workerOf(models, { languages: 'languages' });
      const analysis = await worker.analyze(text);
      worker.close();
      return analysis;
    }, text);
    assert.deepEqual(
      [there.language, there.languageFound, there.notice],
      [here.language, here.languageFound, here.notice],
    );
  }
});

/** Texts in languages without a model: told by script, and by the detector. */
const others = {
  ja: '太陽は太陽系の中心にある恒星である。太陽の表面は熱く、恒星の光は地球に届く。',
  ko: '태양은 태양계의 중심에 있는 항성이다. 태양의 표면은 뜨겁고 항성의 빛은 지구에 닿는다.',
  de: 'Die Sonne ist der Stern im Zentrum des Sonnensystems. Die Oberfläche der Sonne ist heiß, und ihr Licht erreicht die Erde.',
};

inPage('languages without a model are extracted as in Node.js, in the page and in a worker', async () => {
  for (const [language, text] of Object.entries(others)) {
    const here = extractKeywords(await modelForText()(text), text).map((keyword) => keyword.text);
    const [found, there, inWorker] = await page.evaluate(async (text) => {
      const language = await telltale.languageOfText(text);
      const model = await telltale.loadLanguage(language, 'languages/');
      const worker = workerOf({ en: 'models/en.safetensors' }, { languages: 'languages' });
      const lists = [telltale.extractKeywords(model, text), await worker.extract(text)];
      worker.close();
      return [language, ...lists.map((list) => list.map((keyword) => keyword.text))];
    }, text);
    assert.equal(found, language);
    assert.ok(here.length > 1);
    assert.deepEqual([there, inWorker], [here, here], language);
  }
  const notice = await page.evaluate(async (text) => {
    const model = await telltale.loadLanguage('fr', 'nowhere/');
    return telltale.analyzeKeywords(model, text).notice;
  }, others.de);
  assert.match(notice ?? '', /French \(fr\).*no table of how rare/);
  assert.match(
    await failureOf(
      "await workerOf({ en: 'models/en.safetensors' }, { languages: 'languages' }).extract('太阳是恒星。')",
    ),
    /^INVALID_OPTION: There is no model for a text in "zh"/,
  );
  assert.match(await failureOf("await telltale.loadLanguage('x', 'languages/')"), /^INVALID_OPTION: lang is "x"/);
});

inPage('with vectors words that a text does not say are those of Node.js, in the page and in a worker', async () => {
  const here = analyzeKeywords(await loadModel('de'), others.de, { absent: 5 }).absent?.map((word) => word.text);
  const [there, inWorker] = await page.evaluate(async (text) => {
    const model = await telltale.loadLanguage('de', 'languages/', { vectors: 'vectors/' });
    const worker = workerOf({ en: 'models/en.safetensors' }, { languages: 'languages', vectors: 'vectors' });
    const { absent = [] } = await worker.analyze(text, { absent: 5 });
    worker.close();
    const found = telltale.analyzeKeywords(model, text, { absent: 5 }).absent ?? [];
    return [found, absent].map((list) => list.map((word) => word.text));
  }, others.de);
  assert.equal(here?.length, 5);
  assert.deepEqual([there, inWorker], [here, here]);
  assert.match(
    await failureOf("await telltale.loadLanguage('de', 'languages/', { vectors: 'nowhere/' })"),
    /^FILE_NOT_FOUND: .*contents of @telltale\/vectors/,
  );
});

inPage('an encoder finds what it finds in Node.js', async () => {
  const options = { method: 'likelihood' } as const;
  const { keywords } = await analyzeKeywordsWithEncoder(
    await loadModel('en'),
    await loadEncoder(fixture('encoder')),
    texts.en,
    options,
  );
  const program = `const { loadEncoder, loadModel, analyzeKeywordsWithEncoder } = telltale;
    const runtime = await import('/door/ort/ort.wasm.min.mjs');
    const { Tokenizer } = await import('/door/tokenizers/tokenizers.min.mjs');
    const load = (folder, options) => loadEncoder(folder, { runtime, Tokenizer }, options);`;
  const there = await page.evaluate<string[]>(`(async () => {
    ${program}
    const model = await loadModel('models/en.safetensors');
    const text = ${JSON.stringify(texts.en)};
    const { keywords } = await analyzeKeywordsWithEncoder(model, await load('sea'), text, ${JSON.stringify(options)});
    return keywords.map((keyword) => keyword.text);
  })()`);
  assert.deepEqual(
    there,
    keywords.map((keyword) => keyword.text),
  );
  assert.match(await failureOf(`${program} await load('nowhere/')`), /^FILE_NOT_FOUND: nowhere has no model\.onnx/);
  assert.match(await failureOf(`${program} await load('sea', { signal: AbortSignal.abort() })`), /^(20|AbortError): /);
});

/** Rows of the sizes in docs/browser.md. */
const rows = {
  ja: /\| Japanese text \|.*\| (\S+) MB/,
  de: /\| German text \|.*\| (\S+) MB/,
  encoder: /\| the first encoder \|.*\| (\S+) MB/,
};

test('what is loaded for other languages and for an encoder', { skip: noBrowser }, async (t) => {
  for (const [name, program] of Object.entries({
    ja: "await telltale.loadLanguage('ja', 'languages/')",
    de: `await telltale.loadLanguage(await telltale.languageOfText(${JSON.stringify(others.de)}), 'languages/')`,
    encoder: `const runtime = await import('/door/ort/ort.wasm.min.mjs');
      const { Tokenizer } = await import('/door/tokenizers/tokenizers.min.mjs');
      await telltale.loadEncoder('sea', { runtime, Tokenizer })`,
  })) {
    let bytes = 0;
    const opened = await openDoor((file, size) => {
      if (!file.startsWith('sea/') && file !== 'telltale/telltale.js' && file !== 'index.html') bytes += size;
    });
    await opened.page.evaluate(`(async () => { ${program}; })()`);
    t.diagnostic(`${name}: ${(bytes / 1e6).toFixed(2)} MB`);
    const [, said] = rows[name as keyof typeof rows].exec(readFileSync(join(root, 'docs/browser.md'), 'utf8'))!;
    assert.ok(Math.abs(bytes / 1e6 - Number(said)) < 0.1, `docs/browser.md: ${name}`);
    await opened.page.close();
  }
});

inPage('errors in a worker come with their codes, and the next text is answered', async () => {
  const open = "const keywords = workerOf({ zh: 'models/zh.safetensors' });";
  const text = JSON.stringify(texts.zh);
  assert.match(await failureOf(`${open} await keywords.extract(${text}, { topN: -1 })`), /^INVALID_OPTION: /);
  assert.match(
    await failureOf(`${open} await keywords.extract('A text in English.')`),
    /^INVALID_OPTION: There is no model for a text in "en"; openWorker was given models for zh\./,
  );
  const unsendable = `keywords.extract(${text}, { topN: () => 1 })`;
  assert.match(await failureOf(`${open} await ${unsendable}`), /^(25|DataCloneError): /);
  const waits = `${open} await Promise.allSettled([keywords.extract(''), ${unsendable}]); await keywords.extract('')`;
  assert.match(await failureOf(waits), /^INVALID_OPTION: There is no model/);
  const after = `${open} await keywords.extract('').catch(() => {}); const [one] = await keywords.extract(${text}); throw one.text && new Error(one.text)`;
  assert.match(await failureOf(after), /^Error: \p{Script=Han}+/u);
});

inPage('a signal gives a text up, whether it waits or is being looked at', async () => {
  const outcome = await page.evaluate(async (text) => {
    const keywords = workerOf('models/zh.safetensors');
    const [current, waiting] = [new AbortController(), new AbortController()];
    const asked = [
      keywords.extract(text, { signal: current.signal }),
      keywords.extract(text, { signal: waiting.signal }),
      keywords.extract(text, { signal: AbortSignal.abort() }),
      keywords.extract(text, { topN: 1 }),
    ];
    current.abort(new Error('no longer wanted'));
    waiting.abort();
    return (await Promise.allSettled(asked)).map((one) =>
      one.status === 'fulfilled' ? one.value.length : String(one.reason.name),
    );
  }, texts.zh);
  assert.deepEqual(outcome, ['Error', 'AbortError', 'AbortError', 1]);
});

inPage('a worker that is closed or cannot run rejects what was asked and what is asked later', async () => {
  const ask = 'const [a, b] = await Promise.allSettled([keywords.extract("a"), keywords.extract("b")]);';
  const twice = `${ask} if (a.reason !== b.reason) throw new Error("two"); await keywords.extract("c")`;
  assert.match(
    await failureOf(`const keywords = workerOf('models/zh.safetensors'); setTimeout(() => keywords.close()); ${twice}`),
    /^INTERRUPTED: The worker was closed/,
  );
  for (const name of ['worker-that-fails.js', 'nowhere.js']) {
    const open = `const keywords = telltale.openWorker(new Worker('${name}', { type: 'module' }), 'models/zh.safetensors');`;
    assert.match(
      await failureOf(`${open} ${twice}`),
      /^FILE_UNREADABLE: The worker cannot run.*@telltale\/core\/worker\./,
    );
  }
});

inPage('a page from elsewhere takes bundle, worker and models from a CDN', async () => {
  const cdn = await serveFiles(join(root, 'packages'), '/npm/');
  const found = await page.evaluate(
    async ([cdn, text]) => {
      const bundle = `${cdn}telltale/dist/browser`;
      const { extractKeywords, loadModel, openWorker } = (await import(`${bundle}/telltale.js`)) as typeof library;
      const model = `${cdn}model-zh/zh.safetensors`;
      const program = new Blob([`import '${bundle}/worker.js';`], { type: 'text/javascript' });
      const worker = new Worker(URL.createObjectURL(program), { type: 'module' });
      const lists = [extractKeywords(await loadModel(model), text), await openWorker(worker, model).extract(text)];
      return lists.map((list) => list.map((keyword) => keyword.text));
    },
    [cdn, texts.zh],
  );
  assert.ok(found[0].length > 1);
  assert.deepEqual(found[0], found[1]);
});
