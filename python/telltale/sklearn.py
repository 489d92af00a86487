"""Texts as vectors of their keywords, for scikit-learn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from ._api import extract_keywords

__all__ = ['KeywordVectorizer']


class KeywordVectorizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """As TfidfVectorizer, but of the keywords of each text: rows of length 1 with a column for each keyword that was seen.

    :param top_n: keywords of a text
    :param weighting: 'score' (lifted above 0 where some are below), 'count' (occurrences) or 'binary'
    :param min_df: keywords of fewer texts have no column: a number of texts, or as a float a share of them
    :param max_features: only so many columns, those of the keywords of most texts; None for all
    :param lowercase: whether keywords that differ in capitals alone are one
    :param options: further options of :func:`telltale.extract_keywords`, a dictionary
    """

    def __init__(
        self,
        *,
        top_n: int = 10,
        weighting: str = 'score',
        min_df: float = 1,
        max_features: int | None = None,
        lowercase: bool = True,
        options: dict[str, Any] | None = None,
    ) -> None:
        self.top_n = top_n
        self.weighting = weighting
        self.min_df = min_df
        self.max_features = max_features
        self.lowercase = lowercase
        self.options = options

    def fit(self, raw_documents: Iterable[str], y: Any = None) -> KeywordVectorizer:
        """Learns which keywords there are."""
        self._learn(self._weights(raw_documents))
        return self

    def fit_transform(self, raw_documents: Iterable[str], y: Any = None) -> csr_matrix:
        """Learns which keywords there are, and gives the vectors of the same texts."""
        weights = self._weights(raw_documents)
        self._learn(weights)
        return self._matrix(weights)

    def transform(self, raw_documents: Iterable[str]) -> csr_matrix:
        """The vectors of texts, (texts, keywords)."""
        check_is_fitted(self, 'vocabulary_')
        return self._matrix(self._weights(raw_documents))

    def get_feature_names_out(self, input_features: Any = None) -> np.ndarray[Any, Any]:
        """The keywords, in the order of the columns."""
        check_is_fitted(self, 'vocabulary_')
        return np.array(sorted(self.vocabulary_, key=self.vocabulary_.__getitem__), dtype=object)

    def _weights(self, raw_documents: Iterable[str]) -> list[dict[str, float]]:
        if isinstance(raw_documents, str):
            raise ValueError('Expected a list of texts, got a string.')
        if self.weighting not in ('score', 'count', 'binary'):
            raise ValueError(f"weighting must be 'score', 'count' or 'binary', got {self.weighting!r}.")
        rows = []
        for found in extract_keywords(raw_documents, top_n=self.top_n, **(self.options or {})):
            keywords = found or []  # A missing text has none.
            row: dict[str, float] = {}
            lowest = min((one.score for one in keywords), default=0.0)
            for one in keywords:
                name = one.keyword.lower() if self.lowercase else one.keyword
                # The last keyword counts for something, too.
                score = one.score if lowest > 0 else one.score - lowest + 1.0
                value = {'score': score, 'count': float(one.count), 'binary': 1.0}[self.weighting]
                row[name] = max(row.get(name, 0.0), value)
            rows.append(row)
        return rows

    def _learn(self, weights: list[dict[str, float]]) -> None:
        if self.max_features is not None and self.max_features < 1:
            raise ValueError(f'max_features must be 1 or more, or None, got {self.max_features!r}.')
        texts = Counter(name for row in weights for name in row)
        least = self.min_df * len(weights) if isinstance(self.min_df, float) else self.min_df
        kept = [name for name, count in texts.most_common() if count >= least]
        if not kept:
            raise ValueError('No keyword was found in these texts, or none in min_df of them.')
        self.vocabulary_ = {name: column for column, name in enumerate(sorted(kept[: self.max_features]))}

    def _matrix(self, weights: list[dict[str, float]]) -> csr_matrix:
        starts, columns, values = [0], [], []
        for row in weights:
            known = sorted((self.vocabulary_[name], value) for name, value in row.items() if name in self.vocabulary_)
            length = sum(value * value for _, value in known) ** 0.5
            columns += [column for column, _ in known]
            values += [value / length for _, value in known]
            starts.append(len(columns))
        return csr_matrix((values, columns, starts), shape=(len(weights), len(self.vocabulary_)), dtype=np.float64)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags

    def _more_tags(self) -> dict[str, Any]:
        return {'X_types': ['string']}
