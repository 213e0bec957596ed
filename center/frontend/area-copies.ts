// Copies of emergency codes that a crew's device keeps for one shift. Each is sealed with a key that no script can read out of the
// browser, and is found by keyed hashes alone: what lies on the disk names nobody. The keys go first, at the end of the shift or
// after 24 hours at the latest. Looks without a network are kept as numbers and moments until the centre has them.

const NAME = "hmnet-area";
const KEYS = "keys";
const COPIES = "copies";
const LOOKS = "looks";
const TERM = "term";
const NONCE_BYTES = 12;
const COPIES_MAX = 300;
const LOOKS_MAX = 500;
/** A clock that was set back before the copies were taken does not make them last longer. */
const SLACK_MS = 600_000;

export type Term = { at: string; until: string; count: number; more: number };
export type Found = { copy: string; birth: string; code: string };
type AreaSet = {
  at: string;
  until: string;
  more: number;
  copies: { copy: string; cards: string[]; kana: string; birth: string; code: string }[];
};
type Sealed = { copy: string; nonce: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer };
type Look = { look: string; copy: string; at: string };
type Held = { seal: CryptoKey; find: CryptoKey };

export function mayKeepCopies(): boolean {
  return !!globalThis.crypto?.subtle && !!globalThis.indexedDB;
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error);
  });
}

async function within<T>(use: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KEYS);
    request.result.createObjectStore(COPIES);
    request.result.createObjectStore(LOOKS, { keyPath: "look" });
  };
  const database = await answered(request);
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

function get<T>(database: IDBDatabase, store: string, place: IDBValidKey): Promise<T | undefined> {
  return answered(database.transaction(store).objectStore(store).get(place)) as Promise<T | undefined>;
}

/** In katakana without spaces, in whatever width it was typed. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s・]/g, "")
    .replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}

async function hash(key: CryptoKey, text: string): Promise<string> {
  const mac = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text));
  return [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function places(kana: string, birth: string, cards: string[]): string[] {
  return [`name ${folded(kana)} ${birth}`, ...cards.map((card) => `card ${card}`)];
}

/** In place of what was there, under new keys. */
export async function keepCopies(set: AreaSet): Promise<void> {
  await destroyCopies();
  const seal = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const find = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const taken = set.copies.slice(0, COPIES_MAX);
  const byPlace = new Map<string, Sealed[]>();
  for (const { copy, cards, kana, birth, code } of taken) {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const plain = new TextEncoder().encode(JSON.stringify({ copy, birth, code } satisfies Found));
    const how = { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(`${NAME} ${copy}`) };
    const one = { copy, nonce, sealed: await crypto.subtle.encrypt(how, seal, plain) };
    for (const place of places(kana, birth, cards)) {
      const hashed = await hash(find, place);
      byPlace.set(hashed, [...(byPlace.get(hashed) ?? []), one]);
    }
  }
  const term: Term = { at: set.at, until: set.until, count: taken.length, more: set.more + set.copies.length - taken.length };
  await within(async (database) => {
    const transaction = database.transaction([KEYS, COPIES], "readwrite");
    const done = finished(transaction);
    transaction.objectStore(KEYS).put({ seal, find } satisfies Held, "keys");
    transaction.objectStore(KEYS).put(term, TERM);
    for (const [place, ones] of byPlace) {
      transaction.objectStore(COPIES).put(ones, place);
    }
    await done;
  });
}

/** What stands now; what is over is destroyed, and said to be over once. */
export async function term(): Promise<Term | "over" | null> {
  const held = await within((database) => get<Term>(database, KEYS, TERM));
  if (!held) {
    return null;
  }
  const now = Date.now();
  if (now >= Date.parse(held.until) || now < Date.parse(held.at) - SLACK_MS) {
    await destroyCopies();
    return "over";
  }
  return held;
}

/** Who fits, by a card or by name and birth date. A typed number needs the birth date too; a card's QR does not. */
export async function findCopies(who: string, birth: string): Promise<Found[]> {
  if (typeof (await term()) !== "object") {
    return [];
  }
  const plain = who.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  const qr = /^HM1\.([0-9]{13})\./.exec(plain)?.[1];
  const typed = /^[0-9-]{13,16}$/.test(plain) ? plain.replaceAll("-", "") : undefined;
  const number = qr ?? typed;
  return within(async (database) => {
    const keys = await get<Held>(database, KEYS, "keys");
    if (!keys) {
      return [];
    }
    const place = await hash(keys.find, number ? `card ${number}` : `name ${folded(who)} ${birth}`);
    const ones = (await get<Sealed[]>(database, COPIES, place)) ?? [];
    const found = await Promise.all(ones.map((one) => opened(keys.seal, one)));
    return found.filter((one) => qr !== undefined || one.birth === birth);
  });
}

async function opened(key: CryptoKey, { copy, nonce, sealed }: Sealed): Promise<Found> {
  const how = { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(`${NAME} ${copy}`) };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, sealed))) as Found;
}

/** Drops those that the centre does not name any more. */
export async function keepOnly(standing: string[]): Promise<void> {
  const held = await term();
  if (!held || held === "over") {
    return;
  }
  await within(async (database) => {
    const transaction = database.transaction([KEYS, COPIES], "readwrite");
    const done = finished(transaction);
    const store = transaction.objectStore(COPIES);
    const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll() as IDBRequest<Sealed[][]>)]);
    const left = new Set<string>();
    values.forEach((ones, at) => {
      const kept = ones.filter(({ copy }) => standing.includes(copy));
      kept.forEach(({ copy }) => left.add(copy));
      if (kept.length === 0) {
        store.delete(keys[at]!);
      } else if (kept.length < ones.length) {
        store.put(kept, keys[at]!);
      }
    });
    transaction.objectStore(KEYS).put({ ...held, count: left.size }, TERM);
    await done;
  });
}

/** The keys first: what is left behind by a browser that ends in between is noise. Looks stay until they are sent. */
export async function destroyCopies(): Promise<void> {
  await within(async (database) => {
    for (const store of [KEYS, COPIES]) {
      const transaction = database.transaction(store, "readwrite");
      const done = finished(transaction);
      transaction.objectStore(store).clear();
      await done;
    }
  });
}

/** Whether this browser ever kept any; asking makes no empty store. */
export async function keptCopies(): Promise<boolean> {
  const known = await indexedDB.databases?.();
  return !known || known.some(({ name }) => name === NAME);
}

/** Written before anything is shown. */
export async function noteLook(copy: string): Promise<void> {
  await within(async (database) => {
    const transaction = database.transaction(LOOKS, "readwrite");
    const done = finished(transaction);
    transaction.objectStore(LOOKS).put({ look: crypto.randomUUID(), copy, at: new Date().toISOString() } satisfies Look);
    await done;
  });
}

export async function looksWaiting(): Promise<number> {
  return within((database) => answered(database.transaction(LOOKS).objectStore(LOOKS).count()));
}

/** Sends what waits, one after another. What was handed to another service waits until one of theirs signs in. */
export async function sendLooks(address: string): Promise<void> {
  const waiting = await within((database) =>
    answered(database.transaction(LOOKS).objectStore(LOOKS).getAll(null, LOOKS_MAX) as IDBRequest<Look[]>),
  );
  for (const one of waiting) {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams(one), redirect: "error", cache: "no-store" });
    if (answer.status === 404) {
      continue;
    }
    if (answer.status !== 204) {
      return;
    }
    await within(async (database) => {
      const transaction = database.transaction(LOOKS, "readwrite");
      const done = finished(transaction);
      transaction.objectStore(LOOKS).delete(one.look);
      await done;
    });
  }
}
