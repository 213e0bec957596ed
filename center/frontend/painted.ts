// Tells the centre once how long a page took from the tap to its first paint, where the page asks for it: a number of
// milliseconds and nothing else. Whatever fails is left out.

const NAME = "first-contentful-paint";

export function tellPainted(page: Document): void {
  const address = page.querySelector<HTMLElement>("[data-painted]")?.dataset["painted"];
  if (!address || typeof PerformanceObserver === "undefined") {
    return;
  }
  const watch = new PerformanceObserver((list) => {
    const paint = list.getEntriesByName(NAME)[0];
    if (paint) {
      watch.disconnect();
      const body = new URLSearchParams({ ms: String(Math.round(paint.startTime)) });
      void fetch(address, { method: "POST", body, keepalive: true, redirect: "error" }).catch((problem) => console.debug(problem));
    }
  });
  watch.observe({ type: "paint", buffered: true });
}
