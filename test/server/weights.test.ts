import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryDirectory, until } from '../support.js';
import { post, serve } from './running.js';

const directory = temporaryDirectory();
const text = 'The recycle bin was empty. The recycle bin of the office holds paper.';
const weigh = (weights: object) => JSON.stringify({ version: 1, language: 'en', weights });

test('weights are served by name, alone and in streams, and read again on SIGHUP', async () => {
  const file = join(directory, 'tickets.json');
  writeFileSync(file, weigh({ twoWords: 30 }));
  const running = await serve('--threads', '1', '--models', 'en=en', '--weights', `tickets=${file}`);
  const first = async (weights?: string) => {
    const answer = await post(`${running.url}/v1/keywords`, { text, topN: 1, weights });
    return ((await answer.json()) as { keywords: { text: string }[] }).keywords[0].text;
  };
  assert.equal(await first('tickets'), 'recycle bin');
  const line = `${JSON.stringify({ text, topN: 1, weights: 'tickets' })}\n`;
  const stream = await post(`${running.url}/v1/keywords`, line, { 'content-type': 'application/x-ndjson' });
  assert.match(await stream.text(), /recycle bin/);
  const { weights } = (await (await fetch(`${running.url}/v1/models`)).json()) as { weights: string[] };
  assert.deepEqual(weights.slice(-1), ['tickets']);
  const unknown = await post(`${running.url}/v1/keywords`, { text, weights: 'poems' });
  assert.equal(unknown.status, 400);
  assert.match(await unknown.text(), /weights is \\"poems\\"; served here are: abstract, .*tickets/);

  writeFileSync(file, '{"version": 1, "language"');
  running.process.kill('SIGHUP');
  await until('the bad file is told', () => /stay as they were: .*tickets.json is not JSON/.test(running.log()));
  assert.equal(await first('tickets'), 'recycle bin');
  writeFileSync(file, weigh({ oneWord: 30 }));
  running.process.kill('SIGHUP');
  await until('they are read again', async () => (await first('tickets')) !== 'recycle bin');
});

test('weights that cannot be read end the start', async () => {
  await assert.rejects(serve('--weights', 'tickets=none.json'), /no file none\.json/);
  await assert.rejects(serve('--weights', 'none.json'), /must be name=file/);
  await assert.rejects(
    serve('--weights', 'news=none.json'),
    /is "news=none\.json"; abstract, news, .* are weights that every service has/,
  );
});
