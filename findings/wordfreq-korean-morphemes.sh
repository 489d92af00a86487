#!/bin/sh
# wordfreq 3.1.1 counts Korean by morphemes, but leaves together what is written as one syllable: the table has 먹 and 었 and no
# 먹었, yet 커졌, 갔 and 마셨 (stem and past tense in one) are entries of their own. Words as they are written (먹었다, 했다, 갔다) are
# in it nowhere, so that looking up the words of a Korean text finds common verbs to be unknown.
#
# Seen: which forms the largest Korean list has. Fails when that changes. Needs Python 3 and its package index; works in a
# temporary directory.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q wordfreq==3.1.1
cat > show.py <<'PYTHON'
import sys
from wordfreq import get_frequency_dict
table = get_frequency_dict('ko', wordlist='best')
for word in sys.argv[1:]:
    print(word, word in table)
PYTHON
venv/bin/python show.py 먹 었 먹었 먹었다 했다 갔다 커졌 갔 마셨 > seen
cat > expected <<'TEXT'
먹 True
었 True
먹었 False
먹었다 False
했다 False
갔다 False
커졌 True
갔 True
마셨 True
TEXT
diff expected seen
echo "As described: wordfreq 3.1.1 has 커졌 and 갔 whole, and neither 먹었 nor 했다."
