import type { KeyedDigest } from './keyed-digest.js';

const rounds = 8;

/**
 * A keyed permutation of the numbers from 0 to `size - 1` in which none stays where it is, unless there is only one:
 * different numbers get different ones however small the range is. `purpose` tells permutations of one key apart.
 *
 * A Feistel network over the next larger square, repeated until it ends inside the range (Black and Rogaway, "Ciphers with
 * arbitrary finite domains", 2002), and with it the cycle 0, 1, 2, ..., 0 in an order that only the key tells.
 */
export function permute(digest: KeyedDigest, purpose: string, index: bigint, size: bigint): bigint {
  const network = new Network(digest, `${purpose}/${size}`, size);
  return network.backward((network.forward(index) + 1n) % size);
}

class Network {
  readonly #digest: KeyedDigest;
  readonly #purpose: string;
  readonly #size: bigint;
  readonly #side: bigint;

  constructor(digest: KeyedDigest, purpose: string, size: bigint) {
    this.#digest = digest;
    this.#purpose = purpose;
    this.#size = size;
    this.#side = sideOf(size);
  }

  forward(index: bigint): bigint {
    let [left, right] = [index / this.#side, index % this.#side];
    for (let round = 0; round < rounds; round += 1) {
      [left, right] = [right, (left + this.#round(round, right)) % this.#side];
    }
    const result = left * this.#side + right;
    return result < this.#size ? result : this.forward(result);
  }

  backward(index: bigint): bigint {
    let [left, right] = [index / this.#side, index % this.#side];
    for (let round = rounds - 1; round >= 0; round -= 1) {
      [left, right] = [(right - this.#round(round, left) + this.#side) % this.#side, left];
    }
    const result = left * this.#side + right;
    return result < this.#size ? result : this.backward(result);
  }

  #round(round: number, half: bigint): bigint {
    return this.#digest.number(`${this.#purpose}/${round}`, String(half)) % this.#side;
  }
}

/** The smallest number whose square is at least `size`. */
function sideOf(size: bigint): bigint {
  let side = 1n;
  while (side * side < size) side *= 2n;
  let low = side / 2n;
  while (side - low > 1n) {
    const middle = (low + side) / 2n;
    if (middle * middle < size) low = middle;
    else side = middle;
  }
  return side;
}
