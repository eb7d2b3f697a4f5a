import type { Path } from "../json/path.js";

type Node = Map<string | number, Node>;

/** A set of paths. They are compared by segment, as the pointers of many may be much longer than the token. */
export class Places {
  readonly #root: Node = new Map();
  readonly #ends = new Set<Node>();

  get size(): number {
    return this.#ends.size;
  }

  /** @returns whether the path is new */
  add(path: Path): boolean {
    let node = this.#root;
    for (const segment of path) {
      const next: Node = node.get(segment) ?? new Map();
      node.set(segment, next);
      node = next;
    }
    const { size } = this.#ends;
    return this.#ends.add(node).size > size;
  }
}
