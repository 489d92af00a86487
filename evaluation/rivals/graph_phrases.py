"""Graph ranking of noun phrases: python graph_phrases.py singlerank|positionrank|topicrank|multipartiterank DATASET.jsonl

The definitions of pke 2 (https://github.com/boudinfl/pke) with its windows, damping and thresholds, over spaCy's tags for
English and jieba's for Chinese; pke itself is in no registry. Candidates are noun phrases, (ADJ|NOUN|PROPN)* (NOUN|PROPN), as
long as they come; PositionRank's have three words at most, as in its paper.

SingleRank         Wan & Xiao 2008
PositionRank       Florescu & Caragea 2017
TopicRank          Bougouin, Boudin & Daille 2013
MultipartiteRank   Boudin 2018
"""

import sys
from dataclasses import dataclass, field

import numpy as np
from dataset import predict, read, language_of
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix
from scipy.spatial.distance import squareform
from tagged import tagger

WINDOW = 10
DAMPING = 0.85
CLUSTER_AT = 0.74
ALPHA = 1.1


@dataclass
class Candidate:
    stems: tuple
    surface: str
    offsets: list = field(default_factory=list)


def candidates_of(sentences, joiner, max_words=None):
    """Noun phrases by their stems, in order of first occurrence; offsets count tokens of the whole text."""
    found = {}
    position = 0

    def close(run, end):
        while run and run[-1].pos == "ADJ":
            run.pop()
            end -= 1
        if run and (max_words is None or len(run) <= max_words):
            stems = tuple(token.stem for token in run)
            candidate = found.setdefault(stems, Candidate(stems, joiner.join(token.text for token in run)))
            candidate.offsets.append(end - len(run))

    for sentence in sentences:
        run = []
        for i, token in enumerate(sentence):
            if token.pos in ("ADJ", "NOUN", "PROPN"):
                run.append(token)
            else:
                close(run, position + i)
                run = []
        close(run, position + len(sentence))
        position += len(sentence)
    return list(found.values())


def page_rank(weights, personalization=None):
    """PageRank of a matrix of weights from row to column; what points nowhere points where everything starts."""
    n = weights.shape[0]
    start = np.full(n, 1 / n) if personalization is None else personalization / personalization.sum()
    sums = np.asarray(weights.sum(axis=1)).ravel()
    inverse = np.divide(1, sums, out=np.zeros(n), where=sums > 0)
    rank = np.full(n, 1 / n)
    for _ in range(100):
        last = rank
        rank = DAMPING * (weights.T @ (last * inverse) + last[sums == 0].sum() * start) + (1 - DAMPING) * start
        if np.abs(rank - last).sum() < n * 1e-6:
            break
    return rank


def word_scores(sentences, by_position):
    """PageRank of the stems of nouns and adjectives that stand in one window."""
    stems = [token.stem if token.pos in ("ADJ", "NOUN", "PROPN") else None for s in sentences for token in s]
    index = {}
    for stem in stems:
        if stem is not None:
            index.setdefault(stem, len(index))
    if not index:
        return {}
    rows, columns = [], []
    positions = np.zeros(len(index))
    for i, stem in enumerate(stems):
        if stem is None:
            continue
        positions[index[stem]] += 1 / (i + 1)
        for other in stems[i + 1 : i + WINDOW]:
            if other is not None and other != stem:
                rows += [index[stem], index[other]]
                columns += [index[other], index[stem]]
    graph = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(index),) * 2)
    ranks = page_rank(graph, positions if by_position else None)
    return {stem: ranks[i] for stem, i in index.items()}


def by_words(sentences, joiner, by_position):
    scores = word_scores(sentences, by_position)
    found = candidates_of(sentences, joiner, 3 if by_position else None)
    return [(candidate.surface, sum(scores[stem] for stem in candidate.stems)) for candidate in found]


def topics_of(candidates):
    """Number of the topic of each candidate: those that share stems, by average linkage."""
    if len(candidates) == 1:
        return np.zeros(1, int)
    index = {}
    rows, columns = [], []
    for row, candidate in enumerate(candidates):
        for stem in set(candidate.stems):
            rows.append(row)
            columns.append(index.setdefault(stem, len(index)))
    bags = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(candidates), len(index)))
    shared = (bags @ bags.T).toarray()
    sizes = shared.diagonal()
    distance = 1 - shared / (sizes[:, None] + sizes[None, :] - shared)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), method="average")
    return fcluster(tree, t=CLUSTER_AT, criterion="distance") - 1


def closeness(candidates, groups):
    """Sum of 1 / distance over all pairs of places of two groups of candidates."""
    owner = np.array([group for candidate, group in zip(candidates, groups) for _ in candidate.offsets])
    at = np.array([offset for candidate in candidates for offset in candidate.offsets], float)
    length = np.array([len(candidate.stems) for candidate in candidates for _ in candidate.offsets], float)
    gap = at[None, :] - at[:, None]
    # Distance from the end of the one that is first.
    gap = np.where(gap > 0, gap - (length[:, None] - 1), -gap - (length[None, :] - 1))
    np.fill_diagonal(gap, 1)
    near = 1 / np.maximum(gap, 1)
    np.fill_diagonal(near, 0)
    member = csr_matrix((np.ones(len(owner)), (owner, np.arange(len(owner)))))
    weights = member @ (member @ near).T
    np.fill_diagonal(weights, 0)
    return weights


def topic_rank(candidates):
    topics = topics_of(candidates)
    ranks = page_rank(closeness(candidates, topics))
    first = {}
    for candidate, topic in zip(candidates, topics):
        first.setdefault(topic, candidate)
    return [(candidate.surface, ranks[topic]) for topic, candidate in first.items()]


def multipartite_rank(candidates):
    topics = topics_of(candidates)
    graph = closeness(candidates, np.arange(len(candidates)))
    graph[topics[:, None] == topics[None, :]] = 0
    weights = graph.copy()
    members = {}
    for i, topic in enumerate(topics):
        members.setdefault(topic, []).append(i)
    # What points to a topic points more to its first candidate.
    for first, *others in members.values():
        if others:
            boost = np.where(graph[first] > 0, graph[others].sum(axis=0), 0)
            weights[:, first] += boost * ALPHA * np.exp(1 / (1 + candidates[first].offsets[0]))
    return [(candidate.surface, rank) for candidate, rank in zip(candidates, page_rank(weights))]


def main():
    method, path = sys.argv[1:]
    lang = language_of(path)
    tag, joiner, is_keyword = tagger(lang)

    def extract(text):
        sentences = tag(text)
        if method in ("singlerank", "positionrank"):
            scored = by_words(sentences, joiner, method == "positionrank")
        else:
            found = [c for c in candidates_of(sentences, joiner) if is_keyword(c.surface.split(joiner or None))]
            rank = {"topicrank": topic_rank, "multipartiterank": multipartite_rank}[method]
            scored = rank(found) if found else []
        return [surface for surface, _ in sorted(scored, key=lambda pair: -pair[1])]

    predict(extract, read(path))


main()
