// Serves one page where there is no network: what the page itself has left in its cache, and nothing else. Its scope names the
// page. The page and its list of keys come from the network as long as it answers in time.

const PATIENCE_MS = 4_000;
const FAILED = 500;

type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Lasting & { request: Request; respondWith(answer: Promise<Response>): void };
type Service = {
  registration: { scope: string };
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

const service = globalThis as unknown as Service;
const PAGE = new URL(service.registration.scope).pathname;
const KEYS = PAGE + "/keys";
/** As kept-page.ts names it. */
const CACHE = "hmnet" + PAGE.replaceAll("/", "-");

addEventListener("install", (event) => (event as Lasting).waitUntil(service.skipWaiting()));
addEventListener("activate", (event) => (event as Lasting).waitUntil(service.clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event as Fetching;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) {
    return;
  }
  if (address.pathname === PAGE || address.pathname === KEYS) {
    (event as Fetching).respondWith(newest(request, address.pathname));
  } else if (address.pathname.startsWith("/static/") || address.pathname.startsWith(PAGE + "/")) {
    (event as Fetching).respondWith(kept(address.pathname).then((found) => found ?? fetch(request)));
  }
});

async function kept(path: string): Promise<Response | undefined> {
  return (await caches.open(CACHE)).match(path);
}

async function newest(request: Request, path: string): Promise<Response> {
  const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), PATIENCE_MS));
  const asked = fetch(request).catch(() => undefined);
  const before = await kept(path);
  const answer = await (before ? Promise.race([asked, late]) : asked);
  const fails = !answer || answer.status >= FAILED;
  return fails ? (before ?? answer ?? Response.error()) : answer;
}

export {};
