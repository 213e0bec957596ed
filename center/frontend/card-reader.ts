import { isMyNumber } from "./my-number.ts";

// A card reader types like a keyboard, ended by Enter or Tab. What it typed is caught anywhere on the page and goes into the
// page's card form. A card's QR is known by how it reads, however slowly it comes and in whatever width and case: a
// reader may sit behind an input method, a shift lock or a busy machine. Anything else is a card only as a burst of keys
// less than 30 ms apart, and only where nobody types text. A select, a button or a box with the focus swallows nothing.

const GAP_MS = 30;
const SLOW_MS = 1000;
const SHORTEST = 8;
const LONGEST = 80;
/** Readers end with two keys at times: the second one presses nothing. */
const AFTER_MS = 500;
/** A printed card's, or one that the app shows. */
const QR =
  /[hHｈＨ][mMｍＭ](?:[1１][.．。｡][0-9０-９]{10,16}[.．。｡][0-9０-９]{1,4}[.．。｡][0-9a-fA-F０-９ａ-ｆＡ-Ｆ]{12}|[2２][.．。｡][0-9０-９]{1,18}[.．。｡][a-pA-Pａ-ｐＡ-Ｐ]{16})\s*$/;
export const FORM = "form[data-card-form]";
/** Where a card's QR stands in such a form: alone, or where a counter looks for a person. */
const CARD = "input[name=code], input[name=who]";
const NO_TEXT = ["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"];

type TextField = HTMLInputElement | HTMLTextAreaElement;

export function catchCards(page: Document): void {
  let typed = "";
  let burst = "";
  let last = 0;
  let read = -AFTER_MS;
  let before = "";
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      typed = burst = "";
      return;
    }
    const pause = event.timeStamp - last;
    last = event.timeStamp;
    const field = textField(event.target);
    if (event.key === "Enter" || event.key === "Tab") {
      if (event.timeStamp - read < AFTER_MS) {
        event.preventDefault();
      } else if (!event.isComposing && !editable(event.target)) {
        const number = event.key === "Enter" && !field && pause < GAP_MS && burst.length >= SHORTEST ? burst : null;
        if (fromField(page, field) || submit(page, QR.exec(typed)?.[0] ?? number, field, before)) {
          read = event.timeStamp;
          event.preventDefault();
        }
      }
      typed = burst = "";
    } else if (event.key.length === 1) {
      if (pause >= SLOW_MS || typed === "") {
        typed = "";
        before = field?.value ?? "";
      }
      typed = (typed + event.key).slice(-LONGEST);
      const going = pause < GAP_MS && burst.length > 0;
      burst = going ? burst + event.key : event.key;
      if (going && event.target instanceof HTMLSelectElement) {
        event.preventDefault();
      }
    }
  });
  // An input method takes the reader's Enter for itself.
  page.addEventListener("compositionend", (event) => {
    if (fromField(page, textField(event.target))) {
      read = event.timeStamp;
    }
  });
}

/** A QR at the end of what stands in a field is taken out of it again: everything else stays theirs. */
function fromField(page: Document, field: TextField | null): boolean {
  const found = field && QR.exec(field.value);
  return !!found && submit(page, found[0], field, field.value.slice(0, found.index));
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

/** False where there is nothing to submit, or the page takes no card: what was read then stays where it was typed. */
function submit(page: Document, read: string | null, typedIn: TextField | null, before: string): boolean {
  const form = page.querySelector<HTMLFormElement>(FORM);
  const code = form?.querySelector<HTMLInputElement>(CARD);
  if (!read || !form || !code) {
    return false;
  }
  if (isMyNumber(read)) {
    return typedIn === null;
  }
  if (typedIn && typedIn !== code) {
    typedIn.value = before;
  }
  return send(form, read);
}

/** Sent as if it had been typed there: what the form still asks for is asked for first. */
export function send(form: HTMLFormElement, read: string): boolean {
  const code = form.querySelector<HTMLInputElement>(CARD);
  if (!code) {
    return false;
  }
  code.value = read.trim();
  form.requestSubmit();
  return true;
}

/** The QR of a card, or the number alone of an older card or a hospital's own: the centre knows which. */
export function maybeCard(read: string): boolean {
  return QR.exec(read)?.index === 0 || /^(?=.*\d)[A-Za-z0-9-]{6,20}$/.test(read.trim());
}
