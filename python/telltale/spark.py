"""Keywords, tags and training in Spark: what telltale_spark has, by the program that this package carries.

The package must be installed on every machine, with its `telltale` on the PATH; otherwise say command=.
"""

from telltale_spark import extract, tag, train  # type: ignore[import-not-found, unused-ignore]

__all__ = ['extract', 'tag', 'train']
