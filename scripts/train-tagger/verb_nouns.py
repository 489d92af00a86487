"""Prints the base forms that are verbs at least once in eight times: python verb_nouns.py TAGGED.jsonl

packages/core/src/text/verb-nouns.ts has those that wink's dictionary calls nouns, without names of substances and
misspellings.
"""

import collections
import json
import sys

verbs = collections.Counter()
nouns = collections.Counter()
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        for word, tag in json.loads(line)["base"]:
            (nouns if tag == "NN" else verbs)[word] += 1
print(" ".join(sorted(w for w, n in verbs.items() if n >= 2 and n >= 0.12 * (n + nouns[w]))))
