"""A BERT with weights in bytes as an ONNX file that onnxruntime computes in whole numbers.

The numbers that a matrix is multiplied by become bytes, too: each row of them, that is each piece of a text, by its own largest
one, so that a vector does not depend on what is computed beside it. There is no mask: texts are never filled up
(batchesOf in packages/core/src/encoder/onnx-encoder.ts).
"""

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

# Operators beyond ONNX's own, which all builds of onnxruntime have.
RUNTIME = "com.microsoft"


def in_bytes(matrix):
    """The rows of a matrix as bytes, and what to multiply each with."""
    scale = numpy.maximum(numpy.abs(matrix).max(axis=1), 1e-8).astype(numpy.float32) / 127
    return numpy.rint(matrix / scale[:, None]).astype(numpy.int8), scale


def network(name, words, places, first, layers, heads, epsilon) -> bytes:
    """The network of the vectors of pieces.

    words: bytes (pieces, hidden), and a scale for each piece; places: floats (longest, hidden); first and the "norms" of a
    layer: weights and biases of a layer normalization; the other parts of a layer, "query", "key", "value", "out", "wide" and
    "narrow": bytes (input, output), with a scale and a bias for each output.
    """
    nodes, weights = [], []

    def constant(called, value):
        weights.append(numpy_helper.from_array(numpy.ascontiguousarray(value), called))
        return called

    def node(op, inputs, output, **attributes):
        nodes.append(helper.make_node(op, inputs, [output], **attributes))
        return output

    def dense(x, at, values, scale, bias):
        largest = node("ReduceMax", [node("Abs", [x], f"{at}.abs")], f"{at}.largest", axes=[-1], keepdims=1)
        x = node("QuantizeLinear", [node("Div", [x, largest], f"{at}.share"), step, middle], f"{at}.bytes")
        matrix = [constant(f"{at}.w", values), step, constant(f"{at}.s", scale), middle]
        x = node("MatMulIntegerToFloat", [x, *matrix], f"{at}.product", domain=RUNTIME)
        return node("Add", [node("Mul", [x, largest], f"{at}.scaled"), constant(f"{at}.b", bias)], f"{at}.y")

    def norm(x, at, weight, bias, output=None):
        parts = [constant(f"{at}.w", weight), constant(f"{at}.b", bias)]
        return node("LayerNormalization", [x, *parts], output or f"{at}.y", axis=-1, epsilon=epsilon)

    hidden = places.shape[1]
    step, middle = constant("step", numpy.float32(1 / 127)), constant("middle", numpy.uint8(128))
    zero = constant("zero", numpy.array([0], numpy.int64))
    thirds = constant("thirds", numpy.array([hidden] * 3, numpy.int64))
    values, scale = words
    looked_up = node("Cast", [node("Gather", [constant("words", values), "input_ids"], "word.q")], "word.f", to=TensorProto.FLOAT)
    scaled = node("Mul", [looked_up, node("Gather", [constant("word.scales", scale[:, None]), "input_ids"], "word.s")], "word")
    # The places up to the length of the text: a Slice, for a Gather over a Range breaks in onnxruntime 1.32.
    length = node("Shape", ["input_ids"], "length", start=1, end=2)
    place = node("Slice", [constant("places", places), zero, length, zero], "place")
    x = norm(node("Add", [scaled, place], "placed"), "first", *first)
    for l, layer in enumerate(layers):
        at = f"l{l}"
        # Query, key and value in one product: what they read becomes bytes once.
        joined = [numpy.concatenate(parts, axis=-1) for parts in zip(layer["query"], layer["key"], layer["value"])]
        three = [f"{at}.{part}" for part in ("query", "key", "value")]
        nodes.append(helper.make_node("Split", [dense(x, f"{at}.three", *joined), thirds], three, axis=-1))
        seen = node("MultiHeadAttention", three, f"{at}.seen", domain=RUNTIME, num_heads=heads)
        out = dense(seen, f"{at}.out", *layer["out"])
        x = norm(node("Add", [x, out], f"{at}.sum"), f"{at}.norm", *layer["norms"][0])
        wide = node("Gelu", [dense(x, f"{at}.wide", *layer["wide"])], f"{at}.gelu", domain=RUNTIME)
        out = dense(wide, f"{at}.narrow", *layer["narrow"])
        output = "last_hidden_state" if layer is layers[-1] else None
        x = norm(node("Add", [x, out], f"{at}.sum2"), f"{at}.norm2", *layer["norms"][1], output)

    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "sequence"])
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "sequence", hidden])
    graph = helper.make_graph(nodes, name, [ids], [output], weights)
    domains = [helper.make_opsetid("", 17), helper.make_opsetid(RUNTIME, 1)]
    model = helper.make_model(graph, opset_imports=domains, ir_version=8)
    onnx.checker.check_model(model)
    return model.SerializeToString()
