// A page goes to the lock by itself, by its Refresh header, so long after it was loaded as a screen may stay idle. Whoever types
// is not idle: from the first key on in a form the time counts from the last one, and a long note is not lost to the lock.

export function waitWhileTyped(page: Document): void {
  const idle = Number(page.body.dataset["idle"] ?? 0) * 1000;
  if (!(idle > 0)) {
    return;
  }
  let waiting = 0;
  page.addEventListener("input", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.form?.method !== "post") {
      return;
    }
    if (waiting === 0) {
      window.stop();
    }
    clearTimeout(waiting);
    waiting = window.setTimeout(() => location.assign("/unlock?return=" + encodeURIComponent(page.body.dataset["place"] ?? "/")), idle);
  });
}
