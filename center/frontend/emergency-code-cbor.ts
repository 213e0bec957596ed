// CBOR as far as a code is written in it (RFC 8949): whole numbers, byte and text strings, arrays, maps and tags of known
// length. Anything else, twice the same key, too deep or something behind the end is no code.

const DEEPEST = 8;
const MANY = 4_096;

export type Tagged = { tag: number; value: Cbor };
export type Cbor = number | string | Uint8Array | Cbor[] | Map<Cbor, Cbor> | Tagged;

class BadCbor extends Error {}

export function readCbor(bytes: Uint8Array): Cbor {
  const reader = new Reader(bytes);
  const value = reader.value(0);
  if (!reader.atEnd()) {
    throw new BadCbor();
  }
  return value;
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  atEnd(): boolean {
    return this.at === this.bytes.length;
  }

  value(depth: number): Cbor {
    if (depth > DEEPEST) {
      throw new BadCbor();
    }
    const first = this.taken(1)[0]!;
    const number = this.number(first & 0x1f);
    switch (first >> 5) {
      case 0:
        return number;
      case 1:
        return -1 - number;
      case 2:
        return this.taken(number).slice();
      case 3:
        return new TextDecoder("utf-8", { fatal: true }).decode(this.taken(number));
      case 4:
        return this.many(number).map(() => this.value(depth + 1));
      case 5:
        return this.map(number, depth);
      case 6:
        return { tag: number, value: this.value(depth + 1) };
      default:
        throw new BadCbor();
    }
  }

  private map(size: number, depth: number): Map<Cbor, Cbor> {
    const read = new Map<Cbor, Cbor>();
    for (const _ of this.many(size)) {
      const key = this.value(depth + 1);
      if (typeof key === "object" || read.has(key)) {
        throw new BadCbor();
      }
      read.set(key, this.value(depth + 1));
    }
    return read;
  }

  private number(length: number): number {
    if (length < 24) {
      return length;
    }
    if (length > 26) {
      throw new BadCbor();
    }
    return this.taken(1 << (length - 24)).reduce((sum, byte) => sum * 256 + byte, 0);
  }

  private many(count: number): undefined[] {
    if (count > MANY) {
      throw new BadCbor();
    }
    return Array.from({ length: count });
  }

  private taken(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) {
      throw new BadCbor();
    }
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}
