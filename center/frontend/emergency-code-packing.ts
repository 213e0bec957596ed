import type { Bytes } from "./emergency-code-check.ts";

// base45 (RFC 9285) and zlib. A code may come from anybody: what grows beyond measure is no code.

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const LETTERS_MAX = 4_296;
const BYTES_MAX = 65_536;

class Unreadable extends Error {}

export function read45(letters: string): Bytes {
  if (letters.length > LETTERS_MAX || letters.length % 3 === 1) {
    throw new Unreadable();
  }
  const read: number[] = [];
  for (let at = 0; at < letters.length; at += 3) {
    const group = Array.from(letters.slice(at, at + 3), (letter) => LETTERS.indexOf(letter));
    const value = group.reduceRight((sum, digit) => sum * LETTERS.length + digit, 0);
    if (group.includes(-1) || value >= (group.length === 3 ? 0x10000 : 0x100)) {
      throw new Unreadable();
    }
    if (group.length === 3) {
      read.push(value >> 8);
    }
    read.push(value & 0xff);
  }
  return Uint8Array.from(read);
}

export async function inflated(packed: Bytes): Promise<Bytes> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const read: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    size += value.length;
    if (size > BYTES_MAX) {
      await reader.cancel();
      throw new Unreadable();
    }
    read.push(value);
  }
  return new Uint8Array(await new Blob(read as Bytes[]).arrayBuffer());
}
