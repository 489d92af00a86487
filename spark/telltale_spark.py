"""Keywords, tags and training by Telltale in Spark: PySpark 3.5 and 4, classic and Connect.

    from telltale_spark import extract, tag, train

    extract(documents, 'text', top_n=5).select('id', 'keywords').show()
    tag(documents, 'tags.txt', 'text', top_n=5).select('id', 'tags').show()
    train(documents, 'text', 'mine.safetensors', epochs=3, shards=64, dim=128)

Spark divides the work; the work is done by `telltale`, which must be on every machine (Node.js 20.19 or later). A model is
given by a path that all machines have, or shipped: spark.sparkContext.addFile('mine.safetensors'), with Connect
spark.addArtifacts('mine.safetensors', file=True), and then model='mine.safetensors'; so is a list of tags. This file ships
itself.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import threading

from pyspark.sql.types import ArrayType, DoubleType, LongType, StringType, StructField, StructType

__all__ = ['extract', 'tag', 'train']

_TYPES = {str: StringType(), float: DoubleType(), int: LongType()}
#: What is kept of a keyword and of a tag.
_KEYWORD = {'text': str, 'score': float, 'count': int}
_TAG = {'id': str, 'label': str, 'score': float, 'probability': float}
#: Bytes of a file in one row; Arrow batches are held in memory whole.
CHUNK = 1 << 24


def extract(df, text_column='text', *, model=None, command='telltale', keywords_column='keywords', error_column='error', **options):
    """The DataFrame with two more columns: the keywords of each row's text, best first, and what was wrong with it.

    A text that is NULL has keywords NULL, an empty one is an error; an error stays in its row. Rows keep their partitions and
    their order. One `telltale` process serves a Python worker for as long as that lives; when it dies, what it had not
    answered is asked of a new one, so that no row is lost or doubled.

    :param command: the program, or a list of it and its first arguments
    :param options: those of `telltale extract`, e.g. top_n=5, method='tf-idf', parts_of_speech=['n', 'v']
    """
    line = [*_words(command), 'extract', *_flags(options)]
    return _with_columns(df, text_column, line, {'--model': model}, _KEYWORD, {'keywords_column': keywords_column, 'error_column': error_column})


def tag(df, tags, text_column='text', *, model=None, command='telltale', tags_column='tags', error_column='error', **options):
    """The DataFrame with two more columns: the tags of each row's text from a list of your own, best first, and what was
    wrong with it; otherwise as `extract`.

    :param tags: the list: a file that `telltale tag --tags` takes, or that its --save wrote
    :param options: those of `telltale tag`, e.g. top_n=5, min_score=0, evidence=['mention', 'meaning']
    """
    line = [*_words(command), 'tag', *_flags(options)]
    return _with_columns(df, text_column, line, {'--tags': tags, '--model': model}, _TAG, {'tags_column': tags_column, 'error_column': error_column})


def train(df, text_column, output, *, epochs=3, shards=None, directory=None, command='telltale', **options):
    """Trains a model on the texts of a DataFrame, and writes it to `output`, a path of the driver.

    Each epoch is a round: every shard of the texts is trained on in a task of its own from the model of the round before,
    and `telltale average` makes one model of theirs. Rounds are kept as model files in `directory`; a training that is
    started again with the same options goes on after the last of them.

    :param shards: tasks a round has; as many as Spark runs at once if left out. Fewer and larger shards train better.
    :param options: those of `telltale count`, `merge` and `train-shard`, e.g. dim=128, window=8, tokenizer='whitespace'
    """
    spark = df.sparkSession
    _ship_this(spark)
    directory = directory or f'{output}.rounds'
    os.makedirs(directory, exist_ok=True)
    command = _words(command)
    shards = shards or _parallelism(spark)
    counting, starting, training = _divide(options)
    _same_options(os.path.join(directory, 'training.json'), {'epochs': epochs, 'shards': shards, **options})
    texts = df.select(df[text_column].alias('text')).repartition(shards).persist()
    try:
        start = os.path.join(directory, 'round-0.safetensors')
        if not os.path.exists(start):
            with tempfile.TemporaryDirectory(dir=directory) as work:
                files = _on_shards(texts, [*command, 'count', *_flags(counting)], None, '.counts', work)
                _run([*command, 'merge', *files, '-o', start, *_flags(starting)])
        for epoch in range(1, epochs + 1):
            before, after = (os.path.join(directory, f'round-{e}.safetensors') for e in (epoch - 1, epoch))
            if os.path.exists(after):
                continue
            with tempfile.TemporaryDirectory(dir=directory) as work:
                line = [*command, 'train-shard', '--epoch', str(epoch), '--epochs', str(epochs), *_flags(training)]
                place, end = _share(spark, before, os.path.basename(work))
                files = _on_shards(texts, line, place, '.safetensors', work)
                end()
                _run([*command, 'average', *files, '--model', before, '-o', after])
        _copy(os.path.join(directory, f'round-{epochs}.safetensors'), output)
    finally:
        texts.unpersist()


# On the workers


class _Child:
    """A `telltale` with --io tsv that answers lines with lines: a text with what was found in it."""

    def __init__(self, line):
        self.line = line
        self.errors = tempfile.TemporaryFile()
        try:
            self.process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors)
        except OSError as error:
            raise RuntimeError(f'{line[0]!r} cannot be run on this machine ({error}). Install telltale there, or say command=.') from error

    def ask(self, lines):
        """Answers as many as there are lines, or fewer when the process dies."""
        writer = threading.Thread(target=self._write, args=(b''.join(lines),), daemon=True)
        writer.start()
        answers = []
        while len(answers) < len(lines):
            answer = self.process.stdout.readline()
            if not answer.endswith(b'\n'):
                break
            answers.append(None if answer == b'\\N\n' else json.loads(answer))
        writer.join()
        return answers

    def _write(self, data):
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except OSError:
            pass  # It died; the reader sees the end of its output.

    def end(self):
        self.process.kill()
        code = self.process.wait()
        self.errors.seek(0)
        return code, self.errors.read().decode(errors='replace').strip()[-2000:]


#: Children of this process by their command lines.
_children = {}


def _ask(line, texts):
    """The answers to all texts. A process that dies is replaced; one that answers nothing twice is an error."""
    lines = [_field(text) + b'\n' for text in texts]
    answers = []
    failures = 0
    key = (os.getpid(), *line)
    while len(answers) < len(lines):
        child = _children.get(key) or _children.setdefault(key, _Child(line))
        more = child.ask(lines[len(answers) :])
        answers += more
        if len(answers) < len(lines):
            failures = 0 if more else failures + 1
            del _children[key]
            exited = child.process.poll()
            code, said = child.end()
            # 2 is what telltale ends with when its options or its model are wrong: no other process would do better.
            if exited == 2 or failures == 2:
                raise RuntimeError(f'{" ".join(line)} ended with {code}: {said}')
    return answers


def _answered(batches, index, line, fields, names):
    import pyarrow as pa

    for batch in batches:
        answers = _ask(line, batch.column(index).to_pylist())
        errors = [answer['error']['message'] if isinstance(answer, dict) else None for answer in answers]
        columns = [_found_column(answers, fields), pa.array(errors, pa.string())]
        yield pa.RecordBatch.from_arrays([*batch.columns, *columns], names=[*batch.schema.names, *names])


def _found_column(answers, fields):
    """Lists of keywords or tags as Arrow; built of flat columns, which takes half the time that dictionaries take."""
    import pyarrow as pa

    starts, count, columns = [], 0, {name: [] for name in fields}
    for answer in answers:
        found = isinstance(answer, list)
        starts.append(count if found else None)
        for one in answer if found else ():
            for name, column in columns.items():
                column.append(one.get(name))
            count += 1
    starts.append(count)
    types = {str: pa.string(), float: pa.float64(), int: pa.int64()}
    arrays = [pa.array(columns[name], types[kind]) for name, kind in fields.items()]
    return pa.ListArray.from_arrays(pa.array(starts, pa.int32()), pa.StructArray.from_arrays(arrays, names=list(fields)))


def _field(text):
    """A text as a field of a tab-separated line."""
    if text is None:
        return b'\\N'
    escaped = text.replace('\\', '\\\\').replace('\t', '\\t').replace('\n', '\\n').replace('\r', '\\r')
    return escaped.encode('utf-8', 'replace')


def _with_files(line, files):
    """The command line with files that this machine has: at their paths, or among those that were shipped."""
    from pyspark import SparkFiles

    line = list(line)
    for flag, path in files.items():
        if path is not None:
            shipped = None if os.path.exists(path) else SparkFiles.get(os.path.basename(path))
            line += [flag, shipped if shipped and os.path.exists(shipped) else path]
    return line


def _worked(batches, line, place, extension):
    """Runs a command on the texts of a partition and gives the file that it writes, in rows of (shard, bytes)."""
    import pyarrow as pa
    from pyspark import TaskContext

    shard = TaskContext.get().partitionId()
    with tempfile.TemporaryDirectory(prefix='telltale-') as work:
        corpus, result = os.path.join(work, 'shard.jsonl'), os.path.join(work, f'result{extension}')
        with open(corpus, 'w', encoding='utf-8') as file:
            for batch in batches:
                file.writelines(json.dumps({'text': text}) + '\n' for text in batch.column(0).to_pylist() if text)
        _run([*line, corpus, '-o', result, *(['--model', place(work)] if place else [])])
        with open(result, 'rb') as file:
            while chunk := file.read(CHUNK):
                yield pa.RecordBatch.from_arrays([pa.array([shard], pa.int32()), pa.array([chunk], pa.binary())], names=['shard', 'bytes'])


# On the driver


def _with_columns(df, text_column, line, files, fields, columns):
    """The DataFrame with what a command finds in the texts of a column, and with its errors.

    :param files: flags with files that machines have, or that were shipped
    :param fields: the fields of what is found, by their types
    :param columns: the two columns, by the parameters that name them
    """
    for column in columns.values():
        if column in df.columns:
            raise ValueError(f'The DataFrame has a column {column!r} already. Name another: {"=, ".join(columns)}=.')
    if text_column not in df.columns:
        raise ValueError(f'The DataFrame has no column {text_column!r}; it has: {", ".join(df.columns)}.')
    _ship_this(df.sparkSession)
    index = df.columns.index(text_column)
    line = [*line, '--io', 'tsv', '--field', '1']
    found, error = columns.values()
    struct = StructType([StructField(name, _TYPES[kind]) for name, kind in fields.items()])
    schema = StructType([*df.schema.fields, StructField(found, ArrayType(struct)), StructField(error, StringType())])

    def map_batches(batches):
        from telltale_spark import _answered, _with_files

        return _answered(batches, index, _with_files(line, files), fields, (found, error))

    return df.mapInArrow(map_batches, schema)


def _on_shards(texts, line, place, extension, directory):
    """Runs a command on every partition, and brings the files that it writes into `directory`."""

    def map_batches(batches):
        from telltale_spark import _worked

        return _worked(batches, line, place, extension)

    results = texts.mapInArrow(map_batches, 'shard int, bytes binary').persist()
    try:
        results.count()  # All shards at once; the iterator below would make one after the other.
        files = {}
        for shard, chunk in results.toLocalIterator():
            path = files.setdefault(shard, os.path.join(directory, f'shard-{shard}{extension}'))
            with open(path, 'ab') as file:
                file.write(chunk)
        return [files[shard] for shard in sorted(files)]
    finally:
        results.unpersist()


def _run(line):
    done = subprocess.run(line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        raise RuntimeError(f'{" ".join(line[:3])} ended with {done.returncode}: {done.stdout.decode(errors="replace").strip()[-2000:]}')


def _share(spark, path, name):
    """A file for one job: a function that places it in a directory of a worker, and one that ends the sharing.

    Not addFile: what it was given must stay where it is for as long as the session lives, or new executors fail.
    """
    if _is_connect(spark):
        with tempfile.TemporaryDirectory() as directory:
            named = os.path.join(directory, f'{name}.safetensors')
            shutil.copyfile(path, named)
            spark.addArtifacts(named, file=True)

        def found(_):
            from pyspark import SparkFiles

            return SparkFiles.get(f'{name}.safetensors')

        return found, lambda: None
    with open(path, 'rb') as file:
        value = spark.sparkContext.broadcast(file.read())

    def placed(directory):
        placed_at = f'{directory}/{name}.safetensors'
        with open(placed_at, 'wb') as file:
            file.write(value.value)
        return placed_at

    return placed, value.destroy


def _ship_this(spark):
    """Brings this module to all workers, once a session."""
    if spark.__dict__.setdefault('_has_telltale_spark', False):
        return
    if _is_connect(spark):
        spark.addArtifacts(__file__, pyfile=True)
    else:
        spark.sparkContext.addPyFile(__file__)
    spark._has_telltale_spark = True


def _is_connect(spark):
    return type(spark).__module__.startswith('pyspark.sql.connect')


def _parallelism(spark):
    if _is_connect(spark):
        raise ValueError('With Spark Connect the number of cores is not known. Say shards=.')
    return spark.sparkContext.defaultParallelism


#: Which command each option belongs to; the tokenizer is chosen when words are counted, and in the model afterwards.
_COUNTING = {'tokenizer', 'normalization', 'locale', 'dictionary', 'threads'}
_STARTING = {'dim', 'min_count', 'max_vocabulary', 'seed', 'corpus_name', 'licence'}
_TRAINING = {'window', 'subsample', 'learning_rate', 'min_learning_rate', 'seed', 'dictionary', 'threads', 'kernel'}


def _divide(options):
    unknown = set(options) - _COUNTING - _STARTING - _TRAINING
    if unknown:
        raise ValueError(f'There is no option {", ".join(sorted(unknown))}; there are: {", ".join(sorted(_COUNTING | _STARTING | _TRAINING))}.')
    # A task has one core unless its job says otherwise.
    options = {'threads': 1, **options}
    groups = [{name: value for name, value in options.items() if name in group} for group in (_COUNTING, _STARTING, _TRAINING)]
    groups[2]['progress'] = 'none'
    return groups


def _same_options(path, options):
    if not os.path.exists(path):
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(options, file)
        return
    with open(path, encoding='utf-8') as file:
        before = json.load(file)
    if before != options:
        raise ValueError(f'{os.path.dirname(path)} holds rounds of a training with {before}, not {options}. Give another directory=, or remove it.')


def _copy(source, target):
    shutil.copyfile(source, f'{target}.tmp')
    os.replace(f'{target}.tmp', target)


def _words(command):
    return command.split() if isinstance(command, str) else list(command)


def _flags(options):
    flags = []
    for name, value in options.items():
        flag = f'--{name.replace("_", "-")}'
        if value is True:
            flags.append(flag)
        elif value is not None and value is not False:
            # Each item by a flag of its own, joined with =: after a list there may be texts, and a value may begin with a dash.
            flags += [f'{flag}={one}' for one in (value if isinstance(value, (list, tuple)) else [value])]
    return flags
