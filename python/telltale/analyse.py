"""The functions of jieba.analyse by Telltale: `import telltale.analyse as analyse` in place of `import jieba.analyse`.

Keywords are words and phrases, and their weights are scores in nats.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, NamedTuple

from ._api import extract_keywords

__all__ = ['extract_tags', 'set_stop_words', 'textrank', 'tfidf']

#: What others of jieba.analyse there are, and why not here.
_ELSEWHERE = {
    'set_idf_path': 'how frequent words are is known by the model: name another with model=…',
    'TFIDF': 'call tfidf(…)',
    'default_tfidf': 'call tfidf(…)',
    'TextRank': 'call textrank(…)',
    'default_textrank': 'call textrank(…)',
}
_ALL = 1_000_000
_stop_words: list[str] | None = None


class pair(NamedTuple):
    """A keyword with its part-of-speech tag, as in jieba."""

    word: str
    flag: str

    def __str__(self) -> str:
        return f'{self.word}/{self.flag}'


def extract_tags(
    sentence: str | bytes,
    topK: int | None = 20,
    withWeight: bool = False,
    allowPOS: Iterable[str] | None = (),
    withFlag: bool = False,
    **options: Any,
) -> list[Any]:
    """Keywords of a text as jieba.analyse.extract_tags returns them.

    :param sentence: a text; bytes are UTF-8 or, if they are not, GBK
    :param topK: how many at most; None for all
    :param withWeight: pairs of a keyword and its weight instead of keywords
    :param allowPOS: only keywords with these part-of-speech tags of jieba, e.g. ('ns', 'n'); they are those of Chinese
    :param withFlag: with allowPOS, a keyword is an object with `word` and `flag`, as in jieba
    :param options: those of :func:`telltale.extract_keywords`
    """
    if isinstance(sentence, bytes):
        sentence = _decoded(sentence)
    if not isinstance(sentence, str):
        raise TypeError(f'Expected a text, got {type(sentence).__name__}.')
    tags = [allowPOS] if isinstance(allowPOS, str) else list(allowPOS or ())
    if tags:
        options = {'lang': 'zh', 'parts_of_speech': tags, **options}
    if _stop_words is not None:
        options = {'stop_word_list': _stop_words, **options}
    found = extract_keywords(sentence, top_n=topK or _ALL, **options)
    words = [pair(one.keyword, one.tag) if withFlag and tags else one.keyword for one in found]
    return [(word, one.score) for word, one in zip(words, found)] if withWeight else words


def textrank(
    sentence: str | bytes,
    topK: int | None = 20,
    withWeight: bool = False,
    allowPOS: Iterable[str] | None = ('ns', 'n', 'vn', 'v'),
    withFlag: bool = False,
    **options: Any,
) -> list[Any]:
    """As :func:`extract_tags`, by TextRank."""
    return extract_tags(sentence, topK, withWeight, allowPOS, withFlag, **{'method': 'text-rank', **options})


def tfidf(
    sentence: str | bytes,
    topK: int | None = 20,
    withWeight: bool = False,
    allowPOS: Iterable[str] | None = (),
    withFlag: bool = False,
    **options: Any,
) -> list[Any]:
    """As :func:`extract_tags`, by tf-idf."""
    return extract_tags(sentence, topK, withWeight, allowPOS, withFlag, **{'method': 'tf-idf', **options})


def set_stop_words(stop_words_path: str | os.PathLike[str]) -> None:
    """Stop words of all further calls: a file with one per line. They replace the built-in ones."""
    global _stop_words
    with open(stop_words_path, 'rb') as file:
        _stop_words = _decoded(file.read()).split()


def _decoded(text: bytes) -> str:
    try:
        return text.decode('utf-8-sig')
    except UnicodeDecodeError:
        return text.decode('gbk', 'ignore')


def __getattr__(name: str) -> Any:
    hint = f': {_ELSEWHERE[name]}' if name in _ELSEWHERE else ''
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}{hint}')
