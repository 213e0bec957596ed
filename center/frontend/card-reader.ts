import { isMyNumber } from "./my-number.ts";

// A card reader types like a keyboard: a burst of keys less than 30 ms apart, ended by Enter. It is caught anywhere on
// the page and goes into the page's card form. Where somebody types text, only what reads as a card's QR is taken out of
// the field again: everything else stays theirs. A select, a button or a box with the focus swallows nothing.

const GAP_MS = 30;
const SHORTEST = 8;
const FORM = "form[data-card-form]";
const NO_TEXT = ["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"];

type TextField = HTMLInputElement | HTMLTextAreaElement;

export function catchCards(page: Document): void {
  let burst = "";
  let last = 0;
  let before = "";
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      burst = "";
      return;
    }
    const pause = event.timeStamp - last;
    last = event.timeStamp;
    const field = textField(event.target);
    if (event.key === "Enter") {
      if (pause < GAP_MS && burst.length >= SHORTEST && (field ? isQr(burst) : !editable(event.target)) && submit(page, burst, field, before)) {
        event.preventDefault();
      }
      burst = "";
    } else if (event.key.length === 1) {
      const going = pause < GAP_MS && burst.length > 0;
      if (!going) {
        before = field?.value ?? "";
      }
      burst = going ? burst + event.key : event.key;
      if (going && event.target instanceof HTMLSelectElement) {
        event.preventDefault();
      }
    }
  });
}

/** A QR of a card in any width and case: a reader may sit behind an input method or a shift lock. */
function isQr(burst: string): boolean {
  return /^HM1\.\d/i.test(burst.normalize("NFKC"));
}

function textField(target: EventTarget | null): TextField | null {
  if (target instanceof HTMLTextAreaElement) {
    return target;
  }
  return target instanceof HTMLInputElement && !NO_TEXT.includes(target.type) ? target : null;
}

function editable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.isContentEditable;
}

/** False where the page takes no card: what was read then stays where it was typed. */
function submit(page: Document, read: string, typedIn: TextField | null, before: string): boolean {
  const form = page.querySelector<HTMLFormElement>(FORM);
  const code = form?.querySelector<HTMLInputElement>("input[name=code]");
  if (!form || !code || isMyNumber(read)) {
    return form !== null && code !== null && typedIn === null;
  }
  if (typedIn && typedIn !== code) {
    typedIn.value = before;
  }
  code.value = read;
  form.requestSubmit();
  return true;
}
