"""Real Spark, on this machine: local, Connect, and a standalone cluster of a master and two workers on loopback.

    python test_telltale_spark.py        # with pyspark[connect]; telltale built in dist/
"""

import contextlib
import json
import os
import pathlib
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

root = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root / 'spark'))
os.environ['PYSPARK_PYTHON'] = sys.executable
os.environ['SPARK_LOCAL_IP'] = '127.0.0.1'

import pyspark  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402
from telltale_spark import extract, tag, train  # noqa: E402

TELLTALE = ['node', str(root / 'packages/telltale/bin/telltale.js')]
# The command as documents name it, for every process that Spark starts.
programs = tempfile.TemporaryDirectory()
pathlib.Path(programs.name, 'telltale').write_text(f'#!/bin/sh\nexec {shlex.join(TELLTALE)} "$@"\n')
pathlib.Path(programs.name, 'telltale').chmod(0o755)
os.environ['PATH'] = f'{programs.name}:{os.environ["PATH"]}'
TEXTS = ['太阳是一颗恒星，行星围绕着太阳公转，太阳很热。', None, '', 'The comet orbits the sun; comets are icy\tbodies\r\nof \\dust \\n.', '望远镜观测太阳的黑子。']
ROWS = [(i, TEXTS[i % len(TEXTS)]) for i in range(50)]


