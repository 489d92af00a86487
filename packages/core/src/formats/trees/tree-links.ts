import { maxPathLength, type TreeParents } from '../../model/huffman.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import { grow, invalid } from '../bytes/byte-source.js';

/** How a node is reached, in one number: not yet, as the root, or from `parent` by `code`, as 2 · parent + code + 2. */
const none = 0;
const root = 1;
const linkOf = (parent: number, code: number) => 2 * parent + code + 2;

/**
 * Puts a tree together from the paths of its leaves, as gensim stores them. Each node is noted once, by the node above it
 * and the code that leads from there: of a path that joins one that is known, what they share is not read again. What is
 * wrong is remembered and said when the tree is asked for, since not every model needs it.
 */
export class TreeLinks {
  private readonly reader: ByteReader;
  private inner = new Int32Array(1024);
  private leaves = new Int32Array(1024);
  private fault: string | undefined;

  /** @param reader of the file: no tree has more nodes than the file bytes */
  constructor(reader: ByteReader) {
    this.reader = reader;
  }

  /** Whether there are no paths. */
  get isEmpty(): boolean {
    return !this.leaves.some((link) => link !== none);
  }

  /**
   * Notes a path.
   *
   * @param nodes inner nodes from the root on
   * @param codes the bits by which these are left
   * @param length of the path
   * @param firstCode where the codes begin
   */
  add(leaf: number, nodes: ArrayLike<number>, codes: ArrayLike<number>, length: number, firstCode = 0): void {
    if (length < 1 || length > maxPathLength) {
      this.fault ??= `a path of the tree has ${length} nodes, not 1 to ${maxPathLength}`;
      return;
    }
    for (let i = length - 1; i >= 0; i--) {
      const link = i === 0 ? root : this.follow(nodes[i - 1], codes[firstCode + i - 1]);
      if (this.inner[nodes[i]] === link) break;
      this.link(nodes[i], link);
    }
    this.addBelow(leaf, nodes[length - 1], codes[firstCode + length - 1]);
  }

  /** Notes a leaf by the inner node above it, which some path has passed, and the code that leads from there. */
  addBelow(leaf: number, last: number, code: number): void {
    this.leaves = grow(this.leaves, leaf + 1);
    this.leaves[leaf] = this.follow(last, code);
  }

  /**
   * The tree of the words whose leaves these are.
   *
   * @param order (V) the leaf of each word
   * @throws KeywordError INVALID_MODEL where the paths contradict each other or nodes are missing; whether all is one
   *   tree is not looked at
   */
  parents(order: ArrayLike<number>): TreeParents {
    if (this.fault !== undefined) throw this.invalid(this.fault);
    const V = order.length;
    const parents = new Int32Array(2 * V - 1);
    const codes = new Uint8Array(2 * V - 1);
    for (let node = 0; node < parents.length; node++) {
      const link = (node < V ? this.leaves[order[node]] : this.inner[node - V]) ?? none;
      if (link === none) {
        throw this.invalid(node < V ? `word ${node} has no path` : `no path passes inner node ${node - V} of the tree`);
      }
      parents[node] = link === root ? -1 : (link - 2) >> 1;
      codes[node] = link === root ? 0 : link & 1;
    }
    return { parents, codes };
  }

  private follow(node: number, code: number): number {
    if (code !== 0 && code !== 1) this.fault ??= `a path of the tree has the code ${code}; expected 0 or 1`;
    return linkOf(node, code);
  }

  private link(node: number, link: number): void {
    if (!(node >= 0 && node < this.reader.source.byteLength)) this.fault ??= `a path of the tree passes node ${node}`;
    if (this.fault !== undefined) return;
    this.inner = grow(this.inner, node + 1);
    if (this.inner[node] !== none) this.fault = `node ${node} of the tree is reached in two ways`;
    this.inner[node] = link;
  }

  private invalid(what: string) {
    return invalid(this.reader.name, `${what}; the file is damaged.`);
  }
}
