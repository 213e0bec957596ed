// Keys for the review desk and for charts: each button and link that names one (data-key) is pressed by it, whatever the input method
// is set to. A key alone counts: a burst of them is a card reader or somebody typing, and decides nothing.

const ALONE_MS = 120;
const STORED = "review-keys";

export function pressByKey(page: Document): void {
  const keys = page.querySelectorAll("[data-key]");
  if (keys.length === 0) {
    return;
  }
  const wanted = keySwitch(page);
  let waiting = 0;
  let last = -ALONE_MS;
  page.addEventListener("keydown", (event) => {
    // Shift held for the next key is no key of a burst.
    if (event.key === "Shift") {
      return;
    }
    clearTimeout(waiting);
    const pause = event.timeStamp - last;
    last = event.timeStamp;
    if (!wanted() || pause < ALONE_MS || event.repeat || typing(event) || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const target = page.querySelector<HTMLElement>(`[data-key="${event.shiftKey ? "Shift+" : ""}${CSS.escape(event.code)}"]`);
    if (target) {
      waiting = window.setTimeout(() => target.click(), ALONE_MS);
    }
  });
}

// Keys without Ctrl or Alt can be turned off (WCAG 2.2, 2.1.4); the browser remembers it.
function keySwitch(page: Document): () => boolean {
  const box = page.querySelector<HTMLInputElement>("[data-key-switch]");
  if (!box) {
    return () => true;
  }
  box.checked = localStorage.getItem(STORED) !== "off";
  box.addEventListener("change", () => localStorage.setItem(STORED, box.checked ? "on" : "off"));
  box.closest("label")?.removeAttribute("hidden");
  return () => box.checked;
}

function typing(event: KeyboardEvent): boolean {
  const target = event.target;
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
}