def expected(texts, *flags):
    """What the filter says to these texts, without Spark."""
    lines = ''.join(json.dumps({'text': text}) + '\n' for text in texts)
    done = subprocess.run([*TELLTALE, 'extract', '--io', 'jsonl', *flags], input=lines, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return [texts_of(answer.get('keywords')) for answer in answers]


def texts_of(keywords):
    # An empty text is answered with its error.
    return None if keywords is None or 'error' in keywords else [keyword['text'] for keyword in keywords]


def processes(*parts):
    """Ids of the processes whose command line has all of these, and of their parents."""
    found = []
    for entry in pathlib.Path('/proc').iterdir():
        with contextlib.suppress(OSError):
            if entry.name.isdigit():
                line = (entry / 'cmdline').read_bytes().decode(errors='replace')
                if all(part in line for part in parts):
                    found.append((int(entry.name), int((entry / 'stat').read_text().rsplit(')', 1)[1].split()[1])))
    return found


def builder(name):
    return SparkSession.builder.appName(name).config('spark.ui.enabled', 'false').config('spark.sql.shuffle.partitions', '2')


class Local(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = builder('local').master('local[2,4]').getOrCreate()
        cls.directory = tempfile.TemporaryDirectory()
        cls.rows = cls.spark.createDataFrame(ROWS, 'id int, text string').repartition(4)

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        cls.directory.cleanup()

    def test_rows_keep_their_fields_and_get_the_keywords_that_the_command_finds(self):
        found = extract(self.rows, 'text', top_n=3, method='mixture', command=TELLTALE).collect()
        self.assertEqual(found[0].asDict().keys(), {'id', 'text', 'keywords', 'error'})
        by_id = {row.id: row for row in found}
        self.assertEqual(len(found), 50)
        self.assertEqual(sorted(by_id), list(range(50)))
        wanted = expected(TEXTS, '--top-n', '3')
        for i, row in by_id.items():
            self.assertEqual(texts_of(row.keywords), wanted[i % len(TEXTS)])
            self.assertEqual(row.error is None, TEXTS[i % len(TEXTS)] != '')
        self.assertGreater(by_id[0].keywords[0]['score'], 0)

    def test_an_error_stays_in_its_row(self):
        rows = self.spark.createDataFrame([(1, TEXTS[0]), (2, '太阳' * 2000)], 'id int, text string').coalesce(1)
        first, second = extract(rows, 'text', max_line_bytes=4096, command=TELLTALE).orderBy('id').collect()
        self.assertEqual(first.keywords[0]['text'], '太阳')
        self.assertIsNone(second.keywords)
        self.assertIn('--max-line-bytes', second.error)

    def test_what_is_wrong_with_the_options_is_said_at_once(self):
        with self.assertRaisesRegex(Exception, 'There is no model .*nowhere'):
            extract(self.rows, 'text', model='nowhere', command=TELLTALE).collect()
        with self.assertRaisesRegex(Exception, 'cannot be run on this machine'):
            extract(self.rows, 'text', command='no-such-program').collect()
        with self.assertRaisesRegex(ValueError, "no column 'body'; it has: id, text"):
            extract(self.rows, 'body')
        with self.assertRaisesRegex(ValueError, 'There is no option windows'):
            train(self.rows, 'text', '/nowhere/x.safetensors', directory=tempfile.mkdtemp(), windows=3)

    def test_a_model_is_shipped(self):
        # A name of its own, so that it can only be found among the shipped files, and not moved while the session lives.
        path = os.path.join(self.directory.name, 'shipped-model.safetensors')
        shutil.copyfile(root / 'packages/model-en/en.safetensors', path)
        self.spark.sparkContext.addFile(path)
        rows = self.spark.createDataFrame([('The comet orbits the sun.',)], 'text string')
        [row] = extract(rows, 'text', model='shipped-model.safetensors', command=TELLTALE).collect()
        self.assertEqual(texts_of(row.keywords), expected(['The comet orbits the sun.'], '--model', str(root / 'packages/model-en/en.safetensors'))[0])

    def test_rows_get_the_tags_that_the_command_finds(self):
        tags = os.path.join(self.directory.name, 'shipped-tags.txt')
        pathlib.Path(tags).write_text('天文学\n太阳\t日\n体育\n', encoding='utf-8')
        self.spark.sparkContext.addFile(tags)
        rows = self.rows.limit(10).union(self.spark.createDataFrame([(50, '太阳' * 2000)], 'id int, text string')).coalesce(1)
        # Found among the shipped files: nowhere is no folder of this machine.
        evidence = ['mention', 'meaning']
        found = tag(rows, '/nowhere/shipped-tags.txt', top_n=2, evidence=evidence, max_line_bytes=4096, command=TELLTALE).collect()
        self.assertEqual(found[0].asDict().keys(), {'id', 'text', 'tags', 'error'})
        lines = ''.join(json.dumps({'text': text}) + '\n' for text in TEXTS)
        line = [*TELLTALE, 'tag', '--tags', tags, '--io', 'jsonl', '--top-n', '2']
        done = subprocess.run(line, input=lines, capture_output=True, text=True, check=True)
        wanted = [json.loads(answer).get('tags') for answer in done.stdout.splitlines()]
        self.assertEqual(wanted[0][0]['label'], '太阳')
        self.assertEqual(len(found), 11)
        for row in found:
            if row.id == 50:
                self.assertIsNone(row.tags)
                self.assertIn('--max-line-bytes', row.error)
                continue
            expected_tags = wanted[row.id % len(TEXTS)]
            fields = lambda one: (one['id'], one['label'], one['score'], None)
            self.assertEqual(row.tags and [tuple(one) for one in row.tags], expected_tags and [fields(one) for one in expected_tags])
        with self.assertRaisesRegex(ValueError, "a column 'text' already. Name another: tags_column=, error_column="):
            tag(self.rows, tags, tags_column='text')
        with self.assertRaisesRegex(Exception, 'There is no file .*none.txt'):
            tag(self.rows, 'none.txt', command=TELLTALE).collect()

    def test_sql_transform(self):
        self.rows.createOrReplaceTempView('rows')
        # In a line tabs, newlines and backslashes are written as \t, \n and \\, and NULL as \N.
        escaped = r"replace(replace(replace(text, '\\', '\\\\'), '\t', '\\t'), '\n', '\\n')"
        form = r"ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t' NULL DEFINED AS '\\N'"
        command = ' '.join([*TELLTALE, 'extract', '--io', 'tsv', '--top-n', '3'])
        query = f"SELECT TRANSFORM(id, {escaped}) {form} USING '{command}' AS (id STRING, keywords STRING) {form} FROM rows"
        found = self.spark.sql(query).collect()
        self.assertEqual(sorted(int(row.id) for row in found), list(range(50)))
        wanted = expected(TEXTS, '--top-n', '3')
        for row in found:
            keywords = None if row.keywords is None else json.loads(row.keywords)
            self.assertEqual(texts_of(keywords), wanted[int(row.id) % len(TEXTS)])

    def test_the_blocks_of_the_document_run(self):
        tags = pathlib.Path(self.directory.name, 'tags.txt')
        tags.write_text('天文学\n太阳\t日\n', encoding='utf-8')
        model = os.path.join(self.directory.name, 'document.safetensors')
        document = (root / 'docs/scale.md').read_text(encoding='utf-8')
        calls, pipe = re.findall(r'^```python\n(.*?)^```$', document, re.MULTILINE | re.DOTALL)
        (query,) = re.findall(r'^```sql\n(.*?)^```$', document, re.MULTILINE | re.DOTALL)
        # Files of this test, and as many shards as this machine can train soon.
        small = calls.replace("'tags.txt'", repr(str(tags))).replace("'mine.safetensors'", repr(model)).replace('shards=64', 'shards=2')
        self.assertNotEqual(small, calls)
        exec(small, {'documents': self.rows})
        self.assertTrue(os.path.exists(model))
        lines = self.spark.sparkContext.parallelize([json.dumps({'text': text}) for text in TEXTS], 2)
        names = {'os': os, 'records': lines}
        exec(pipe.replace('records.pipe', 'piped = records.pipe'), names)
        self.assertEqual(json.loads(names['piped'].first())['keywords'][0]['text'], '太阳')
        self.rows.createOrReplaceTempView('documents')
        self.assertEqual(len(self.spark.sql(query).collect()), len(ROWS))

    def test_rdd_pipe(self):
        lines = self.spark.sparkContext.parallelize([json.dumps({'id': i, 'text': text}) for i, text in ROWS], 3)
        found = [json.loads(line) for line in lines.pipe(' '.join([*TELLTALE, 'extract', '--io', 'jsonl', '--top-n', '3']), checkCode=True).collect()]
        self.assertEqual([record['id'] for record in found], list(range(50)))
        wanted = expected(TEXTS, '--top-n', '3')
        self.assertEqual([texts_of(record.get('keywords')) for record in found], [wanted[i % len(TEXTS)] for i in range(50)])


class Connect(unittest.TestCase):
    def test_extract(self):
        # A process of its own: one process speaks either classic or Connect.
        program = f"""
import sys; sys.path.insert(0, {str(root / 'spark')!r})
from pyspark.sql import SparkSession
from telltale_spark import extract
spark = SparkSession.builder.remote('local[2]').getOrCreate()
assert type(spark).__module__.startswith('pyspark.sql.connect'), type(spark)
spark.addArtifacts({str(root / 'packages/model-zh/zh.safetensors')!r}, file=True)
rows = spark.createDataFrame({ROWS!r}, 'id int, text string')
for row in extract(rows, 'text', top_n=3, model='/nowhere/zh.safetensors', command={TELLTALE!r}).orderBy('id').collect():
    print('ROW', row.id, row.keywords and [k['text'] for k in row.keywords])
"""
        done = subprocess.run([sys.executable, '-c', program], capture_output=True, text=True)
        found = [line for line in done.stdout.splitlines() if line.startswith('ROW')]
        wanted = expected(TEXTS, '--top-n', '3', '--model', 'zh')
        self.assertEqual(found, [f'ROW {i} {wanted[i % len(TEXTS)]}' for i in range(50)], done.stderr[-3000:])


class Cluster(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory()
        home = pathlib.Path(pyspark.__file__).parent
        with socket.socket() as probe:
            probe.bind(('127.0.0.1', 0))
            port = probe.getsockname()[1]
        cls.url = f'spark://127.0.0.1:{port}'
        start = [str(home / 'bin/spark-class')]
        environment = {**os.environ, 'SPARK_HOME': str(home)}
        log = open(os.path.join(cls.directory.name, 'cluster.log'), 'wb')
        launch = lambda *line: subprocess.Popen([*start, *line], env=environment, stdout=log, stderr=log)
        cls.daemons = [launch('org.apache.spark.deploy.master.Master', '--host', '127.0.0.1', '--port', str(port), '--webui-port', '0')]
        for worker in range(2):
            cls.daemons.append(
                launch('org.apache.spark.deploy.worker.Worker', '--host', '127.0.0.1', '--webui-port', '0', '--cores', '1', '--memory', '1g',
                       '--work-dir', os.path.join(cls.directory.name, f'worker-{worker}'), cls.url)
            )
        cls.spark = builder('cluster').master(cls.url).config('spark.executor.memory', '512m').getOrCreate()

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        for daemon in cls.daemons:
            daemon.terminate()
            daemon.wait()
        cls.directory.cleanup()

    def test_killed_workers_lose_and_double_nothing(self):
        article = (root / 'examples/article.txt').read_text(encoding='utf-8')
        texts = [article + TEXTS[i % len(TEXTS)] if TEXTS[i % len(TEXTS)] else article for i in range(5)]
        wanted = expected(texts, '--top-n', '3')
        # A job that was over before everything was killed says nothing: then a longer one.
        for count in 3000, 12_000, 48_000, 192_000:
            found, isComplete = self.extract_while_killing(texts, count)
            self.assertEqual(sorted(row.id for row in found), list(range(count)))
            for row in found:
                self.assertEqual(texts_of(row.keywords), wanted[row.id % 5])
            if isComplete:
                return
        self.fail('no job was long enough')

    def extract_while_killing(self, texts, count):
        """Keywords of so many texts, and whether a process of each kind was killed while they were extracted."""
        rows = self.spark.createDataFrame([(i, texts[i % 5]) for i in range(count)], 'id int, text string').repartition(12)
        found = []
        job = threading.Thread(target=lambda: found.extend(extract(rows, 'text', top_n=3, command=TELLTALE).select('id', 'keywords').collect()))
        job.start()

        def kill(*parts, child_of=None):
            while job.is_alive():
                alive = processes(*parts)
                ids = {pid for pid, _ in alive}
                victims = [pid for pid, parent in alive if not child_of or parent in ids]
                if victims:
                    # In the middle of its work, not at its start.
                    time.sleep(1)
                    with contextlib.suppress(ProcessLookupError):
                        if job.is_alive():
                            os.kill(victims[0], signal.SIGKILL)
                            return True
                time.sleep(0.1)
            return False

        # Workers are forks of the daemon.
        isComplete = (
            kill('telltale.js', 'extract', '--io')
            and kill('pyspark.daemon', child_of='pyspark.daemon')
            and kill('CoarseGrainedExecutorBackend')
        )
        job.join()
        return found, isComplete

    def test_training(self):
        topics = ['太阳 恒星 行星 轨道 望远镜 天空'.split(), '城市 房价 投资 规划 街道 居民'.split()]
        documents = [(' '.join(topics[d % 2][(d * 7 + i * i) % 6] for i in range(20)),) for d in range(1000)]
        rows = self.spark.createDataFrame(documents, 'body string')
        output = os.path.join(self.directory.name, 'mine.safetensors')
        options = {'epochs': 3, 'shards': 2, 'command': TELLTALE, 'tokenizer': 'whitespace', 'dim': 8, 'min_count': 1, 'learning_rate': 0.1, 'subsample': 0}
        train(rows, 'body', output, **options)

        def telltale(*line):
            return json.loads(subprocess.run([*TELLTALE, *line, '--format', 'json'], capture_output=True, check=True).stdout)

        facts = telltale('inspect', output)
        self.assertEqual((facts['words'], facts['corpus']['documents'], facts['training']['epochs']), (12, 1000, 3))
        near = {word['word'] for word in telltale('similar', '太阳', '-m', output, '-n', '5')}
        self.assertEqual(near, set(topics[0]) - {'太阳'})

        # What was done is not done again, and what is left is.
        rounds = [pathlib.Path(f'{output}.rounds/round-{e}.safetensors') for e in range(4)]
        times = [path.stat().st_mtime_ns for path in rounds]
        rounds[3].unlink()
        os.unlink(output)
        train(rows, 'body', output, **options)
        again = [path.stat().st_mtime_ns for path in rounds]
        self.assertEqual(again[:3], times[:3])
        self.assertGreater(again[3], times[3])
        self.assertTrue(os.path.exists(output))
        with self.assertRaisesRegex(ValueError, 'holds rounds of a training with'):
            train(rows, 'body', output, **{**options, 'dim': 9})
        self.assertEqual({path.name for path in rounds[0].parent.iterdir()}, {*(path.name for path in rounds), 'training.json'})


if __name__ == '__main__':
    unittest.main(verbosity=2)
