"""Keywords by the conventions of KeyBERT."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from ._api import extract_keywords

__all__ = ['KeywordExtractor']


class KeywordExtractor:
    """In the place of `KeyBERT`: `KeywordExtractor().extract_keywords(docs, top_n=5)` gives pairs (keyword, score).

    :param model: a model of Telltale; the default has one for each language. Encoders of sentences, as KeyBERT has them, it
        does not take
    :param options: of every call, those of :func:`telltale.extract_keywords`, e.g. lang='en'
    """

    def __init__(self, model: str | os.PathLike[str] | None = None, **options: Any) -> None:
        if model is not None:
            if not isinstance(model, (str, os.PathLike)):
                kind = type(model).__name__
                raise TypeError(f'Expected the name or the file of a Telltale model, got {kind}. Leave it out for the default.')
            options['model'] = os.fspath(model)
        self.options = options

    def extract_keywords(
        self,
        docs: str | Iterable[str],
        candidates: Iterable[str] | None = None,
        keyphrase_ngram_range: tuple[int, int] | None = None,
        stop_words: str | Iterable[str] | None = 'auto',
        top_n: int = 5,
        min_df: int = 1,
        use_maxsum: bool = False,
        use_mmr: bool = True,
        diversity: float | None = None,
        nr_candidates: int | None = None,
        **options: Any,
    ) -> Any:
        """Keywords of a text, or a list of them for each of many texts; each a pair (keyword, score) with more about it.

        :param candidates: only these terms may be keywords, if the text has them
        :param keyphrase_ngram_range: (1, n): phrases of at most n words; shorter ones cannot be left out
        :param stop_words: a list of your own; 'auto' or the name of a language: those of the text's language; None: no
            stop words
        :param min_df: 1: the keywords of a text need not be in others
        :param use_maxsum: choose the keywords that together explain the text best (select='cover')
        :param use_mmr: pass over what repeats a better keyword (select='distinct'); False: the best scores (select='top')
        :param diversity: 0 is use_mmr=False; any other value leaves it to the penalty for repetition, which has no size
        :param nr_candidates: makes no difference, for all candidates are compared
        """
        given: dict[str, Any] = {'top_n': top_n}
        if candidates is not None:
            given['candidates'] = list(candidates)
        if min_df != 1:
            raise ValueError(f'min_df must be 1, got {min_df!r}: each text is judged by itself.')
        if keyphrase_ngram_range is not None:
            least, most = keyphrase_ngram_range
            if least != 1:
                raise ValueError(f'keyphrase_ngram_range must begin with 1, got {keyphrase_ngram_range!r}.')
            given['max_phrase_length'] = most
        if stop_words is None:
            given['stop_words'] = 'none'
        elif not isinstance(stop_words, str):
            given['stop_word_list'] = list(stop_words)
        if use_maxsum:
            given['select'] = 'cover'
        elif not use_mmr or diversity == 0:
            given['select'] = 'top'
        return extract_keywords(docs, **{**self.options, **given, **options})
