#!/bin/sh
# jieba-rs, by @node-rs/jieba 2.0.2, and Python's jieba 0.42.1 have the same dictionary and the same hidden Markov model, and
# cut runs of rare characters otherwise: those of Unicode's extension A (㐀 …), which neither knows, stand together as one word
# in jieba-rs and each alone in Python. Models trained on the one and asked with the other miss such words, of names mostly.
#
# Seen: what both make of four texts. Fails when that changes. Needs Node.js, Python 3 and the package indexes; works in a
# temporary directory.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --ignore-scripts @node-rs/jieba@2.0.2
python3 -m venv venv
venv/bin/pip install -q setuptools==80.9.0 jieba==0.42.1
cat > show.cjs <<'JAVASCRIPT'
const { Jieba } = require('@node-rs/jieba');
const { dict } = require('@node-rs/jieba/dict.js');
const jieba = Jieba.withDict(dict);
for (const text of process.argv.slice(2)) console.log(jieba.cut(text, true).join('|'));
JAVASCRIPT
cat > show.py <<'PYTHON'
import logging, sys
import jieba
jieba.setLogLevel(logging.ERROR)
for text in sys.argv[1:]:
    print('|'.join(jieba.cut(text)))
PYTHON
set -- 他姓㐀㐁住 㐀㐁㐂 他来到网易杭研大厦 我爱北京天安门
node show.cjs "$@" > rust
venv/bin/python show.py "$@" > python
cat > rust.expected <<'TEXT'
他|姓|㐀㐁|住
㐀㐁㐂
他|来到|网易|杭研|大厦
我|爱|北京|天安门
TEXT
cat > python.expected <<'TEXT'
他|姓|㐀|㐁|住
㐀|㐁|㐂
他|来到|网易|杭研|大厦
我|爱|北京|天安门
TEXT
paste rust python
diff rust.expected rust
diff python.expected python
