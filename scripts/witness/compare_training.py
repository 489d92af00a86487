"""Trains on one corpus with real gensim and with telltale under the same options, and compares held-out log p.

Every hundredth document is kept out. Both models are measured on the same pairs of those documents, drawn once as
training draws them (subsampling, reduced windows), by exact log-sigmoid in double precision. Several seeds show the
noise. Documents are shuffled first: gensim reads them in order, and what it reads last weighs most (--in-order shows
it). The corpus is segmented text, a document a line:

    /usr/bin/python3 scripts/witness/compare_training.py corpus.txt --seeds 3 --kernel typescript
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from gensim.models import Word2Vec
from safetensors import safe_open

TELLTALE = Path(__file__).resolve().parents[2] / "dist" / "cli" / "main.js"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--dim", type=int, default=100)
    parser.add_argument("--window", type=int, default=5)
    parser.add_argument("--min-count", type=int, default=5)
    parser.add_argument("--subsample", type=float, default=1e-3)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--pairs", type=int, default=200_000)
    parser.add_argument("--kernel", nargs="*", default=["typescript"])
    parser.add_argument("--in-order", action="store_true", help="leave the documents in the corpus' order")
    args = parser.parse_args()

    lines = Path(args.corpus).read_text(encoding="utf-8").splitlines()
    if not args.in_order:
        random.Random(1).shuffle(lines)
    held_out = [line.split() for line in lines[::100]]
    training = [line for i, line in enumerate(lines) if i % 100]
    tokens = sum(len(line.split()) for line in training)
    print(f"{len(training)} documents, {tokens} tokens; {len(held_out)} held out. {vars(args)}")

    with tempfile.TemporaryDirectory() as directory:
        corpus = Path(directory) / "corpus.txt"
        corpus.write_text("\n".join(training) + "\n", encoding="utf-8")
        results = {"gensim": [train_gensim(corpus, args, seed, held_out) for seed in range(1, args.seeds + 1)]}
        for kernel in args.kernel:
            results[f"telltale {kernel}"] = [
                train_telltale(corpus, directory, args, kernel, seed, held_out) for seed in range(1, args.seeds + 1)
            ]
    print(f"{'':24} {'mean log p':>11} {'sd':>8}  each seed")
    for name, values in results.items():
        each = " ".join(f"{value:.4f}" for value in values)
        print(f"{name:24} {np.mean(values):11.4f} {np.std(values, ddof=1) if len(values) > 1 else 0:8.4f}  {each}")
    reference = np.mean(results["gensim"])
    for name, values in results.items():
        if name != "gensim":
            print(f"{name} − gensim: {np.mean(values) - reference:+.4f} nats per pair")


def train_gensim(corpus, args, seed, held_out):
    start = time.time()
    model = Word2Vec(
        corpus_file=str(corpus), vector_size=args.dim, window=args.window, min_count=args.min_count,
        sample=args.subsample, sg=1, hs=1, negative=0, epochs=args.epochs, seed=seed, workers=1,
    )
    print(f"gensim seed {seed}: {time.time() - start:.1f} s", file=sys.stderr)
    words = model.wv.index_to_key
    counts = np.array([model.wv.get_vecattr(word, "count") for word in words])
    paths = [(model.wv.get_vecattr(w, "point"), model.wv.get_vecattr(w, "code")) for w in words]
    return held_out_log_probability(words, counts, model.wv.vectors, model.syn1, paths, held_out, args)


def train_telltale(corpus, directory, args, kernel, seed, held_out):
    output = Path(directory) / "model.safetensors"
    start = time.time()
    subprocess.run(
        ["node", TELLTALE, "train", corpus, "-o", output, "--tokenizer", "whitespace", "--normalization", "none",
         "--dim", str(args.dim), "--window", str(args.window), "--min-count", str(args.min_count),
         "--subsample", str(args.subsample), "--epochs", str(args.epochs), "--seed", str(seed), "--held-out", "0",
         "--threads", "1", "--kernel", kernel, "--progress", "none"],
        check=True,
    )
    print(f"telltale {kernel} seed {seed}: {time.time() - start:.1f} s", file=sys.stderr)
    with safe_open(output, "numpy") as file:
        tensor = file.get_tensor
        offsets, text = tensor("word_offsets"), tensor("word_bytes").tobytes()
        words = [text[a:b].decode() for a, b in zip(offsets, offsets[1:])]
        paths = paths_from_parents(tensor("tree_parents"), tensor("tree_codes"))
        return held_out_log_probability(
            words, tensor("counts"), tensor("input_vectors"), tensor("node_vectors"), paths, held_out, args
        )


def paths_from_parents(parents, codes):
    V = (len(parents) + 1) // 2
    paths = []
    for word in range(V):
        nodes, bits, node = [], [], word
        while parents[node] >= 0:
            nodes.append(parents[node])
            bits.append(codes[node])
            node = V + parents[node]
        paths.append((np.array(nodes), np.array(bits)))
    return paths


def held_out_log_probability(words, counts, input_vectors, node_vectors, paths, held_out, args):
    index = {word: i for i, word in enumerate(words)}
    # Words that only one of the tools keeps (ties at the vocabulary's edge) would shift the pairs; there are none with
    # the same min count.
    keep = np.minimum(1, np.sqrt(args.subsample * counts.sum() / counts) + args.subsample * counts.sum() / counts)
    rng = np.random.default_rng(12345)
    contexts, centres = [], []
    for document in held_out:
        ids = [index[word] for word in document if word in index]
        ids = [i for i in ids if rng.random() < keep[i]]
        for place, centre in enumerate(ids):
            reach = rng.integers(1, args.window + 1)
            for other in range(max(0, place - reach), min(len(ids), place + reach + 1)):
                if other != place:
                    contexts.append(ids[other])
                    centres.append(centre)
        if len(contexts) >= args.pairs:
            break
    total = 0.0
    order = np.argsort(centres, kind="stable")
    contexts, centres = np.array(contexts)[order], np.array(centres)[order]
    for word in np.unique(centres):
        nodes, bits = paths[word]
        x = input_vectors[contexts[centres == word]].astype(np.float64)
        dots = x @ node_vectors[nodes].astype(np.float64).T
        total -= np.logaddexp(0, np.where(bits == 0, -dots, dots)).sum()
    return total / len(centres)


if __name__ == "__main__":
    main()
