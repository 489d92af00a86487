"""Cuts and tags sentences of a corpus by LAC, to train the Chinese tagger from (see train.mjs).

    python3 scripts/train-chinese-tagger/tag_corpus.py FOLDER > TAGGED.jsonl

FOLDER holds one UTF-8 text file a source, a document a line. A line of TAGGED.jsonl is a sentence with the lengths and
tags of its words. LAC (Baidu, Apache-2.0) is a network of two bidirectional GRU layers and a CRF, whose small version
Debian's python3-jieba holds (jieba/lac_small) for Paddle; here NumPy computes it: 15,000 characters a second.
"""

import json
import os
import random
import re
import struct
import sys

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import jieba  # noqa: E402
import numpy as np  # noqa: E402

LAC = os.path.join(os.path.dirname(jieba.__file__), "lac_small")
HIDDEN = 128
# Million characters of each source, so that names of all kinds are met and no source rules.
SHARES = {
    "xinwenlianbo_2022_2026": 1.2,
    "wikipedia_qa_contexts": 1.5,
    "zhwiki_fragments": 1.0,
    "weibo_hot_search_titles": 0.6,
    "zhihu_hot_question_titles": 0.5,
    "lctt_published": 0.7,
    "huatuo_medical_qa_SYNTHETIC": 0.5,
    "smilechat_dialogues_SYNTHETIC": 0.3,
    "classical_modern_modernside": 0.6,
    "laws_cn": 0.5,
    "lygazette_tw2sp": 0.5,
    "dureader": 0.6,
    "kdconv": 0.6,
    "crosswoz_dialogues": 0.2,
    "howtocook": 0.3,
    "gaokao_bench": 0.6,
    "python_docs_zh": 0.2,
    "tatoeba_cmn": 0.2,
    "commonvoice_zhcn_sentences": 0.4,
}
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
HALF_WIDTH |= {0x3000: 0x20, 0x201C: 0x22, 0x201D: 0x22, 0x2018: 0x27, 0x2019: 0x27}


def parameter(name):
    """A tensor as Paddle 1.x saves it: versions, LoD, a protobuf of type and dims, then float32 values."""
    with open(os.path.join(LAC, "model_baseline", name), "rb") as file:
        data = file.read()
    at = 4
    (levels,) = struct.unpack_from("<Q", data, at)
    at += 8
    for _ in range(levels):
        at += 8 + struct.unpack_from("<Q", data, at)[0]
    (length,) = struct.unpack_from("<i", data, at + 4)
    at += 8
    fields = []
    value = shift = 0
    for byte in data[at : at + length]:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            fields.append(value)
            value = shift = 0
    dims = [value for key, value in zip(fields[::2], fields[1::2]) if key == 0x10]
    return np.frombuffer(data, np.float32, offset=at + length).reshape(dims)


def pairs(name):
    with open(os.path.join(LAC, name), encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line.count("\t") == 1]


WEIGHTS = {name: parameter(name) for name in os.listdir(os.path.join(LAC, "model_baseline"))}
CHARACTERS = {character: int(number) for number, character in pairs("word.dic")}
TAGS = [tag for _, tag in pairs("tag.dic")]


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def gru(inputs, mask, weights, bias, is_reverse):
    batch, steps, _ = inputs.shape
    flat = weights.ravel()
    gates = flat[: 2 * HIDDEN * HIDDEN].reshape(HIDDEN, 2 * HIDDEN)
    candidate = flat[2 * HIDDEN * HIDDEN :].reshape(HIDDEN, HIDDEN)
    state = np.zeros((batch, HIDDEN), np.float32)
    states = np.zeros((batch, steps, HIDDEN), np.float32)
    inputs = inputs + bias
    for t in reversed(range(steps)) if is_reverse else range(steps):
        both = sigmoid(inputs[:, t, : 2 * HIDDEN] + state @ gates)
        update, reset = both[:, :HIDDEN], both[:, HIDDEN:]
        new = np.tanh(inputs[:, t, 2 * HIDDEN :] + (reset * state) @ candidate)
        state = np.where(mask[:, t : t + 1], (1 - update) * state + update * new, state)
        states[:, t] = state
    return states


def emissions(ids, mask):
    values = WEIGHTS["word_emb"][ids]
    for layer in (0, 2):
        both = []
        for k in (layer, layer + 1):
            inputs = values @ WEIGHTS[f"fc_{k}.w_0"] + WEIGHTS[f"fc_{k}.b_0"].ravel()
            both.append(gru(inputs, mask, WEIGHTS[f"gru_{k}.w_0"], WEIGHTS[f"gru_{k}.b_0"].ravel(), k > layer))
        values = np.concatenate(both, 2)
    return values @ WEIGHTS["fc_4.w_0"] + WEIGHTS["fc_4.b_0"].ravel()


def viterbi(scores, lengths):
    start, end, transitions = WEIGHTS["crfw"][0], WEIGHTS["crfw"][1], WEIGHTS["crfw"][2:]
    batch, steps, tags = scores.shape
    total = scores[:, 0] + start
    final = np.where((lengths == 1)[:, None], total, 0)
    back = np.zeros((batch, steps, tags), np.int16)
    for t in range(1, steps):
        both = total[:, :, None] + transitions[None]
        back[:, t] = both.argmax(1)
        total = both.max(1) + scores[:, t]
        final = np.where((lengths == t + 1)[:, None], total, final)
    last = (final + end).argmax(1)
    best = np.zeros((batch, steps), np.int16)
    for i in range(batch):
        tag = last[i]
        for t in range(lengths[i] - 1, -1, -1):
            best[i, t] = tag
            tag = back[i, t, tag]
    return best


def words(sentences):
    """The lengths and tags of the words of each sentence."""
    lengths = np.array([len(sentence) for sentence in sentences])
    ids = np.zeros((len(sentences), lengths.max()), int)
    for i, sentence in enumerate(sentences):
        ids[i, : len(sentence)] = [
            CHARACTERS.get(character, CHARACTERS["OOV"]) for character in sentence.translate(HALF_WIDTH)
        ]
    mask = np.arange(lengths.max())[None] < lengths[:, None]
    for length, labels in zip(lengths, viterbi(emissions(ids, mask), lengths)):
        found = []
        for j in range(length):
            tag = TAGS[labels[j]]
            if j == 0 or tag.endswith("-B") or (tag == "O" and TAGS[labels[j - 1]] != "O"):
                found.append([0, tag.split("-")[0]])
            found[-1][0] += 1
        yield found


def sentences_of(folder, chance):
    for name in sorted(os.listdir(folder)):
        share = next((share for prefix, share in SHARES.items() if name.startswith(prefix)), 0)
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            lines = file.read().split("\n") if share else []
        chance.shuffle(lines)
        characters = 0
        for line in lines:
            if characters > share * 1e6:
                break
            for sentence in re.split(r"(?<=[。！？；])", line):
                sentence = sentence.strip()
                if 4 <= len(sentence) <= 120:
                    characters += len(sentence)
                    yield sentence


def main(folder):
    chance = random.Random(1)
    sentences = list(sentences_of(folder, chance))
    chance.shuffle(sentences)
    for at in range(0, len(sentences), 8192):
        block = sorted(sentences[at : at + 8192], key=len)
        for first in range(0, len(block), 256):
            batch = block[first : first + 256]
            for sentence, found in zip(batch, words(batch)):
                print(json.dumps([sentence, found], ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
