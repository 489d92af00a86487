"""What the fixture makers share: a small corpus of our own making, and the reference for p(output | input)."""

import json
import random

import numpy as np

TOPICS = {
    'tea': 'tea leaf water cup kettle 茶 水 杯 steep'.split(),
    'sea': 'sea ship sail wave harbour 海 船 浪 anchor'.split(),
    'law': 'law court judge appeal verdict 法 庭 案 constructor'.split(),
}
COMMON = 'the of and 的 naïve'.split()


def corpus(seed=1, sentences=400):
    """Sentences of a topic's words with common ones among them."""
    rng = random.Random(seed)
    result = []
    for _ in range(sentences):
        words = TOPICS[rng.choice(sorted(TOPICS))]
        sentence = [rng.choice(words) for _ in range(8)] + [rng.choice(COMMON) for _ in range(4)]
        rng.shuffle(sentence)
        result.append(sentence)
    return result


def log_probability(x, thetas, code):
    """-sum log(1 + exp(-s x.theta)), s = +1 where the code bit is 0, in double precision."""
    dots = np.asarray(thetas, dtype=np.float64) @ np.asarray(x, dtype=np.float64)
    return float(-np.sum(np.logaddexp(0, -(1.0 - 2.0 * np.asarray(code, dtype=np.float64)) * dots)))


def write_reference(path, words, counts, codes, points, vectors, nodes):
    """Words by index, and log p(every 3rd word | every word)."""
    triples = [
        [words[i], words[k], log_probability(vectors[i], nodes[np.asarray(points[k])], codes[k])]
        for i in range(len(words))
        for k in range(i % 3, len(words), 3)
    ]
    reference = {
        'words': list(words),
        'counts': [int(c) for c in counts],
        'codes': [[int(c) for c in code] for code in codes],
        'points': [[int(p) for p in point] for point in points],
        'logProbabilities': triples,
    }
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(reference, file, ensure_ascii=False, separators=(',', ':'))
        file.write('\n')
