"""Telltale: the words that give a text away.

    import telltale

    telltale.extract_keywords('太阳是一颗恒星')
    telltale.tag('太阳是一颗恒星', ['astronomy', '恒星'])
    telltale.explain('太阳是一颗恒星')

One process of Node.js does the work for as long as Python runs. See docs/python.md.
"""

from __future__ import annotations

import sys as _sys

from . import analyse
from ._api import aexplain, aextract_keywords, atag, close, explain, extract_keywords, tag
from ._errors import TelltaleError
from ._results import Explanation, Keyword, Tag
from .keybert import KeywordExtractor

__all__ = [
    'Explanation',
    'Keyword',
    'KeywordExtractor',
    'Tag',
    'TelltaleError',
    'aexplain',
    'aextract_keywords',
    'analyse',
    'atag',
    'close',
    'explain',
    'extract_keywords',
    'tag',
]


def __getattr__(name: str) -> str:
    if name != '__version__':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    # Only who asks pays for reading the metadata of what is installed.
    from importlib.metadata import version

    return version('telltale')


# Who has pandas at hand gets its accessor; importing it takes a while, so that nobody else does.
if 'pandas' in _sys.modules:
    from . import pandas as _pandas  # noqa: F401
