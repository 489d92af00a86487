"""How many texts a second Python gets beside the command itself: python bench/python.py TEXTS.jsonl [ROUNDS].

Needs telltale and pandas: the texts are a column. Both work on the same texts with all cores, in turn; prints wall time and
processor time of each, and the ratio of their rates.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time

import pandas as pd

import telltale
import telltale.pandas
from telltale._command import command


def measured(work):
    """Wall and processor seconds of a function and of the processes that it starts and ends."""
    of = [resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN]
    before = sum(sum(resource.getrusage(who)[:2]) for who in of)
    start = time.perf_counter()
    work()
    wall = time.perf_counter() - start
    return wall, sum(sum(resource.getrusage(who)[:2]) for who in of) - before


def main():
    """Prints a row for each round."""
    with open(sys.argv[1], encoding='utf-8') as file:
        texts = [json.loads(line)['text'] for line in file]
    texts = (texts * (10_000 // len(texts) + 1))[:10_000]
    column = pd.Series(texts)
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
        file.writelines(json.dumps({'text': text}) + '\n' for text in texts)
        file.flush()
        line = [*command(), 'extract', '--file', file.name, '--format', 'jsonl']

        def by_command():
            subprocess.run(line, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        def by_python():
            column.telltale.keywords()
            telltale.close()

        for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 3):
            (wall, cpu), (wall_python, cpu_python) = measured(by_command), measured(by_python)
            print(f'command {wall:.1f} s, {cpu:.1f} s of CPU; Python {wall_python:.1f} s, {cpu_python:.1f} s of CPU;', end=' ')
            print(f'rate {wall / wall_python:.2f}, by CPU {cpu / cpu_python:.2f}', flush=True)


if __name__ == '__main__':
    main()
