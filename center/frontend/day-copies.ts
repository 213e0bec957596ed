import { ShiftStore, type Term } from "./shift-store.ts";

// Copies of today's patients that a device of a facility keeps until the end of a shift. Beside the key of the store each is sealed
// under a PIN that whoever fetched them chose: a tablet that is left lying shows nobody.

const LIST = "list";
const NONCE_BYTES = 12;
const SALT_BYTES = 16;
const ROUNDS = 600_000;
/** Wrong PINs in a row after which nothing is left to guess at. */
export const TRIES = 5;
const TRIED = "hmnet-day-tries";

export type DayCopy = { copy: string; name: string; kana: string; birth: string; number: string; html: string };
export type DaySet = { at: string; until: string; left: number; copies: DayCopy[] };
type Locked = { salt: number[]; nonce: number[]; sealed: number[] };

export const dayStore = new ShiftStore("hmnet-day");

async function keyOf(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin.normalize("NFKC").trim()), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** In place of what was there. One salt for all: one PIN opens them together. */
export async function keepDay(set: DaySet, pin: string): Promise<void> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const key = await keyOf(pin, salt);
  const given = await Promise.all(set.copies.map(async (copy) => ({ copy: copy.copy, places: [LIST], value: await locked(key, salt, copy) })));
  const term: Term = { at: set.at, until: set.until, count: given.length, more: set.left };
  await dayStore.keep(term, given);
  localStorage.removeItem(TRIED);
}

async function locked(key: CryptoKey, salt: Uint8Array, copy: DayCopy): Promise<Locked> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, new TextEncoder().encode(JSON.stringify(copy)));
  return { salt: [...salt], nonce: [...nonce], sealed: [...new Uint8Array(sealed)] };
}

export function triesLeft(): number {
  return TRIES - Number(localStorage.getItem(TRIED) ?? 0);
}

/** All of them; null for a wrong PIN. The try counts before it is made; after the last wrong one all copies are destroyed. */
export async function openDay(pin: string): Promise<DayCopy[] | null> {
  const all = await dayStore.find<Locked>(LIST);
  if (all.length === 0) {
    return [];
  }
  localStorage.setItem(TRIED, String(TRIES - triesLeft() + 1));
  try {
    const key = await keyOf(pin, new Uint8Array(all[0]!.salt));
    const copies = await Promise.all(all.map((one) => unlocked(key, one)));
    localStorage.removeItem(TRIED);
    return copies.sort((one, other) => one.kana.localeCompare(other.kana, "ja"));
  } catch (wrong) {
    console.debug(wrong);
    if (triesLeft() <= 0) {
      await dayStore.destroy();
      localStorage.removeItem(TRIED);
    }
    return null;
  }
}

async function unlocked(key: CryptoKey, { nonce, sealed }: Locked): Promise<DayCopy> {
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: new Uint8Array(nonce) }, key, new Uint8Array(sealed));
  return JSON.parse(new TextDecoder().decode(plain)) as DayCopy;
}
