"""Telltale on Spark beside Telltale on one machine and beside Spark's own Word2Vec, in one run.

    .venv-spark/bin/python bench/spark/compare.py DOCUMENTS.jsonl SEGMENTED.txt [RESULT.json]

DOCUMENTS: texts to extract from, a record with the field `text` a line. SEGMENTED: documents of words between spaces, one a
line; the first thousand are held out, the rest trained on.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root / 'spark'))
os.environ['PYSPARK_PYTHON'] = sys.executable
os.environ['SPARK_LOCAL_IP'] = '127.0.0.1'

from pyspark.ml.feature import Word2Vec  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql.functions import size, split, sum as total  # noqa: E402
from telltale_spark import extract, train  # noqa: E402

TELLTALE = ['node', str(root / 'packages/telltale/bin/telltale.js')]
REPEATS, EPOCHS, DIM = 5, 3, 64
OPTIONS = {'tokenizer': 'whitespace', 'dim': DIM}


def node(script, *arguments):
    return json.loads(subprocess.run(['node', str(root / 'bench/spark' / script), *map(str, arguments)], capture_output=True, check=True).stdout)


def timed(work):
    start = time.perf_counter()
    value = work()
    return time.perf_counter() - start, value


def extraction(spark, documents):
    rows = spark.read.schema('text string').json(documents).repartition(4).cache()
    count = rows.count()
    job = lambda some: extract(some, 'text', command=TELLTALE).select(total(size('keywords'))).collect()[0][0]
    job(rows.limit(500).repartition(2))
    pool, sparks = [], []
    for _ in range(REPEATS):
        alone = node('pool.mjs', documents, 2)
        seconds, keywords = timed(lambda: job(rows))
        assert keywords == alone['keywords'], (keywords, alone)
        pool.append(alone['seconds'])
        sparks.append(seconds)
    one = statistics.median(node('pool.mjs', documents, 1)['seconds'] for _ in range(REPEATS))
    two, on_spark = statistics.median(pool), statistics.median(sparks)
    tokens = node('tokens.mjs', documents)
    print(f'{count} documents of {tokens / count:.0f} tokens in 4 partitions, medians of {REPEATS}')
    print(f'extractMany, 1 thread    {count / one:8.0f} documents a second')
    print(f'extractMany, 2 threads   {count / two:8.0f}')
    print(f'Spark local[2]           {count / on_spark:8.0f}   {two / on_spark:.2f} of extractMany with 2 threads')
    return {'documents': count, 'tokens': tokens, 'onePerSecond': count / one, 'twoPerSecond': count / two, 'sparkPerSecond': count / on_spark}


def training(spark, segmented, work):
    lines = pathlib.Path(segmented).read_text(encoding='utf-8').splitlines(keepends=True)
    held, corpus = (os.path.join(work, name) for name in ('held.txt', 'corpus.txt'))
    pathlib.Path(held).write_text(''.join(lines[:1000]), encoding='utf-8')
    pathlib.Path(corpus).write_text(''.join(lines[1000:]), encoding='utf-8')
    rows = spark.read.text(corpus).withColumnRenamed('value', 'text').cache()
    rows.count()
    path = lambda name: os.path.join(work, f'{name}.safetensors')
    run = lambda *line: subprocess.run([*TELLTALE, *map(str, line)], check=True, capture_output=True)
    alone = ('train', corpus, '--tokenizer', 'whitespace', '--dim', DIM, '--epochs', EPOCHS, '--held-out', 0)
    seconds = {}
    seconds['one machine, 2 threads'], _ = timed(lambda: run(*alone, '-o', path('one'), '--threads', 2))
    for shards in (2, 8):
        seconds[f'Spark local[2], {shards} shards'], _ = timed(
            lambda: train(rows, 'text', path(f'shards-{shards}'), epochs=EPOCHS, shards=shards, command=TELLTALE, **OPTIONS)
        )
    seconds['Spark local[2], 8 shards, twice the epochs'], _ = timed(
        lambda: train(rows, 'text', path('longer'), epochs=2 * EPOCHS, shards=8, command=TELLTALE, **OPTIONS)
    )
    start = os.path.join(f'{path("shards-2")}.rounds', 'round-0.safetensors')
    run('train-shard', corpus, '--model', start, '-o', path('shard'), '--progress', 'none')
    averaging, _ = timed(lambda: run('average', *[path('shard')] * 8, '--model', start, '-o', path('averaged')))
    # Spark's own gives no inner nodes; they are fitted to its vectors, and, to be fair, to ours.
    own = Word2Vec(vectorSize=DIM, windowSize=5, minCount=5, maxIter=EPOCHS, numPartitions=2, inputCol='words', outputCol='v')
    words = rows.select(split('text', ' ').alias('words')).cache()
    words.count()
    seconds['Word2Vec of Spark MLlib, 2 partitions'], model = timed(lambda: own.fit(words))
    model.write().overwrite().save(os.path.join(work, 'mllib'))
    for name, vectors in (('one fitted', path('one')), ('mllib fitted', os.path.join(work, 'mllib'))):
        run(*alone, '-o', path(name), '--input-vectors', vectors, '--learning-rate', 0.1)
    names = ['one', 'shards-2', 'shards-8', 'longer', 'mllib fitted', 'one fitted']
    values = dict(zip(names, node('held-out.mjs', held, *map(path, names))))
    print(f'\n{len(lines) - 1000} documents, {EPOCHS} epochs, {DIM} components')
    print('                                             seconds   an epoch   held-out log p')
    for (label, total_seconds), name in zip(seconds.items(), ['one', 'shards-2', 'shards-8', 'longer', 'mllib fitted']):
        epochs = 2 * EPOCHS if name == 'longer' else EPOCHS
        print(f'{label:44} {total_seconds:7.1f}   {total_seconds / epochs:8.1f}   {values[name]:.3f}')
    print(f"{'one machine, nodes refitted as for MLlib':65}   {values['one fitted']:.3f}")
    tokens = sum(len(line.split()) for line in lines[1000:])
    sizes = {'tokens': tokens, 'averagedBytesPerSecond': 8 * os.path.getsize(path('shard')) / averaging, 'corpusBytes': os.path.getsize(corpus), 'modelBytes': os.path.getsize(path('one'))}
    return {'seconds': seconds, 'heldOut': values, **sizes}


def main(documents, segmented, result=None):
    spark = SparkSession.builder.master('local[2]').config('spark.ui.enabled', 'false').config('spark.driver.memory', '3g').config('spark.ui.showConsoleProgress', 'false').getOrCreate()
    spark.sparkContext.setLogLevel('ERROR')
    with tempfile.TemporaryDirectory() as work:
        found = {'spark': spark.version, 'extraction': extraction(spark, documents), 'training': training(spark, segmented, work)}
    if result:
        pathlib.Path(result).write_text(json.dumps(found, indent=2) + '\n', encoding='utf-8')
    spark.stop()


if __name__ == '__main__':
    main(*sys.argv[1:])
