import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { analyzeKeywords, loadModel } from '../../packages/core/dist/node.js';
import { articles, book, htmlPage, markdownPage } from '../documents/pages.js';
import { root } from '../support.js';
import { closeBrowser, keepPicture, noBrowser, openPage, violationsOf } from './browser.js';

const text = '太阳是一颗恒星，也是太阳系的中心天体。行星、彗星都围绕着太阳公转。天文学家用望远镜观测太阳的黑子。';
export const bars = '.ranking .bar-word';
const words = (page: Page, selector: string) => page.locator(selector).allInnerTexts();

/** Puts a text into the field and waits for what is found in it. */
export async function read(page: Page, value: string): Promise<void> {
  await page.locator('#text').fill(value);
  await page.locator('.results[data-busy=false]').waitFor();
  await page.waitForFunction((expected) => document.querySelector('.read-text')?.textContent === expected, value);
}

after(closeBrowser);

/** What the page does, whichever finds the keywords: the worker of a static site, or a service. */
export function testPage(name: 'static site under a path' | 'service', start: () => Promise<string>): void {
  describe(`the page: ${name}`, { skip: noBrowser }, async () => {
    const url = noBrowser ? '' : await start();

    it('shows the keywords of a text as the library finds them', async () => {
      const { page, troubles } = await openPage(url);
      await page.locator(bars).first().waitFor();
      await read(page, text);
      const model = await loadModel('zh');
      const { keywords } = analyzeKeywords(model, text);
      assert.deepEqual(
        await words(page, bars),
        keywords.map((keyword) => keyword.text),
      );
      const marks = await words(page, '.read-text mark');
      assert.ok(marks.includes('太阳') && marks.length > 3, marks.join());
      const strengths = await page
        .locator('.read-text mark')
        .evaluateAll((all) => all.map((mark) => Number((mark as HTMLElement).style.getPropertyValue('--strength'))));
      assert.ok(Math.max(...strengths) > Math.min(...strengths));
      assert.match(await page.locator('.state').innerText(), /个关键词/);
      await keepPicture(page, `${name} light`);
      // Of words that the model does not know it speaks where there are some.
      await read(page, '太阳是一颗恒星。');
      assert.match(await page.locator('.state').innerText(), /个关键词。$/);
      await read(page, '太阳是一颗恒星。黑曜鲸鳐是鱼。');
      assert.match(await page.locator('.state').innerText(), /模型不认识。$/);
      assert.deepEqual(troubles, []);
    });

    it('points both ways: a keyword lights up words, a word its keywords', async () => {
      const { page } = await openPage(url);
      await read(page, text);
      const lit = () =>
        page
          .locator('.read-text [data-token]')
          .evaluateAll(
            (all) => all.filter((word) => Number((word as HTMLElement).style.getPropertyValue('--heat')) > 0).length,
          );
      assert.equal(await lit(), 0);
      await page.locator('.ranking .bar').first().hover();
      assert.ok((await lit()) > 1);
      await page.mouse.move(0, 0);
      await page.locator('.read-text mark', { hasText: '太阳' }).first().hover();
      assert.match(await page.locator('.said').innerText(), /太阳.*\+\d/);
      const glows = await page
        .locator('.ranking .bar')
        .evaluateAll((all) => all.map((bar) => Number((bar as HTMLElement).style.getPropertyValue('--lit'))));
      assert.ok(Math.max(...glows) === 1);
    });

    it('forgets what was pointed at and asked about when another text is read', async () => {
      const { page, troubles } = await openPage(url, { locale: 'en', viewport: { width: 1280, height: 1500 } });
      await page.locator(bars).first().waitFor();
      await page.getByRole('button', { name: 'English example' }).click();
      await page.locator('.ranking .bar').nth(3).click();
      await page.locator('.similar').waitFor();
      await page.locator('#text').focus();
      // A word that the next text has none in place of.
      await page.locator('.read-text [data-token]', { hasText: 'marine' }).hover();
      await page.locator('.said', { hasText: '“marine”' }).waitFor();
      await read(page, 'The keel of the boat was repaired.');
      assert.equal(await page.locator('.similar').count(), 0);
      await read(page, text);
      assert.deepEqual(troubles, []);
    });

    it('has topics, a heat map, other methods, unsaid and similar words', async () => {
      const { page } = await openPage(url);
      await read(page, text);
      // Keywords that clearly explain other words, and the others in a sentence.
      const topics = await words(page, '.topics h3');
      const rest = await page.locator('.topics .hint').last().innerText();
      for (const keyword of await words(page, bars)) assert.ok(topics.includes(keyword) !== rest.includes(keyword));
      assert.ok(topics.length > 0 && topics.length < 10, topics.join());
      assert.ok((await page.locator('.heat tbody tr').count()) > 3);
      await page.locator('[data-method=text-rank] li').first().waitFor();
      assert.ok((await words(page, '[data-method=tf-idf] li')).includes('太阳'));
      assert.deepEqual(await words(page, '.comparison h3'), ['综合方法', 'TF-IDF', 'TextRank']);
      assert.equal((await words(page, '.absent li')).length, 8);
      await page.locator('.ranking .bar').first().click();
      await page.locator('.similar li').first().waitFor();
      assert.ok((await page.locator('.similar li').count()) >= 5);
    });

    it('has unsaid and similar words of a language without a model', async () => {
      const { page, troubles } = await openPage(url);
      await read(
        page,
        'Der Arzt der Klinik behandelt die Krankheit. Der Arzt gibt dem Patienten Tabletten von Quarxomel.',
      );
      assert.match(await page.locator('.state').innerText(), /其中 \d 个词不在词表中。$/);
      await page.locator('.absent summary').click();
      assert.equal((await words(page, '.absent li')).length, 8);
      await page.locator('.ranking .bar', { hasText: 'Arzt' }).first().click();
      await page.locator('.similar li').first().waitFor();
      assert.ok((await words(page, '.similar li')).some((word) => /ärzte|mediziner/.test(word)));
      assert.deepEqual(troubles, []);
    });

    it('takes options, English and Traditional Chinese, and says what is wrong', async () => {
      const { page } = await openPage(url);
      await read(page, text);
      await page.locator('#option-topN').fill('3');
      await page.waitForFunction((selector) => document.querySelectorAll(selector).length === 3, bars);
      await page.locator('#option-method').selectOption('likelihood');
      await page.getByRole('button', { name: '显示得分和词性' }).click();
      await page.waitForFunction(() => /^-\d/.test(document.querySelector('.bar-score')?.textContent ?? ''));
      await page.getByRole('button', { name: '恢复默认值' }).click();
      await read(page, '太陽是一顆恆星，行星圍繞著太陽公轉。望遠鏡觀測太陽的黑子。');
      assert.ok((await words(page, bars)).some((word) => word.includes('太陽')));
      await read(page, 'The Sun is the star at the centre of the Solar System. Telescopes watch its sunspots.');
      assert.ok((await words(page, bars)).includes('Solar System'));
      await read(page, 'Les éleveurs du Larzac craignent le loup ; le loup a tué douze brebis, disent les éleveurs.');
      await page
        .locator('.hint', {
          hasText: /^文本按法语（fr）处理，这种语言有词表，没有训练好的模型，.*；若是其他语言，请设定“文本语言”。$/,
        })
        .waitFor();
      await read(page, text);
      await page.getByRole('button', { name: '更多选项' }).click();
      await page.locator('#option-candidates').fill('望远镜，太阳');
      await page.locator('#option-candidates').blur();
      await page.waitForFunction((selector) => document.querySelectorAll(selector).length === 2, bars);
      await page.locator('#text').fill('  ');
      await page.waitForFunction(() => document.querySelector('.results') === null);
    });

    it('keeps the words of long keywords whole, and shows all of them above the heat map', async () => {
      const { page } = await openPage(url);
      const phrase = 'noise-cancelling headphones';
      await read(page, `The ${phrase} are good, and the noise-cancelling headphones of last year were not.`);
      const word = page.locator(bars, { hasText: phrase });
      const { height, lineHeight } = await word.evaluate((element) => ({
        height: element.getBoundingClientRect().height,
        lineHeight: Number.parseFloat(getComputedStyle(element).lineHeight),
      }));
      assert.ok(height < 2.5 * lineHeight, `${height} of lines of ${lineHeight}`);
      assert.ok(!(await words(page, '.heat tbody th')).includes('-'));
      await read(page, '13号线北延段开通，13号线北延段客流大，乘客说13号线北延段方便。');
      const clipped = await page
        .locator('.heat thead th span')
        .evaluateAll((all) =>
          all.filter((e) => e.scrollHeight > e.clientHeight + 2 || e.clientHeight === 0).map((e) => e.textContent),
        );
      assert.ok((await words(page, '.heat thead th')).some((heading) => heading.includes('13号线')));
      assert.deepEqual(clipped, []);
    });

    it('takes files, dropped and chosen, and refuses what is not a text', async () => {
      const { page } = await openPage(url);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
      await page.waitForFunction((expected) => document.querySelector('.read-text')?.textContent === expected, text);
      await page.evaluate(() => {
        const data = new DataTransfer();
        data.items.add(new File(['行星围绕着太阳公转，彗星也是。'], 'b.txt'));
        // Beside the field, where a browser would else open it instead of the page.
        document
          .querySelector('footer')!
          .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      });
      await page.waitForFunction(() => document.querySelector('.read-text')?.textContent?.startsWith('行星'));
      // As Chinese programs on Windows write them.
      const others = { 'UTF-16': [0xff, 0xfe, 0x2a, 0x59, 0x33, 0x96], 'GB 18030': [0xcc, 0xab, 0xd1, 0xf4] };
      for (const bytes of Object.values(others)) {
        await page.locator('#text').fill('');
        await page
          .locator('input[type=file]')
          .setInputFiles({ name: 'c.txt', mimeType: 'text/plain', buffer: Buffer.from(bytes) });
        await page.waitForFunction(() => (document.querySelector('#text') as HTMLTextAreaElement).value === '太阳');
      }
      await page.locator('input[type=file]').setInputFiles({
        name: 'd.png',
        mimeType: 'image/png',
        buffer: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
      });
      assert.match(await page.locator('[role=alert]').innerText(), /UTF-8/);
      assert.equal(await page.locator('#text').inputValue(), '太阳');
    });

    it('reads documents, and asks nobody for it', async () => {
      const { page, troubles } = await openPage(url);
      const fixtures = join(root, 'test/fixtures/documents');
      const documents: [name: string, contents: string | Uint8Array, start: string][] = [
        ['a.html', htmlPage(articles[0], 0), `${articles[0].title}\n\n${articles[0].paragraphs[0]}`],
        ['a.md', markdownPage(articles[5]), `${articles[5].title}\n\n${articles[5].paragraphs[0]}`],
        ['a.docx', readFileSync(join(fixtures, 'bees.docx')), `${articles[0].title}\n\nHoney bees`],
        ['a.pdf', readFileSync(join(fixtures, 'nature.pdf')), `Four essays on nature\n\n${articles[1].title}`],
        ['a.epub', book('Ice', [articles[6]]), `Ice\n\n${articles[6].title}\n\n${articles[6].paragraphs[0]}`],
        ['a.srt', '1\n00:00:01,000 --> 00:00:02,000\nThe sun.\n', 'The sun.'],
      ];
      for (const [name, contents, start] of documents) {
        const buffer = Buffer.from(contents as string);
        await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'text/plain', buffer });
        await page.waitForFunction(
          (start) => (document.querySelector('#text') as HTMLTextAreaElement).value.startsWith(start),
          start,
        );
      }
      const bad = { name: 'b.docx', mimeType: 'text/plain', buffer: Buffer.from('no zip') };
      await page.locator('input[type=file]').first().setInputFiles(bad);
      await page.locator('[role=alert]', { hasText: '无法读取文档：b.docx 不是可读的 zip 压缩包' }).waitFor();
      // The styles of a page that is parsed are refused, which the browser tells.
      assert.deepEqual(
        troubles.filter((trouble) => !trouble.startsWith('Applying inline style')),
        [],
      );
    });

    it('says that a file is damaged or cannot be read, keeps the text, and takes the next file', async () => {
      const { page, troubles } = await openPage(url);
      await page.locator('#text').fill('太阳');
      const damaged = {
        'half a character of UTF-8': Buffer.from('太阳').subarray(0, 5),
        'half a character of UTF-16': Buffer.from([0xff, 0xfe, 0x2a, 0x59, 0x33]),
        'zeros where a disk lost a block': Buffer.concat([Buffer.from('太阳'), Buffer.alloc(512)]),
      };
      const input = page.locator('input[type=file]');
      const good = { name: 'good.txt', mimeType: 'text/plain', buffer: Buffer.from('太阳') };
      for (const [what, buffer] of Object.entries(damaged)) {
        await input.setInputFiles({ name: 'bad.txt', mimeType: 'text/plain', buffer });
        await page.locator('[role=alert]', { hasText: 'GB 18030' }).waitFor();
        assert.equal(await page.locator('#text').inputValue(), '太阳', what);
        await input.setInputFiles(good);
        await page.locator('[role=alert]').waitFor({ state: 'detached' });
      }
      // As browsers give a folder that is dropped.
      await page.evaluate(() => {
        File.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
      });
      await input.setInputFiles({ ...good, name: 'gone.txt' });
      await page.locator('[role=alert]', { hasText: 'gone.txt' }).waitFor();
      assert.equal(await page.locator('#text').inputValue(), '太阳');
      assert.deepEqual(troubles, []);
    });

    it('marks words where they stand, whatever else the text has', async () => {
      const { page } = await openPage(url);
      for (const [value, expected] of [
        ['👨‍👩‍👧‍👦 𠮷野家 🌞 太阳是恒星，太阳很热……①', '太阳'],
        ['\u3000繁體：太陽是恆星。太陽的黑子🌞，望遠鏡觀測太陽。', '太陽'],
        ['The ﬁrst sunspots – 🌞 – of the Sun, and other sunspots.', 'sunspots'],
      ]) {
        await read(page, value);
        const marks = await words(page, '.read-text mark');
        assert.equal(marks.filter((mark) => mark === expected).length, value.split(expected).length - 1, marks.join());
      }
    });

    it('stays quick with a long text: pointing touches only what lights up', async () => {
      const { page, troubles } = await openPage(url);
      await read(page, text.repeat(200));
      const tokens = await page.locator('.read-text [data-token]').count();
      assert.ok(tokens > 5000, String(tokens));
      await page.evaluate(() => {
        const counts = { touched: 0 };
        Object.assign(globalThis, { counts });
        new MutationObserver((records) => {
          counts.touched += new Set(records.map(({ target }) => target)).size;
        }).observe(document.querySelector('.read-text')!, { attributes: true, subtree: true });
      });
      const touched = () =>
        page.evaluate(() => (globalThis as unknown as { counts: { touched: number } }).counts.touched);
      await page.locator('.read-text [data-token]').nth(3).hover();
      await page.locator('.said', { hasText: '“' }).waitFor();
      assert.ok((await touched()) <= 3, String(await touched()));
      await page.locator('.ranking .bar').last().hover();
      await page.locator('.read-text [data-own]').first().waitFor();
      assert.ok((await touched()) < tokens / 2, String(await touched()));
      // More than the service takes, and more than a link holds.
      await page.locator('#text').fill('太阳'.repeat(60_000));
      if (name === 'service') {
        assert.match(await page.locator('.error').innerText(), /120,000.*长度.*100,000/);
        assert.deepEqual(
          troubles.filter((trouble) => !/status of 413/.test(trouble)),
          [],
        );
      }
    });

    it('draws a long text in steps, so that the page answers in between', async () => {
      const { page } = await openPage(url);
      await read(page, text);
      await page.evaluate(() => {
        const steps = { largest: 0 };
        Object.assign(globalThis, { steps });
        new MutationObserver((records) => {
          const added = records.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0);
          steps.largest = Math.max(steps.largest, added);
        }).observe(document.querySelector('.read-text')!, { childList: true });
      });
      await read(page, text.repeat(200));
      const largest = await page.evaluate(
        () => (globalThis as unknown as { steps: { largest: number } }).steps.largest,
      );
      assert.ok(largest > 50 && largest < 1500, `${largest} of 5,000 words at once`);
    });

    it('names methods, choices and parts of speech in words of the language', async () => {
      const { page } = await openPage(url);
      await read(page, text);
      assert.equal((await words(page, '#option-method option'))[0], '综合（推荐）');
      await page.getByRole('button', { name: '更多选项' }).click();
      await page.getByLabel('地名', { exact: true }).check();
      await page.waitForFunction((selector) => document.querySelectorAll(selector).length === 1, bars);
      assert.deepEqual(await words(page, bars), ['太阳']);
      await page.getByLabel('地名', { exact: true }).uncheck();
      await page.getByRole('button', { name: 'English' }).click();
      assert.equal((await words(page, '#option-method option'))[0], 'Telltale (default)');
      assert.ok(await page.getByLabel('names of places').isVisible());
    });

    it('tells the language of a text among those that are ticked', async () => {
      const { page } = await openPage(url);
      const language = (name: string) => page.locator(`.ranking ol[lang=${name}]`).waitFor();
      await read(page, 'Die neue Brücke über den Fluss wird gesperrt, weil der Stahl der Brücke rostet.');
      await language('de');
      await page.getByLabel('文本语言').selectOption({ label: '几种之一…' });
      await language('en');
      await page.getByLabel('德语').check();
      await language('de');
      await page.getByLabel('英语').uncheck();
      await page.getByLabel('中文', { exact: true }).uncheck();
      await page.getByLabel('德语').click();
      assert.equal(await page.getByLabel('文本语言').inputValue(), 'auto');
      assert.equal(await page.getByLabel('德语').count(), 0);
    });

    it('shows scores and parts of speech where a reader asks for details', async () => {
      const { page } = await openPage(url);
      await read(page, text);
      assert.equal(await page.locator('.bar-score').count(), 0);
      assert.match((await words(page, '.bar-note'))[0], /^×\d$/);
      await page.getByRole('button', { name: '显示得分和词性' }).click();
      assert.match((await words(page, '.bar-score'))[0], /^\d+\.\d\d$/);
      assert.match((await words(page, '.bar-note'))[0], /^ns? ×\d$/);
      await page.getByRole('button', { name: '隐藏得分和词性' }).click();
      assert.equal(await page.locator('.bar-score').count(), 0);
    });

    it('copies the keywords, one per line or as the reader chooses', async () => {
      const { page } = await openPage(url, { permissions: ['clipboard-read', 'clipboard-write'] });
      await read(page, text);
      const expected = await words(page, bars);
      const copied = async () => {
        await page.getByRole('button', { name: '复制关键词' }).click();
        await page.locator('.take [role=status]', { hasText: '已复制' }).waitFor();
        return page.evaluate(() => navigator.clipboard.readText());
      };
      assert.equal(await copied(), expected.join('\n'));
      await page.locator('.separator').selectOption('、');
      assert.equal(await copied(), expected.join('、'));
    });

    it('reads several texts of files and records into a table', async () => {
      const { page, troubles } = await openPage(url);
      await read(page, text);
      await page.locator('.several summary').click();
      const file = (name: string, contents: string) => ({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(contents),
      });
      await page
        .locator('.several input[type=file]')
        .setInputFiles([
          file('a.csv', 'id,title,text\n甲,,"行星围绕着太阳公转，\n彗星也是。"\n乙,,\n=丙,,望远镜观测太阳的黑子。\n'),
          file('b.jsonl', '{"text":"海豚用肺呼吸，海豚会唱歌。"}\n{"text":1}\n{"text":\n'),
          file('c.txt', text),
          file('d.csv', 'text,text\n行星围绕着太阳公转。,望远镜观测太阳的黑子。\n'),
          file('e.txt', ' \n'),
          file('f.csv', 'label,text\n1,"海豚\n'),
          file('g.csv', 'label,body\n1,海豚\n2,太阳\n'),
          file('h.csv', 'label,text\n'),
          file('i.csv', '"text\n海豚\n'),
        ]);
      await page.locator('.several tbody tr', { hasText: 'c.txt' }).waitFor();
      // Their Chinese is loaded when it is first needed.
      for (const said of ['i.csv:1 有未闭合', 'b.jsonl:3 不是 JSON'])
        await page.locator('.several', { hasText: said }).waitFor();
      assert.deepEqual(await words(page, '.several tbody th'), [
        '甲',
        '乙',
        '=丙',
        'b.jsonl:1',
        'b.jsonl:2',
        'b.jsonl:3',
        'c.txt',
      ]);
      // Which of two columns of a name is meant is not known.
      assert.deepEqual(await words(page, '.several [role=alert]'), [
        'd.csv:1 的第 1 列和第 2 列同名，都叫 "text"。请改一个名。',
        '“e.txt”中没有文本。',
        'f.csv:2 有未闭合的引号字段。',
        'g.csv:2 没有字段 "text"；它的字段是：label, body。请用“正文列”指定正确的字段。',
        '“h.csv”中没有文本。',
        'i.csv:1 有未闭合的引号字段。',
      ]);
      // Four texts, three records that cannot be read among them, and six files that have no text.
      assert.equal(await page.locator('.several [role=status]').innerText(), '已读 4 / 13 篇。');
      const found = await words(page, '.several tbody td');
      assert.match(found[0], /行星/);
      assert.deepEqual(
        [found[1], found[4], found[5]],
        ['文本为空，没有可选的词。', 'b.jsonl:2 的字段 "text" 是数，应为文本。', 'b.jsonl:3 不是 JSON：内容不完整'],
      );
      assert.match(found[3], /^海豚/);
      assert.equal(found[6], (await words(page, bars)).join('、'));
      const download = page.waitForEvent('download');
      await page.locator('.several').getByRole('button', { name: 'CSV' }).click();
      const saved = readFileSync(await (await download).path(), 'utf8');
      assert.match(saved, /^\ufefftext,keyword,score,count,tag,explains\r\n甲,/);
      // A spreadsheet shows it as text.
      assert.match(saved, /\r\n'=丙,/);
      assert.doesNotMatch(saved, /\n=/);
      assert.deepEqual(troubles, []);
    });

    it('reads the columns that a reader chooses', async () => {
      const { page, troubles } = await openPage(url);
      const table = 'id,headline,body\n甲,海豚,行星围绕着太阳公转，彗星也是。\n乙,望远镜,海豚用肺呼吸，海豚会唱歌。\n';
      await page.locator('.text-field input[type=file]').setInputFiles({
        name: 'table.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(table),
      });
      const column = (label: string) => page.locator('.several').getByLabel(label);
      await column('正文列').waitFor();
      assert.deepEqual(await words(page, '.several tbody th'), []);
      // Its Chinese is loaded when it is first needed.
      await page.locator('.several [role=alert]', { hasText: /^table\.csv:2 没有字段 "text"/ }).waitFor();
      assert.deepEqual(await words(page, '.several .column-choice label:nth-child(2) option'), [
        '无',
        'id',
        'headline',
        'body',
      ]);
      await column('正文列').selectOption('body');
      await page.locator('.several tbody th', { hasText: '乙' }).waitFor();
      assert.deepEqual(await words(page, '.several [role=alert]'), []);
      const first = async () => (await words(page, '.several tbody td')).map((found) => found.split('、')[0]);
      assert.equal((await first())[1], '海豚');
      await column('标题列').selectOption('headline');
      await page.locator('.several tbody td', { hasText: '望远镜' }).waitFor();
      assert.deepEqual(troubles, []);
    });

    it('takes a table for one by its contents, in GB 18030 too, and JSON lines for what they are', async () => {
      const { page, troubles } = await openPage(url);
      // What `iconv -t GB18030` writes for: id,text / 1,行星围绕着太阳公转，彗星也是。
      const gb18030 = Buffer.from(
        '69642c746578740a312cd0d0d0c7cea7c8c6d7c5ccabd1f4b9abd7aaa3ace5e7d0c7d2b2cac7a1a30a',
        'hex',
      );
      const open = (name: string, buffer: Buffer) =>
        page.locator('.text-field input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
      await open('table.gb18030', gb18030);
      await page.locator('.several tbody th', { hasText: '1' }).waitFor();
      assert.match((await words(page, '.several tbody td'))[0], /行星/);
      await open('lines.json', Buffer.from('{"text":"海豚用肺呼吸。"}\n{"text":"望远镜观测太阳。"}\n'));
      await page.locator('.several tbody th', { hasText: 'lines.json:2' }).waitFor();
      assert.deepEqual(await words(page, '.several [role=alert]'), []);
      assert.deepEqual(troubles, []);
    });

    it('reads documents among several texts, and counts what it could not read', async () => {
      const { page, troubles } = await openPage(url);
      await page.locator('.several summary').click();
      const fixtures = join(root, 'test/fixtures/documents');
      const file = (name: string, contents: Uint8Array | string) => ({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(contents as string),
      });
      await page
        .locator('.several input[type=file]')
        .setInputFiles([
          file('a.docx', readFileSync(join(fixtures, 'bees.docx'))),
          file('b.pdf', readFileSync(join(fixtures, 'nature.pdf'))),
          file('c.epub', book('Ice', [articles[6]])),
          file('d.docx', 'no zip'),
          file('e.txt', '……'),
        ]);
      await page.locator('.several tbody tr').nth(3).waitFor();
      assert.deepEqual(await words(page, '.several tbody th'), ['a.docx', 'b.pdf', 'c.epub', 'e.txt']);
      const [bees, nature, ice] = await words(page, '.several tbody td');
      assert.match(bees, /bees/i);
      assert.doesNotMatch(nature, /obj|xref/);
      assert.match(ice, /ice|glacier/i);
      const [problem, ...others] = await words(page, '.several [role=alert]');
      assert.match(problem, /^无法读取文档：d\.docx 不是可读的 zip 压缩包/);
      assert.deepEqual(others, []);
      assert.equal(await page.locator('.several [role=status]').innerText(), '已读 4 / 5 篇。');
      assert.deepEqual(troubles, []);
      if (name !== 'service') return;
      await page.route('**/v1/keywords', (route) =>
        route.request().postData()?.includes('海豚') ? route.abort() : route.continue(),
      );
      await page
        .locator('.several input[type=file]')
        .setInputFiles([file('f.txt', '海豚是哺乳动物。'), file('g.txt', text)]);
      await page.locator('.several tbody tr', { hasText: 'g.txt' }).waitFor();
      assert.match((await words(page, '.several tbody td'))[0], /服务没有应答/);
      assert.equal(await page.locator('.several [role=status]').innerText(), '已读 1 / 2 篇。');
    });

    it('takes several files, and a table, to the several texts', async () => {
      const { page, troubles } = await openPage(url);
      const field = await page.locator('#text').inputValue();
      await page.evaluate(() => {
        const data = new DataTransfer();
        data.items.add(new File(['行星围绕着太阳公转，彗星也是。'], 'a.txt'));
        data.items.add(new File(['海豚用肺呼吸，海豚会唱歌。'], 'b.txt'));
        document
          .querySelector('footer')!
          .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      });
      await page.locator('.several tbody tr').nth(1).waitFor();
      assert.deepEqual(await words(page, '.several tbody th'), ['a.txt', 'b.txt']);
      assert.ok(await page.locator('.several summary').evaluate((summary) => summary === document.activeElement));
      const table = {
        name: 'c.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('id,text\n甲,望远镜观测太阳的黑子。\n'),
      };
      await page.locator('.text-field input[type=file]').setInputFiles(table);
      await page.locator('.several tbody th', { hasText: '甲' }).waitFor();
      assert.deepEqual(await words(page, '.several tbody th'), ['甲']);
      assert.equal(await page.locator('#text').inputValue(), field);
      assert.deepEqual(troubles, []);
    });

    it('says of a file that it has no text, until another is taken', async () => {
      const { page, troubles } = await openPage(url);
      const field = await page.locator('#text').inputValue();
      const open = (name: string, contents: string) =>
        page
          .locator('.text-field input[type=file]')
          .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(contents) });
      const alert = (words: string) => page.locator('[role=alert]', { hasText: words });
      await open('empty.txt', '\n');
      await alert('“empty.txt”中没有文本。').waitFor();
      assert.equal(await page.locator('#text').inputValue(), field);
      await page.locator('#text').fill(text);
      await alert('empty.txt').waitFor({ state: 'detached' });
      await open('none.csv', 'label,body\n1,a\n');
      await alert('none.csv:2 没有字段 "text"').waitFor();
      assert.equal(await page.locator('.several [role=status]').innerText(), '已读 0 / 1 篇。');
      await open('good.txt', text);
      await alert('none.csv').waitFor({ state: 'detached' });
      assert.equal(await page.locator('.several [role=status]').innerText(), '');
      assert.deepEqual(troubles, []);
    });

    it('shows the first keyword of a phone without scrolling', async () => {
      const { page } = await openPage(url, { viewport: { width: 375, height: 667 } });
      await page.locator(bars).first().waitFor();
      const box = await page.locator(bars).first().boundingBox();
      assert.ok(box && box.y + box.height < 667, JSON.stringify(box));
    });

    it('shows on a phone all ten keywords of the heat map, and keeps its words in sight where there are more', async () => {
      const { page } = await openPage(url, { viewport: { width: 390, height: 844 } });
      await read(page, `${text}月球是地球的卫星，潮汐随月球涨落，宇航员在月球的环形山采集岩石样本。`);
      const scroll = page.locator('.heat .scroll');
      await page.locator('.options summary').click();
      await page.locator('#option-topN').fill('10');
      await page.waitForFunction(() => document.querySelectorAll('.heat thead th').length === 10);
      const hidden = () => scroll.evaluate((element) => element.scrollWidth - element.clientWidth);
      assert.ok((await hidden()) <= 0, `${await hidden()} pixels of it are hidden`);
      await page.locator('#option-topN').fill('20');
      await page.waitForFunction(() => document.querySelectorAll('.heat thead th').length > 12);
      assert.ok((await hidden()) > 0);
      await scroll.evaluate((element) => element.scrollTo(200, 0));
      const word = await page.locator('.heat tbody th').first().boundingBox();
      assert.ok(word && word.x >= 0, JSON.stringify(word));
    });

    it('shows further options across the page, none of them hidden', async () => {
      const { page } = await openPage(url);
      await read(page, text);
      assert.equal(await page.locator('#option-lambda').count(), 0);
      await page.getByRole('button', { name: '更多选项' }).click();
      const box = page.locator('#more-options');
      assert.equal(await box.evaluate((element) => element.scrollHeight - element.clientHeight), 0);
      const widthOf = async (selector: string) => (await page.locator(selector).boundingBox())!.width;
      assert.ok(Math.abs((await widthOf('#more-options')) - (await widthOf('section.field'))) < 1);
      await page.getByRole('button', { name: '收起选项' }).click();
      assert.equal(await box.isVisible(), false);
    });

    it('prints the whole text, and no controls', async () => {
      const { page } = await openPage(url);
      await read(page, text.repeat(30));
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('#text').isVisible(), false);
      assert.equal(await page.locator('.take').isVisible(), false);
      const hidden = await page
        .locator('.read-text')
        .evaluate((element) => element.scrollHeight - element.clientHeight);
      assert.ok(hidden <= 1, `${hidden} pixels of the text are not printed`);
    });

    it('keeps its state in the link, and gives the result away in four forms', async () => {
      const { page } = await openPage(url);
      await read(page, text);
      await page.locator('#option-topN').fill('4');
      await page.waitForFunction((selector) => document.querySelectorAll(selector).length === 4, bars);
      await page.getByRole('button', { name: '复制链接' }).click();
      await page.waitForFunction(() => location.hash.startsWith('#v1='));
      const again = await openPage(page.url(), { locale: 'en-US' });
      await again.page.locator(bars).nth(3).waitFor();
      assert.equal(await again.page.locator('#text').inputValue(), text);
      assert.deepEqual(await words(again.page, bars), await words(page, bars));
      assert.equal(await again.page.getByRole('heading', { name: 'Keywords' }).count(), 1);
      await page.locator('.absent li').first().waitFor();
      const starts: Record<string, RegExp> = {
        JSON: /^\{\s+"text": "太阳[\s\S]+"absent": \[/,
        CSV: /^\ufeffkeyword,score,count,tag,explains\r\n太阳/,
        SVG: /^<svg/,
        PNG: /^.PNG/,
      };
      for (const [form, start] of Object.entries(starts)) {
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: form, exact: true }).click();
        const contents = readFileSync(await (await download).path(), form === 'PNG' ? 'latin1' : 'utf8');
        assert.match(contents, start, form);
      }
    });

    it('works with the keyboard alone', async () => {
      const { page } = await openPage(url, { locale: 'en-US' });
      await page.locator(bars).first().waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'keywords');
      await page.keyboard.press('Tab');
      assert.ok(await page.locator('.bar[data-pointed=true]').count());
      await page.keyboard.press('Enter');
      await page.locator('.similar li').first().waitFor();
      await page.locator('.read-text').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      assert.match(await page.locator('.said').innerText(), /supports/);
    });

    it('is accessible in light and dark, in both languages, on a phone', async () => {
      for (const options of [
        { locale: 'zh-CN', colorScheme: 'light' },
        { locale: 'en-US', colorScheme: 'dark' },
        { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
      ] as const) {
        const { page, troubles } = await openPage(url, options);
        await read(page, text);
        await page.locator('[data-method=text-rank] li').first().waitFor();
        await page.locator('.ranking .bar').first().click();
        await page.locator('.similar li').first().waitFor();
        assert.deepEqual(await violationsOf(page), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${wide} pixels too wide`);
        // On a phone the options are folded: what is found comes right after the text.
        const isPhone = 'viewport' in options;
        assert.equal(await page.locator('#option-topN').isVisible(), !isPhone);
        await keepPicture(
          page,
          `${name} ${Object.values(options).slice(0, 2).join(' ')} ${options.viewport?.width ?? ''}`,
        );
        assert.deepEqual(troubles, []);
      }
    });
  });
}
