import { isMyNumber } from "./my-number.ts";

// A card reader types like a keyboard: a burst of keys less than 30 ms apart, ended by Enter. It is caught anywhere on
// the page, except while somebody types in a field, and goes into the page's card form.

const GAP_MS = 30;
const SHORTEST = 8;
const FORM = "form[data-card-form]";

export function catchCards(page: Document): void {
  let burst = "";
  let last = 0;
  page.addEventListener("keydown", (event) => {
    if (typing(event) || event.ctrlKey || event.altKey || event.metaKey) {
      burst = "";
      return;
    }
    const pause = event.timeStamp - last;
    last = event.timeStamp;
    if (event.key === "Enter" && pause < GAP_MS && burst.length >= SHORTEST) {
      event.preventDefault();
      submit(page, burst);
      burst = "";
    } else if (event.key.length === 1) {
      burst = pause < GAP_MS ? burst + event.key : event.key;
    }
  });
}

function typing(event: KeyboardEvent): boolean {
  const target = event.target;
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

function submit(page: Document, read: string): void {
  const form = page.querySelector<HTMLFormElement>(FORM);
  const field = form?.querySelector<HTMLInputElement>("input[name=code]");
  if (form && field && !isMyNumber(read)) {
    field.value = read;
    form.requestSubmit();
  }
}
