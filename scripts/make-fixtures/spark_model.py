"""Writes test/fixtures/spark: a Word2VecModel saved by Spark MLlib, and its vectors as Spark itself says them.

    pip install pyspark numpy && python3 scripts/make-fixtures/spark_model.py     (needs Java 17)

Given another folder, it writes there, and leaves the files beside the parts as Spark wrote them.
"""
import json
import pathlib
import sys

from pyspark.ml.feature import Word2Vec
from pyspark.sql import SparkSession

fixtures = pathlib.Path(__file__).resolve().parents[2] / "test/fixtures/spark"
target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else fixtures
spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
sentences = ["太阳 是 恒星 行星 围绕 太阳", "城市 的 房价 是 投资 城市 规划"] * 50
corpus = spark.createDataFrame([(sentence.split(),) for sentence in sentences], ["text"])
model = Word2Vec(vectorSize=4, minCount=1, inputCol="text", outputCol="vector", seed=1).fit(corpus)
model.write().overwrite().save(str(target / "word2vec"))
for file in (target / "word2vec").rglob("*"):
    if target == fixtures and file.name.startswith((".", "_")):
        file.unlink()
vectors = {row.word: [float(x) for x in row.vector] for row in model.getVectors().collect()}
reference = {"sparkVersion": spark.version, "vectors": vectors}
(target / "word2vec.ref.json").write_text(json.dumps(reference, ensure_ascii=False) + "\n", encoding="utf8")
