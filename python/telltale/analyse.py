"""The functions of jieba.analyse by Telltale: `import telltale.analyse as analyse` in place of `import jieba.analyse`.

Keywords are words and phrases, and their weights are scores in nats.
"""

from __future__ import annotations

import os
from collections import namedtuple
from collections.abc import Iterable
from typing import Any

from ._api import extract_keywords

__all__ = ['extract_tags', 'set_stop_words', 'textrank', 'tfidf']

_pair = namedtuple('_pair', ['word', 'flag'])
_ALL = 1_000_000
_stop_words: list[str] | None = None


def extract_tags(
    sentence: str,
    topK: int | None = 20,
    withWeight: bool = False,
    allowPOS: Iterable[str] = (),
    withFlag: bool = False,
    **options: Any,
) -> list[Any]:
    """Keywords of a text as jieba.analyse.extract_tags returns them.

    :param topK: how many at most; None for all
    :param withWeight: pairs of a keyword and its weight instead of keywords
    :param allowPOS: only keywords with these part-of-speech tags of jieba, e.g. ('ns', 'n'); they are those of Chinese
    :param withFlag: with allowPOS, a keyword is an object with `word` and `flag`, as in jieba
    :param options: those of :func:`telltale.extract_keywords`
    """
    tags = list(allowPOS)
    if tags:
        options = {'lang': 'zh', 'parts_of_speech': tags, **options}
    if _stop_words is not None:
        options = {'stop_word_list': _stop_words, **options}
    found = extract_keywords(sentence, top_n=topK or _ALL, **options)
    words = [_pair(one.keyword, one.tag) if withFlag and tags else one.keyword for one in found]
    return [(word, one.score) for word, one in zip(words, found)] if withWeight else words


def textrank(
    sentence: str,
    topK: int | None = 20,
    withWeight: bool = False,
    allowPOS: Iterable[str] = ('ns', 'n', 'vn', 'v'),
    withFlag: bool = False,
    **options: Any,
) -> list[Any]:
    """As :func:`extract_tags`, by TextRank."""
    return extract_tags(sentence, topK, withWeight, allowPOS, withFlag, **{'method': 'text-rank', **options})


def tfidf(
    sentence: str,
    topK: int | None = 20,
    withWeight: bool = False,
    allowPOS: Iterable[str] = (),
    withFlag: bool = False,
    **options: Any,
) -> list[Any]:
    """As :func:`extract_tags`, by tf-idf."""
    return extract_tags(sentence, topK, withWeight, allowPOS, withFlag, **{'method': 'tf-idf', **options})


def set_stop_words(stop_words_path: str | os.PathLike[str]) -> None:
    """Stop words of all further calls: a file with one a line. They replace the built-in ones."""
    global _stop_words
    with open(stop_words_path, encoding='utf-8') as file:
        _stop_words = file.read().split()
