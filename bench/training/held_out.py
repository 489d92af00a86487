"""Mean log p per pair of several models on the same pairs of held-out documents, by exact log-sigmoid in f64.

    held_out.py DOCUMENTS WINDOW SUBSAMPLE MODEL…

Pairs are drawn once, as training draws them (subsampling by the counts of the first model, reduced windows), at most
a million. Prints one line of JSON: nats per pair, in the order of the models.
"""

import json
import sys

import numpy as np

from models import load

PAIRS = 1_000_000


def main(documents, window, subsample, *paths):
    pairs = None
    results = []
    for path in paths:
        words, counts, x, theta, tree = load(path)
        index = {word: i for i, word in enumerate(words)}
        if pairs is None:
            pairs = draw_pairs(documents, dict(zip(words, counts)), int(window), float(subsample))
        results.append(mean_log_p(pairs, index, x, theta, tree))
    print(json.dumps(results))


def draw_pairs(path, counts, window, subsample):
    total = sum(counts.values())
    rng = np.random.default_rng(12345)
    pairs = []
    for line in open(path, encoding="utf-8"):
        kept = [word for word in line.split() if word in counts and keep(counts[word] / total, subsample) > rng.random()]
        for place, centre in enumerate(kept):
            reach = rng.integers(1, window + 1)
            for other in range(max(0, place - reach), min(len(kept), place + reach + 1)):
                if other != place:
                    pairs.append((kept[other], centre))
        if len(pairs) >= PAIRS:
            break
    return pairs


def keep(share, subsample):
    return np.sqrt(subsample / share) + subsample / share if subsample else 1.0 + 1e-9


def mean_log_p(pairs, index, x, theta, tree):
    contexts = np.array([index[context] for context, _ in pairs])
    centres = np.array([index[centre] for _, centre in pairs])
    order = np.argsort(centres, kind="stable")
    contexts, centres = contexts[order], centres[order]
    starts = np.flatnonzero(np.diff(centres, prepend=-1))
    total = 0.0
    for start, end in zip(starts, [*starts[1:], len(centres)]):
        nodes, signs = tree[centres[start]]
        dots = x[contexts[start:end]].astype(np.float64) @ theta[nodes].astype(np.float64).T
        total -= np.logaddexp(0, -signs * dots).sum()
    return total / len(pairs)


if __name__ == "__main__":
    main(*sys.argv[1:])
