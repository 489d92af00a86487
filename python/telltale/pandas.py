"""Keywords of a column: `import telltale.pandas`, then `df['text'].telltale.keywords()`."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ._api import TagList, extract_keywords, tag

__all__ = ['TelltaleAccessor']


@pd.api.extensions.register_series_accessor('telltale')
class TelltaleAccessor:
    """What Telltale finds in a Series of texts. A missing text has None; with on_error='return' a number has an error."""

    def __init__(self, series: pd.Series) -> None:
        self._series = series

    def keywords(self, **options: Any) -> pd.Series:
        """A Series of lists of keywords; options as :func:`telltale.extract_keywords`."""
        return self._series_of(extract_keywords(self._series, **options), 'keywords')

    def tags(self, tags: TagList, **options: Any) -> pd.Series:
        """A Series of lists of tags from a list; options as :func:`telltale.tag`."""
        return self._series_of(tag(self._series, tags, **options), 'tags')

    def _series_of(self, found: list[Any], name: str) -> pd.Series:
        return pd.Series(found, index=self._series.index, name=name, dtype=object)
