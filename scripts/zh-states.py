"""Writes packages/core/data/zh-states.bin.gz: how probable characters are at the beginning, in the middle, at the end of a Chinese word,
and as one, as Python's jieba 0.42.1 (MIT) has it.

    zh-states.py packages/core/data/zh-states.bin.gz

R characters: u32 R, then u16 (R) characters in ascending order, padding to a multiple of 8 bytes, and f64 (R, 4) natural
logarithms in the order B, E, M, S; all little-endian.
"""

import gzip
import struct
import sys

from jieba.finalseg.prob_emit import P

characters = sorted(set().union(*P.values()))
head = struct.pack(f"<I{len(characters)}H", len(characters), *map(ord, characters))
rows = [P[state].get(character, -3.14e100) for character in characters for state in "BEMS"]
with open(sys.argv[1], "wb") as file:
    file.write(gzip.compress(head + bytes(-len(head) % 8) + struct.pack(f"<{len(rows)}d", *rows), 9, mtime=0))
