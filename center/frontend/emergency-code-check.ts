import { verifyAsync } from "@noble/ed25519";
import { inflated, read45 } from "./emergency-code-packing.ts";
import { type Cbor, readCbor } from "./emergency-code-cbor.ts";

// An emergency code is judged in the browser alone: base45, zlib, COSE_Sign1 with EdDSA, CBOR web token. SignedCode.java
// writes what is read here. Nothing is trusted before the signature: of a code that does not pass nothing is shown.

const PREFIX = "HME1:";
const COSE_SIGN1 = 18;
const ALGORITHM = 1;
const EDDSA = -8;
const KEY_ID = 4;
const ISSUER = 1;
const UNTIL = 4;
const MADE = 6;
const NUMBER = 7;
const WORDS = -65537;
const HASH_BYTES = 8;
const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;

export type Bytes = Uint8Array<ArrayBuffer>;
export type PublishedKey = { epoch: number; id: string; key: string; ended: string | null; salt: string; withdrawn: string[] };
export type KeyList = { format: string; at: string; complete: boolean; keys: PublishedKey[] };
export type Section = { part: number; more: number; lines: string[] };
export type Person = { name: string; kana: string; birth: string; sex: string };
export type CodeWords = { issuer: string; made: Date; until: Date; number: string; person: Person | null; sections: Section[] };
/** `foreign`: no emergency code at all. `altered`: not as it was signed. `forged`: by no key of ours. `unknown-key`: made after the list. */
export type Verdict = "genuine" | "foreign" | "altered" | "forged" | "unknown-key" | "expired" | "revoked" | "no-keys";
export type Judged = { verdict: Verdict; words: CodeWords | null; early: boolean };

type Claims = Map<Cbor, Cbor>;

class Altered extends Error {}

export function looksLikeCode(text: string): boolean {
  return text.trim().startsWith(PREFIX);
}

export async function judge(text: string, list: KeyList | null, now: Date): Promise<Judged> {
  if (!looksLikeCode(text)) {
    return refused("foreign");
  }
  if (!list) {
    return refused("no-keys");
  }
  try {
    return await judged(text.trim().slice(PREFIX.length), list, now);
  } catch {
    return refused("altered");
  }
}

function refused(verdict: Verdict): Judged {
  return { verdict, words: null, early: false };
}

async function judged(letters: string, list: KeyList, now: Date): Promise<Judged> {
  const [head, payload, signature] = parts(readCbor(await inflated(read45(letters))));
  const headers = map(readCbor(head));
  if (headers.get(ALGORITHM) !== EDDSA || headers.size !== 2) {
    throw new Altered();
  }
  const key = list.keys.find((one) => one.id === hex(bytes(headers.get(KEY_ID))));
  if (!key) {
    return refused(isNewer(payload, list) ? "unknown-key" : "forged");
  }
  if (!(await isSigned(fromBase64(key.key), signed(head, payload), signature))) {
    return refused("altered");
  }
  const claims = map(readCbor(payload));
  const words = wordsOf(claims);
  if (key.ended !== null || key.withdrawn.includes(await hash(fromHex(key.salt), bytes(claims.get(NUMBER))))) {
    return refused("revoked");
  }
  if (now >= words.until) {
    return refused("expired");
  }
  return { verdict: "genuine", words, early: words.made.getTime() > now.getTime() + DAY_MS };
}

/** A key that began after the list is not in it. Nothing is believed of the code but which refusal is shown. */
function isNewer(payload: Bytes, list: KeyList): boolean {
  return moment(map(readCbor(payload)).get(MADE)) > new Date(list.at);
}

function parts(code: Cbor): [Bytes, Bytes, Bytes] {
  if (!(typeof code === "object" && "tag" in code) || code.tag !== COSE_SIGN1 || !Array.isArray(code.value) || code.value.length !== 4) {
    throw new Altered();
  }
  const [head, open, payload, signature] = code.value as [Cbor, Cbor, Cbor, Cbor];
  if (map(open).size !== 0) {
    throw new Altered();
  }
  return [bytes(head), bytes(payload), bytes(signature)];
}

/** What COSE signs: ["Signature1", head, no other data, payload] (RFC 9052 §4.4). */
function signed(head: Bytes, payload: Bytes): Bytes {
  const name = new TextEncoder().encode("Signature1");
  return Uint8Array.of(0x84, 0x60 + name.length, ...name, ...byteString(head), 0x40, ...byteString(payload));
}

function byteString(value: Bytes): Bytes {
  const length = value.length;
  const start = length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 0xff];
  return Uint8Array.of(...start, ...value);
}

async function isSigned(key: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  let own: CryptoKey;
  try {
    own = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  } catch {
    return verifyAsync(signature, message, key, { zip215: false });
  }
  return crypto.subtle.verify("Ed25519", own, signature, message);
}

function wordsOf(claims: Claims): CodeWords {
  const [sections, name, kana, birth, sex] = array(claims.get(WORDS));
  return {
    issuer: text(claims.get(ISSUER)),
    made: moment(claims.get(MADE)),
    until: moment(claims.get(UNTIL)),
    number: printed(hex(bytes(claims.get(NUMBER)))),
    person: name === undefined ? null : { name: text(name), kana: text(kana), birth: text(birth), sex: text(sex) },
    sections: array(sections).map((section) => {
      const [part, more, lines] = array(section);
      return { part: number(part), more: number(more), lines: array(lines).map(text) };
    }),
  };
}

/** As it stands on paper. */
function printed(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 8)}`.toUpperCase();
}

async function hash(salt: Bytes, code: Bytes): Promise<string> {
  const whole = new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.of(...salt, ...code)));
  return btoa(String.fromCharCode(...whole.slice(0, HASH_BYTES)));
}

function bytes(value: Cbor | undefined): Bytes {
  if (!(value instanceof Uint8Array)) {
    throw new Altered();
  }
  return value as Bytes;
}

function map(value: Cbor | undefined): Claims {
  if (!(value instanceof Map)) {
    throw new Altered();
  }
  return value;
}

function array(value: Cbor | undefined): Cbor[] {
  if (!Array.isArray(value)) {
    throw new Altered();
  }
  return value;
}

function text(value: Cbor | undefined): string {
  if (typeof value !== "string") {
    throw new Altered();
  }
  return value;
}

function number(value: Cbor | undefined): number {
  if (typeof value !== "number") {
    throw new Altered();
  }
  return value;
}

function moment(value: Cbor | undefined): Date {
  return new Date(number(value) * SECOND_MS);
}

function fromBase64(letters: string): Bytes {
  return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
}

function fromHex(digits: string): Bytes {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function hex(value: Bytes): string {
  return Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
