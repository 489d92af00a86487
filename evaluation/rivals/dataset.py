"""Reads a data set as `telltale evaluate` does, and writes predictions for it."""

import json
import sys
from pathlib import Path

TOP = 20


def read(path):
    """[(id, text)], the title before the text where there is one that the text does not begin with."""
    documents = []
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if not line.strip():
                continue
            record = json.loads(line)
            text, title = record["text"], record.get("title")
            if isinstance(title, str) and not text.startswith(title):
                text = f"{title}\n\n{text}"
            documents.append((str(record.get("id", number)), text))
    return documents


def language_of(path):
    """By the beginning of the file's name: zh_csl.jsonl, "halves of en_inspec.jsonl"."""
    return Path(path).name.removeprefix("halves of ")[:2]


def predict(extract, documents):
    """Writes {id, keywords} of every document to standard output."""
    for number, (id_, text) in enumerate(documents):
        print(json.dumps({"id": id_, "keywords": extract(text)[:TOP]}, ensure_ascii=False))
        if number % 100 == 99:
            print(f"{number + 1} documents", file=sys.stderr)
