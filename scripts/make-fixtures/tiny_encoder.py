"""Makes test/fixtures/encoder: a folder as sentence-transformers writes it, so small that its vectors can be told by eye,
and what Python's tokenizers and onnxruntime make of it.

    pip install onnx==1.23.2 onnxruntime==1.32.0 tokenizers==0.23.3 numpy
    python scripts/make-fixtures/tiny_encoder.py
"""

import json
from pathlib import Path

import numpy
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

folder = Path(__file__).parents[2] / "test/fixtures/encoder"
(folder / "1_Pooling").mkdir(parents=True, exist_ok=True)

# What a text is about: the sky, the sea, cooking, and whatever is said everywhere.
pieces = {
    "[PAD]": (0, 0, 0, 0),
    "[UNK]": (0, 0, 0, 1),
    "[CLS]": (0, 0, 0, 0.5),
    "[SEP]": (0, 0, 0, 0.5),
    "the": (0, 0, 0, 1),
    "of": (0, 0, 0, 1),
    "star": (3, 0, 0, 0),
    "##s": (0.5, 0, 0, 0.5),
    "comet": (2, 0.5, 0, 0),
    "night": (1, 0, 0, 1),
    "sailor": (0, 3, 0, 0),
    "harbour": (0, 2, 0, 0.5),
    "soup": (0, 0, 3, 0),
    "kitchen": (0, 0, 2, 1),
}
vocabulary = {piece: i for i, piece in enumerate(pieces)}
tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
tokenizer.post_processor = processors.TemplateProcessing(
    single="[CLS] $A [SEP]", special_tokens=[("[CLS]", vocabulary["[CLS]"]), ("[SEP]", vocabulary["[SEP]"])]
)
tokenizer.save(str(folder / "tokenizer.json"))

# The vector of a piece is its row, whatever stands around it: exact, and enough to test reading, cutting and pooling.
names = ("input_ids", "attention_mask", "token_type_ids")
graph = helper.make_graph(
    [helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])],
    "tiny",
    [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "sequence"]) for name in names],
    [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "sequence", 4])],
    [numpy_helper.from_array(numpy.array(list(pieces.values()), numpy.float32), "table")],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
onnx.checker.check_model(model)
onnx.save(model, folder / "model.onnx")


def write(name, value):
    (folder / name).write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


write("1_Pooling/config.json", {"word_embedding_dimension": 4, "pooling_mode_cls_token": False, "pooling_mode_mean_tokens": True})
write("sentence_bert_config.json", {"max_seq_length": 8, "do_lower_case": False})
write("tokenizer_config.json", {"tokenizer_class": "BertTokenizer", "do_lower_case": True})

session = onnxruntime.InferenceSession(str(folder / "model.onnx"))
expected = []
for text in ["Stars of the night", "the sailor", "Kitchen soup, unheard of", "harbour"]:
    encoding = tokenizer.encode(text)
    ids = numpy.array([encoding.ids], numpy.int64)
    (states,) = session.run(None, {"input_ids": ids, "attention_mask": numpy.ones_like(ids), "token_type_ids": 0 * ids})
    vector = states[0].mean(0)
    expected.append({"text": text, "ids": encoding.ids, "vector": (vector / numpy.linalg.norm(vector)).tolist()})
write("expected.json", expected)
