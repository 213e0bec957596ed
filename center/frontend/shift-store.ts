// Copies that a device keeps until the end of a shift. Each is sealed with a key that no script can read out of the browser, and is
// found by keyed hashes alone: what lies on the disk names nobody. The keys go first, at the end of the shift. Looks without a
// network are kept as numbers and moments until the centre has them.

const KEYS = "keys";
const COPIES = "copies";
const LOOKS = "looks";
const TERM = "term";
const NONCE_BYTES = 12;
const LOOKS_MAX = 500;
/** A clock that was set back before the copies were taken does not make them last longer. */
const SLACK_MS = 600_000;

export type Term = { at: string; until: string; count: number; more: number };
/** @property places by which it is found */
export type Given = { copy: string; places: string[]; value: unknown };
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

function get<T>(database: IDBDatabase, store: string, place: IDBValidKey): Promise<T | undefined> {
  return answered(database.transaction(store).objectStore(store).get(place)) as Promise<T | undefined>;
}

async function hash(key: CryptoKey, text: string): Promise<string> {
  const mac = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text));
  return [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class ShiftStore {
  constructor(private readonly name: string) {}

  private async within<T>(use: (database: IDBDatabase) => Promise<T>): Promise<T> {
    const request = indexedDB.open(this.name, 1);
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

  private how(copy: string, nonce: Uint8Array<ArrayBuffer>): AesGcmParams {
    return { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(`${this.name} ${copy}`) };
  }

  /** In place of what was there, under new keys. */
  async keep(term: Term, given: Given[]): Promise<void> {
    await this.destroy();
    const seal = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    const find = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const byPlace = new Map<string, Sealed[]>();
    for (const { copy, places, value } of given) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const plain = new TextEncoder().encode(JSON.stringify(value));
      const one = { copy, nonce, sealed: await crypto.subtle.encrypt(this.how(copy, nonce), seal, plain) };
      for (const place of places) {
        const hashed = await hash(find, place);
        byPlace.set(hashed, [...(byPlace.get(hashed) ?? []), one]);
      }
    }
    await this.within(async (database) => {
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
  async term(): Promise<Term | "over" | null> {
    const held = await this.within((database) => get<Term>(database, KEYS, TERM));
    if (!held) {
      return null;
    }
    const now = Date.now();
    if (now >= Date.parse(held.until) || now < Date.parse(held.at) - SLACK_MS) {
      await this.destroy();
      return "over";
    }
    return held;
  }

  /** What was given under a place, and still counts. */
  async find<T>(place: string): Promise<T[]> {
    const held = await this.term();
    if (!held || held === "over") {
      return [];
    }
    return this.within(async (database) => {
      const keys = await get<Held>(database, KEYS, "keys");
      if (!keys) {
        return [];
      }
      const ones = (await get<Sealed[]>(database, COPIES, await hash(keys.find, place))) ?? [];
      return Promise.all(ones.map((one) => this.opened<T>(keys.seal, one)));
    });
  }

  private async opened<T>(key: CryptoKey, { copy, nonce, sealed }: Sealed): Promise<T> {
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(this.how(copy, nonce), key, sealed))) as T;
  }

  /** Drops those that the centre does not name any more. */
  async keepOnly(standing: string[]): Promise<void> {
    const held = await this.term();
    if (!held || held === "over") {
      return;
    }
    await this.within(async (database) => {
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
  async destroy(): Promise<void> {
    await this.within(async (database) => {
      for (const store of [KEYS, COPIES]) {
        const transaction = database.transaction(store, "readwrite");
        const done = finished(transaction);
        transaction.objectStore(store).clear();
        await done;
      }
    });
  }

  /** Whether this browser ever kept any; asking makes no empty store. */
  async kept(): Promise<boolean> {
    const known = await indexedDB.databases?.();
    return !known || known.some(({ name }) => name === this.name);
  }

  /** Written before anything is shown. */
  async noteLook(copy: string): Promise<void> {
    await this.within(async (database) => {
      const transaction = database.transaction(LOOKS, "readwrite");
      const done = finished(transaction);
      transaction.objectStore(LOOKS).put({ look: crypto.randomUUID(), copy, at: new Date().toISOString() } satisfies Look);
      await done;
    });
  }

  async looksWaiting(): Promise<number> {
    return this.within((database) => answered(database.transaction(LOOKS).objectStore(LOOKS).count()));
  }

  /** Sends what waits, then drops what does not stand. What was handed to others waits until one of theirs signs in. */
  async reach(address: string): Promise<void> {
    if (!(await this.kept())) {
      return;
    }
    await this.sendLooks(address + "/looks");
    const answer = await fetch(address + "/standing", { cache: "no-store", redirect: "error" });
    if (answer.ok) {
      await this.keepOnly((await answer.json()) as string[]);
    }
  }

  private async sendLooks(address: string): Promise<void> {
    const waiting = await this.within((database) =>
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
      await this.within(async (database) => {
        const transaction = database.transaction(LOOKS, "readwrite");
        const done = finished(transaction);
        transaction.objectStore(LOOKS).delete(one.look);
        await done;
      });
    }
  }
}

/** Nothing stays for whoever signs in next at this device: the keys go before the sign-out does. */
export function destroyOnSignOut(page: Document, ...stores: ShiftStore[]): void {
  let gone = false;
  page.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const sender = (event as SubmitEvent).submitter;
    const to = sender?.getAttribute("formaction") ?? form.getAttribute("action");
    if (to !== "/signout" || gone || !mayKeepCopies()) {
      return;
    }
    event.preventDefault();
    const go = () => {
      gone = true;
      form.requestSubmit(sender);
    };
    void Promise.all(stores.map(async (store) => ((await store.kept()) ? store.destroy() : undefined))).then(go, go);
  });
}
