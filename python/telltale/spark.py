"""Keywords, tags and training in Spark: what telltale_spark has, by the program that this package carries.

The package must be installed on every machine, with its `telltale` on the PATH; otherwise say command=.
"""

try:
    from telltale_spark import extract, tag, train
except ModuleNotFoundError as error:
    if error.name is None or error.name.split('.')[0] != 'pyspark':
        raise
    raise ModuleNotFoundError(
        'telltale.spark needs PySpark 3.5 or later, which is not installed. Run: pip install pyspark', name='pyspark'
    ) from error

__all__ = ['extract', 'tag', 'train']
