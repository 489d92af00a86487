import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root, skipsAllowed, temporaryDirectory } from '../support.js';

// PySpark brings all of Hadoop but streaming, which .ci/run puts beside.
const jars = (directory: string) => {
  const found = existsSync(join(root, directory)) ? readdirSync(join(root, directory), { recursive: true }) : [];
  return found.map((file) => join(root, directory, String(file))).filter((file) => file.endsWith('.jar'));
};
const streaming = jars('.hadoop')[0];
const client = jars('.venv-spark').filter((file) => dirname(file).endsWith('pyspark/jars'));
const hasJava = spawnSync('java', ['-version']).status === 0;
const missing =
  client.length && streaming && hasJava
    ? false
    : 'There is no Hadoop streaming here, or no Java; .ci/run installs them.';

test('Hadoop streaming: each file a mapper, a line for a line in order, the filter’s own answers', {
  skip: skipsAllowed && missing,
}, () => {
  const directory = temporaryDirectory();
  const input = join(directory, 'in');
  mkdirSync(input);
  const texts = ['太阳是一颗恒星，行星围绕太阳。', '\\N', '', 'The comet orbits\\nthe sun; comets are icy.'];
  const files = ['a.tsv', 'b.tsv', 'c.tsv'].map((name, f) => {
    const lines = Array.from({ length: 20 }, (_, i) => `${f}-${i}\t${texts[(f + i) % texts.length]}\n`).join('');
    writeFileSync(join(input, name), lines);
    return lines;
  });
  const filter = [process.execPath, join(root, 'packages/telltale/bin/telltale.js'), 'extract', '--io', 'tsv'];
  const output = join(directory, 'out');
  const settings = ['mapreduce.framework.name=local', 'fs.defaultFS=file:///', 'mapreduce.job.reduces=0'];
  const job = ['-input', input, '-output', output, '-mapper', filter.join(' ')];
  const { status, stderr } = spawnSync(
    'java',
    [
      '-cp',
      [streaming, ...client].join(':'),
      'org.apache.hadoop.streaming.HadoopStreaming',
      ...settings.flatMap((setting) => ['-D', setting]),
      ...job,
    ],
    { encoding: 'utf8', cwd: directory, maxBuffer: 1 << 28 },
  );
  assert.equal(status, 0, stderr.slice(-4000));
  const parts = readdirSync(output).filter((name) => name.startsWith('part-'));
  assert.equal(parts.length, files.length);
  const found = parts.map((name) => readFileSync(join(output, name), 'utf8')).sort();
  const expected = files.map((input) => spawnSync(filter[0], filter.slice(1), { input, encoding: 'utf8' }).stdout);
  assert.deepEqual(found, expected.sort());
});
