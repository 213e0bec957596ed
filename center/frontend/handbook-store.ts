import { mark } from "./handbook-marks.ts";

// What a device keeps of a handbook: copies of pages, and entries that were not sent yet. All of it is sealed with a key that
// no script can read out of the browser, and that goes with it.

const NAME = "hmnet-handbook";
const KEYS = "keys";
const COPIES = "copies";
const ENTRIES = "entries";
const THE_KEY = "seal";
const OWN = "own";
const NONCE_BYTES = 12;
const DAY_MS = 86_400_000;
export const ENTRIES_MAX = 200;

export type Page = { address: string; title: string; html: string; until: string | null };
export type Copy = { whose: string; name: string; writes: boolean; at: string; until: string; pages: Page[] };
export type Term = { whose: string; until: string; stale: boolean };
export type Entry = {
  entry: string;
  whose: string;
  fields: Record<string, string>;
  tries: number;
  next: number;
  problems: Record<string, string> | null;
};
export type Kept<T> = { place: IDBValidKey; value: T };
type Sealed = { nonce: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer };

export function mayKeep(): boolean {
  return !!globalThis.crypto?.subtle && !!globalThis.indexedDB && !!globalThis.caches && "serviceWorker" in navigator;
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

async function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KEYS);
    request.result.createObjectStore(COPIES);
    request.result.createObjectStore(ENTRIES, { autoIncrement: true });
  };
  const database = await answered(request);
  database.onversionchange = () => database.close();
  return database;
}

async function within<T>(use: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const database = await opened();
  try {
    return await use(database);
  } finally {
    database.close();
  }
}

async function heldKey(database: IDBDatabase): Promise<CryptoKey | undefined> {
  return answered(database.transaction(KEYS).objectStore(KEYS).get(THE_KEY)) as Promise<CryptoKey | undefined>;
}

async function newKey(database: IDBDatabase): Promise<CryptoKey> {
  const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const transaction = database.transaction(KEYS, "readwrite");
  const done = finished(transaction);
  transaction.objectStore(KEYS).put(fresh, THE_KEY);
  await done;
  return fresh;
}

function bound(store: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${NAME} ${store}`);
}

async function seal(key: CryptoKey, store: string, value: unknown): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const how = { name: "AES-GCM", iv: nonce, additionalData: bound(store) };
  return { nonce, sealed: await crypto.subtle.encrypt(how, key, plain) };
}

async function unseal<T>(key: CryptoKey, store: string, { nonce, sealed }: Sealed): Promise<T> {
  const how = { name: "AES-GCM", iv: nonce, additionalData: bound(store) };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, sealed))) as T;
}

async function put(database: IDBDatabase, store: string, value: unknown, place?: IDBValidKey): Promise<void> {
  const key = await heldKey(database);
  if (!key) {
    throw new Error("gone");
  }
  const sealed = await seal(key, store, value);
  const transaction = database.transaction([KEYS, store], "readwrite");
  const done = finished(transaction);
  // Not under a key that was destroyed while this was sealed.
  const stands = (await answered(transaction.objectStore(KEYS).count(THE_KEY))) > 0;
  if (stands) {
    transaction.objectStore(store).put(sealed, place);
  }
  await done;
  if (!stands) {
    throw new Error("gone");
  }
}

async function all<T>(database: IDBDatabase, name: string): Promise<Kept<T>[]> {
  const key = await heldKey(database);
  if (!key) {
    return [];
  }
  const store = database.transaction(name).objectStore(name);
  const [places, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll() as IDBRequest<Sealed[]>)]);
  return Promise.all(places.map(async (place, at) => ({ place, value: await unseal<T>(key, name, values[at]!) })));
}

export async function keepCopy(copy: Copy): Promise<void> {
  await within(async (database) => {
    if (!(await heldKey(database))) {
      await newKey(database);
    }
    await put(database, COPIES, copy, copy.whose);
  });
  mark(true);
}

/** Those that count, one's own first. A clock that was set back before a copy was taken does not make it last longer. */
export async function copies(): Promise<Copy[]> {
  const now = Date.now();
  const kept = await within((database) => all<Copy>(database, COPIES));
  const standing = kept.map(({ value }) => value).filter((copy) => now < Date.parse(copy.until) && now > Date.parse(copy.at) - DAY_MS);
  standing.sort((one, other) => Number(other.whose === OWN) - Number(one.whose === OWN));
  for (const { value } of kept.filter((one) => !standing.includes(one.value))) {
    await dropCopy(value.whose);
  }
  return standing;
}

async function dropCopy(whose: string): Promise<void> {
  await within(async (database) => {
    const transaction = database.transaction([COPIES], "readwrite");
    const done = finished(transaction);
    transaction.objectStore(COPIES).delete(whose);
    await done;
  });
  for (const { place, value } of await entries()) {
    if (value.whose === whose) {
      await dropEntry(place);
    }
  }
  const left = await within((database) => answered(database.transaction(COPIES).objectStore(COPIES).count()));
  if (left === 0) {
    await destroy();
  }
}

/** What the server says of each: it may stay until then, loses its pages, or is named no more and goes. */
export async function confirm(terms: Term[]): Promise<void> {
  for (const copy of await copies()) {
    const term = terms.find(({ whose }) => whose === copy.whose);
    if (!term) {
      await dropCopy(copy.whose);
    } else if (term.until !== copy.until || term.stale) {
      const pages = term.stale ? [] : copy.pages;
      await within((database) => put(database, COPIES, { ...copy, pages, until: term.until }, copy.whose));
    }
  }
}

/** In the order in which they were written. */
export async function entries(): Promise<Kept<Entry>[]> {
  return within((database) => all<Entry>(database, ENTRIES));
}

/** @param place null for a new one */
export async function keepEntry(entry: Entry, place: IDBValidKey | null): Promise<void> {
  await within((database) => put(database, ENTRIES, entry, place ?? undefined));
}

export async function dropEntry(place: IDBValidKey): Promise<void> {
  await within(async (database) => {
    const transaction = database.transaction([ENTRIES], "readwrite");
    const done = finished(transaction);
    transaction.objectStore(ENTRIES).delete(place);
    await done;
  });
}

/** The key first: what is left behind by a browser that ends in between is noise. Pages that are open are told. */
export async function destroy(): Promise<void> {
  await within(async (database) => {
    for (const store of [KEYS, COPIES, ENTRIES]) {
      const transaction = database.transaction(store, "readwrite");
      const done = finished(transaction);
      transaction.objectStore(store).clear();
      await done;
    }
  });
  mark(false);
  const others = new BroadcastChannel(NAME);
  others.postMessage("gone");
  others.close();
}

export function whenGone(then: () => void): void {
  new BroadcastChannel(NAME).addEventListener("message", then);
}
