// Opens the handbook where there is no network: a page that names nobody, with its parts, as they were when this worker came to
// the device. What a person keeps there is none of its business: that page reads it. A new version waits until no page of the
// old one is open, so a page and its parts are always of one release.

type Parts = { version: string; parts: string[] };
type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Lasting & { request: Request; respondWith(answer: Promise<Response>): void };
type Service = { handbook: Parts; clients: { claim(): Promise<void> } };

const service = globalThis as unknown as Service;
const NAME = "hmnet-handbook-";
const CACHE = NAME + service.handbook.version;
const HOME = "/handbook";
const SHELL = "/handbook/kept";
const PATIENCE_MS = 4_000;
const FAILED = 500;

addEventListener("install", (event) => (event as Lasting).waitUntil(keep()));
addEventListener("activate", (event) => (event as Lasting).waitUntil(begin()));
addEventListener("fetch", (event) => {
  const { request } = event as Fetching;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) {
    return;
  }
  if (request.mode === "navigate" && address.pathname === HOME) {
    (event as Fetching).respondWith(newest(request));
  } else if (request.mode === "navigate" && address.pathname === SHELL) {
    (event as Fetching).respondWith(kept(SHELL, request));
  } else if (address.pathname.startsWith("/static/")) {
    (event as Fetching).respondWith(kept(address.pathname, request));
  }
});

/** The browser takes no part from its own store of pages: an install is whole, and of today, or fails. */
async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([SHELL, ...service.handbook.parts].map((address) => new Request(address, { cache: "no-cache", redirect: "error" })));
}

async function begin(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(NAME) && name !== CACHE) {
      await caches.delete(name);
    }
  }
  await service.clients.claim();
}

async function kept(path: string, request: Request): Promise<Response> {
  const found = await (await caches.open(CACHE)).match(path);
  return found ?? fetch(request);
}

/** The handbook itself as long as it answers in time, else the page that shows the copy. */
async function newest(request: Request): Promise<Response> {
  const shell = await (await caches.open(CACHE)).match(SHELL);
  const asked = fetch(request).catch(() => undefined);
  const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), PATIENCE_MS));
  const answer = await (shell ? Promise.race([asked, late]) : asked);
  const fails = !answer || answer.status >= FAILED;
  return fails ? (shell ?? answer ?? Response.error()) : answer;
}

export {};
