import fc from 'fast-check';
import type { TreeParents } from '../../packages/core/dist/model/huffman.js';

/** Any full binary tree of V words, its inner nodes numbered at random: shapes that no Huffman code has, too. */
export function anyTree(V: number): fc.Arbitrary<TreeParents> {
  return fc
    .tuple(
      fc.array(fc.nat(), { minLength: 2 * (V - 1), maxLength: 2 * (V - 1) }),
      fc.shuffledSubarray(
        Array.from({ length: V - 1 }, (_, i) => i),
        { minLength: V - 1 },
      ),
    )
    .map(([picks, names]) => {
      const parents = new Int32Array(2 * V - 1).fill(-1);
      const codes = new Uint8Array(2 * V - 1);
      const loose = Array.from({ length: V }, (_, w) => w);
      names.forEach((parent, i) => {
        for (const code of [0, 1]) {
          const [child] = loose.splice(picks[2 * i + code] % loose.length, 1);
          parents[child] = parent;
          codes[child] = code;
        }
        loose.push(V + parent);
      });
      return { parents, codes };
    });
}
