#!/bin/sh
# PySpark 4.0.1, RDD.pipe: a program started from Python sees none of the executor's environment, not even PATH; the same method
# of the Java RDD, in the same session, adds to the environment. Both describe their parameter `env` as "environment variables
# to set". So rdd.pipe("tool") finds only what the default path of the system has (/bin:/usr/bin), whatever PATH says, where the
# same line in Scala or Java runs. rdd.pipe("tool", env=dict(os.environ)) passes the driver's environment.
#
# Seen: what the program `env` prints of a variable that the driver and its one local executor have. Fails when that changes.
# Needs Python 3.9 – 3.13, Java 17 or later and the package index (about 450 MB); works in a temporary directory.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q setuptools wheel
"$work/venv/bin/pip" install -q pyspark==4.0.1
cat > "$work/show.py" <<'PYTHON'
import os

os.environ['SHOWN'] = 'yes'
from pyspark import SparkContext

context = SparkContext('local[1]', 'pipe')
context.setLogLevel('ERROR')


def seen(lines):
    return sorted({line.split('=')[0] for line in lines} & {'PATH', 'SHOWN'})


words = context._jvm.java.util.ArrayList()
words.add('word')
found = {
    'Java': seen(context._jsc.parallelize(words).pipe('/usr/bin/env').collect()),
    'Python': seen(context.parallelize(['word'], 1).pipe('/usr/bin/env').collect()),
    'Python, env given': seen(context.parallelize(['word'], 1).pipe('/usr/bin/env', env=dict(os.environ)).collect()),
}
for api, names in found.items():
    print(f'{api}: {", ".join(names) or "neither PATH nor SHOWN"}')
assert found == {'Java': ['PATH', 'SHOWN'], 'Python': [], 'Python, env given': ['PATH', 'SHOWN']}, 'this has changed'
PYTHON
PYSPARK_PYTHON="$work/venv/bin/python" "$work/venv/bin/python" "$work/show.py" 2>"$work/log" || { cat "$work/log"; exit 1; }
