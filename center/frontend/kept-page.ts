// Keeps one page on the device with all its parts, so that it opens where there is no network. kept-page-service.ts serves it.

export function cacheOf(page: string): string {
  return "hmnet" + page.replaceAll("/", "-");
}

/**
 * Leaves the page and its parts on the device, and nothing of an older release. The page comes last: what lies there always has
 * all its parts, also where the network ends in between.
 *
 * @param others what else may lie there
 * @returns whether it opens without a network
 */
export async function keepPage(page: string, service: string, others: string[]): Promise<boolean> {
  if (!("serviceWorker" in navigator) || !globalThis.caches) {
    return false;
  }
  try {
    await navigator.serviceWorker.register(service, { scope: page });
    const cache = await caches.open(cacheOf(page));
    const newest = await fetched(page);
    const parts = await partsOf(newest);
    for (const address of parts) {
      if (!(await cache.match(address))) {
        await cache.put(address, await fetched(address));
      }
    }
    await cache.put(page, newest);
    for (const request of await cache.keys()) {
      if (![page, ...parts, ...others].includes(new URL(request.url).pathname)) {
        await cache.delete(request);
      }
    }
    await navigator.serviceWorker.ready;
    await navigator.storage?.persist?.();
    return true;
  } catch (problem) {
    console.debug(problem);
    return isKept(page);
  }
}

async function fetched(address: string): Promise<Response> {
  const answer = await fetch(address, { redirect: "error" });
  if (!answer.ok) {
    throw new Error(address);
  }
  return answer;
}

/** A release may have come between: each page names its own parts. */
async function partsOf(answer: Response): Promise<string[]> {
  const text = await answer.clone().text();
  return new DOMParser().parseFromString(text, "text/html").body.dataset["keep"]!.split(" ");
}

async function isKept(page: string): Promise<boolean> {
  const cache = await caches.open(cacheOf(page));
  const before = await cache.match(page);
  const parts = before ? await partsOf(before) : [];
  const found = await Promise.all(parts.map((address) => cache.match(address)));
  return !!before && !!navigator.serviceWorker.controller && found.every(Boolean);
}
