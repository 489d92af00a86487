"""Reads the models of all trained tools into one form: words, counts, input vectors, node vectors, paths.

A path is (nodes, signs): p = Π σ(sign · x·θ).
"""

import struct

import numpy as np


def load(path):
    readers = {"npz": read_gensim, "dump": read_word2vec, "bin": read_fasttext, "safetensors": read_telltale}
    return readers[path.rsplit(".", 1)[1]](path)


def read_gensim(path):
    with np.load(path) as file:
        ends = np.cumsum(file["lengths"])[:-1]
        words = file["words"].tobytes().decode().split("\n")
        paths = list(zip(np.split(file["nodes"], ends), np.split(1 - 2.0 * file["codes"], ends)))
        return words, file["counts"], file["input_vectors"], file["node_vectors"], paths


def read_word2vec(path):
    data = open(path, "rb").read()
    V, D = struct.unpack_from("<qq", data)
    at = 16
    words, counts, paths = [], [], []
    for _ in range(V):
        end = data.index(b"\0", at)
        words.append(data[at:end].decode(errors="replace"))
        count, length = struct.unpack_from("<qb", data, end + 1)
        at = end + 10
        nodes = np.frombuffer(data, "<i4", length, at)
        codes = np.frombuffer(data, np.uint8, length, at + 4 * length)
        at += 5 * length
        counts.append(count)
        paths.append((nodes, 1 - 2.0 * codes))
    x = np.frombuffer(data, "<f4", V * D, at).reshape(V, D)
    theta = np.frombuffer(data, "<f4", (V - 1) * D, at + 4 * V * D).reshape(V - 1, D)
    return words, np.array(counts), x, theta, paths


def read_fasttext(path):
    data = open(path, "rb").read()
    D = struct.unpack_from("<i", data, 8)[0]
    at = 8 + 12 * 4 + 8  # magic, version; twelve integers and one double of arguments
    size, V = struct.unpack_from("<ii", data, at)
    at += 3 * 4 + 2 * 8
    words, counts = [], []
    for _ in range(size):
        end = data.index(b"\0", at)
        words.append(data[at:end].decode(errors="replace"))
        counts.append(struct.unpack_from("<q", data, end + 1)[0])
        at = end + 10
    at += 1 + 16  # not quantised, rows, columns
    x = np.frombuffer(data, "<f4", V * D, at).reshape(V, D)
    theta = np.frombuffer(data, "<f4", V * D, at + 4 * V * D + 1 + 16).reshape(V, D)
    return words, np.array(counts), x, theta[: V - 1], fasttext_paths(counts)


def fasttext_paths(counts):
    """The tree of fastText, which its files do not hold; there code 1, not 0, is the positive label."""
    V = len(counts)
    weight = list(counts) + [10**15] * (V - 1)
    parent, sign = [-1] * (2 * V - 1), [-1.0] * (2 * V - 1)
    leaf, node = V - 1, V
    for i in range(V, 2 * V - 1):
        joined = 0
        for side in (-1.0, 1.0):
            if leaf >= 0 and weight[leaf] < weight[node]:
                child, leaf = leaf, leaf - 1
            else:
                child, node = node, node + 1
            parent[child], sign[child] = i, side
            joined += weight[child]
        weight[i] = joined
    return [walk(word, parent, sign, V) for word in range(V)]


def read_telltale(path):
    from safetensors import safe_open

    with safe_open(path, "numpy") as file:
        tensor = file.get_tensor
        offsets, text = tensor("word_offsets"), tensor("word_bytes").tobytes()
        words = [text[a:b].decode() for a, b in zip(offsets, offsets[1:])]
        V = len(words)
        parents = [-1 if p < 0 else p + V for p in tensor("tree_parents").tolist()]
        signs = (1 - 2.0 * tensor("tree_codes")).tolist()
        paths = [walk(word, parents, signs, V) for word in range(V)]
        return words, tensor("counts"), tensor("input_vectors"), tensor("node_vectors"), paths


def walk(node, parent, sign, V):
    nodes, signs = [], []
    while parent[node] >= 0:
        nodes.append(parent[node] - V)
        signs.append(sign[node])
        node = parent[node]
    return np.array(nodes, int), np.array(signs)
