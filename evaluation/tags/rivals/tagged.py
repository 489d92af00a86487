"""Reads the sets that evaluation/tags/make-sets.mjs makes, and writes what a rival suggests and how long it takes.

Every rival is called as SCRIPT … LIST LEARN TEXTS: the list of tags, tagged texts to learn from ("-" for none), and the texts to
tag. Standard output gets {"id": …, "tags": […]} of each text, best first; the last line of standard error is
{"learn": …, "seconds": …, "cpu": …, "texts": …}: seconds to learn, then to tag all texts, by the clock and of the processor.
"""

import json
import os
import sys
import time
from pathlib import Path

TOP = 100

# Some libraries print progress on standard output.
output = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)


def read_list(path):
    """The labels, without synonyms: none of the sets has any."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0].strip() for line in lines if line.strip()]


def read_texts(path):
    """[(id, text, tags)], the title before the text where there is one that the text does not begin with."""
    texts = []
    if path == "-":
        return texts
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            record = json.loads(line)
            text, title = record["text"], record.get("title")
            if isinstance(title, str) and not text.startswith(title):
                text = f"{title}\n\n{text}"
            texts.append((str(record.get("id", number)), text, record["tags"]))
    return texts


def language_of(path):
    """By the beginning of the file's name: zh_csl.jsonl."""
    return Path(path).name[:2]


def cut_chinese(text):
    """The words of jieba, joined by blanks."""
    import jieba

    return " ".join(word for word in jieba.cut(text) if word.strip())


def run(learn, suggest, texts):
    """Learns, then tags all texts, as often as REPEAT asks for to time a long run: `suggest` takes the list of them and gives ranked tags for each, in order."""
    texts = texts * int(os.environ.get("REPEAT", "1"))
    started = time.perf_counter()
    learn()
    learned = time.perf_counter()
    cpu = time.process_time()
    found = list(suggest([text for _, text, _ in texts]))
    seconds = {
        "learn": round(learned - started, 3),
        "seconds": round(time.perf_counter() - learned, 3),
        "cpu": round(time.process_time() - cpu, 3),
        "texts": len(texts),
    }
    for (id_, _, _), tags in zip(texts, found, strict=True):
        print(json.dumps({"id": id_, "tags": tags[:TOP]}, ensure_ascii=False), file=output)
    print(json.dumps(seconds), file=sys.stderr)
