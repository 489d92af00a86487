# Where the nouns of Korean texts are by Kiwi, a morphological analyser (pip install kiwipiepy==0.24.1), for korean-nouns.mjs,
# in code points:
#
#   python korean-nouns.py DATASET.jsonl… > nouns.jsonl      {"text", "keywords", "nouns": [[start, end]…]}
import json
import sys

from kiwipiepy import Kiwi

# Common nouns, names, and the prefixes and suffixes that make one word with them.
NOUN = {"NNG", "NNP"}
JOINED = {"NNG", "NNP", "XPN", "XSN", "XR"}
# Suffixes of number, which the rules part as particles.
NUMBER = {"들", "씩", "쯤"}

kiwi = Kiwi()
for file in sys.argv[1:]:
    for line in open(file, encoding="utf-8"):
        record = json.loads(line)
        if record.get("lang", "ko") != "ko":
            continue
        runs = []
        for token in kiwi.tokenize(record["text"]):
            if token.tag not in JOINED or token.form in NUMBER:
                continue
            start, end = token.start, token.start + token.len
            if runs and runs[-1][1] == start:
                runs[-1] = [runs[-1][0], end, runs[-1][2] or token.tag in NOUN]
            else:
                runs.append([start, end, token.tag in NOUN])
        nouns = [run[:2] for run in runs if run[2]]
        print(json.dumps({"text": record["text"], "keywords": record.get("keywords"), "nouns": nouns}, ensure_ascii=False))
