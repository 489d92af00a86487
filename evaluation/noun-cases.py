"""How many Russian keywords of one noun are in an oblique case, and of how many of them the text has the nominative.

    pip install pymorphy3==2.0.6
    telltale extract --file evaluation/own/ru_own.jsonl --lang ru --top-n 10 --format jsonl | python evaluation/noun-cases.py evaluation/own/ru_own.jsonl
"""

import json
import re
import sys

import pymorphy3

analyzer = pymorphy3.MorphAnalyzer()


def nouns(word):
    return [parse for parse in analyzer.parse(word.lower()) if parse.tag.POS == "NOUN"]


texts = [json.loads(line)["text"] for line in open(sys.argv[1])]
single, oblique, mended = 0, [], []
for text, line in zip(texts, sys.stdin, strict=True):
    nominatives = {
        parse.normal_form for word in re.findall(r"\w+", text) for parse in nouns(word) if parse.tag.case == "nomn"
    }
    for keyword in json.loads(line)["keywords"]:
        parses = nouns(keyword["text"]) if re.fullmatch("[а-яё]+", keyword["text"].lower()) else []
        if not parses:
            continue
        single += 1
        if any(parse.tag.case == "nomn" for parse in parses):
            continue
        oblique.append(keyword["text"])
        if nominatives & {parse.normal_form for parse in parses}:
            mended.append(keyword["text"])
print(single, "keywords of one noun,", len(oblique), f"oblique ({100 * len(oblique) / single:.1f} %)")
print(len(mended), "of them have a nominative in their text:", *mended)
