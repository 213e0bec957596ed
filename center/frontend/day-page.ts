import { type DayCopy, type DaySet, dayStore, keepDay, openDay, triesLeft } from "./day-copies.ts";
import { keepPage } from "./kept-page.ts";
import { printedNodes } from "./printed-nodes.ts";
import { mayKeepCopies } from "./shift-store.ts";

// The page of the copies of a day. It names nobody until the PIN was typed, and locks itself when nobody touches it.

const EVERY_MS = 30_000;
const IDLE_MS = 300_000;
const PIN_LEAST = 6;
/** What a shift is taken to be until another end is typed, by day or by night. */
const SHIFT_MS = 28_800_000;

const body = document.body;
const address = body.dataset["dayCopies"]!;
const pin = document.querySelector<HTMLInputElement>("#day-pin")!;
const fresh = document.querySelector<HTMLInputElement>("#day-new-pin")!;
const until = document.querySelector<HTMLInputElement>("#day-until")!;
let open: DayCopy[] | null = null;
let idle = 0;

function one(name: string): HTMLElement {
  return document.querySelector<HTMLElement>(`[data-day-${name}]`)!;
}

function moment(at: string): string {
  const how = { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Tokyo" } as const;
  return new Intl.DateTimeFormat(document.documentElement.lang, how).format(new Date(at));
}

function tell(name: string, shown: boolean, ...words: string[]): void {
  const part = one(name);
  part.hidden = !shown;
  if (shown && part.dataset["words"]) {
    part.textContent = words.reduce((text, word, place) => text.replace(`{${place}}`, () => word), part.dataset["words"]);
  }
}

function problem(name: string | null, ...words: string[]): void {
  for (const each of ["over", "refused", "wrong", "gone", "short", "none-today"]) {
    tell(each, each === name, ...words);
  }
}

async function stand(): Promise<void> {
  const held = await dayStore.term();
  if (held === "over") {
    lock();
    problem("over");
  }
  const stands = held !== null && held !== "over" ? held : null;
  if (!stands && open) {
    lock();
  }
  tell("none", !stands);
  tell("held", !!stands, String(stands?.count ?? 0), stands ? moment(stands.at) : "", stands ? moment(stands.until) : "");
  tell("left", !!stands && stands.more > 0, String(stands?.more ?? 0));
  one("locked").hidden = !stands || open !== null;
  one("open").hidden = open === null;
  one("erase").hidden = !stands;
  const waiting = await dayStore.looksWaiting();
  tell("looks", waiting > 0, String(waiting));
}

async function reach(): Promise<void> {
  try {
    await dayStore.reach(address);
  } catch (nothing) {
    console.debug(nothing);
  }
  await stand();
}

async function take(): Promise<void> {
  problem(null);
  if (!new RegExp(`^[0-9]{${PIN_LEAST},12}$`).test(fresh.value.normalize("NFKC").trim())) {
    problem("short");
    return;
  }
  tell("taking", true);
  try {
    const sent = new URLSearchParams({ until: until.value });
    const answer = await fetch(address + "/copies", { method: "POST", body: sent, cache: "no-store", redirect: "error" });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const set = (await answer.json()) as DaySet;
    await keepDay(set, fresh.value);
    fresh.value = "";
    open = null;
    problem(set.copies.length === 0 ? "none-today" : null);
    await navigator.storage?.persist?.();
  } catch (refused) {
    console.debug(refused);
    problem("refused");
  }
  tell("taking", false);
  await stand();
}

async function unlock(): Promise<void> {
  problem(null);
  const found = await openDay(pin.value);
  pin.value = "";
  if (found) {
    open = found;
    list();
    touched();
  } else {
    const left = triesLeft();
    const gone = (await dayStore.term()) === null;
    problem(gone ? "gone" : "wrong", String(left));
  }
  await stand();
  if (open) {
    one("list").querySelector("button")?.focus();
  }
}

function list(): void {
  const lines = (open ?? []).map((copy) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    const name = document.createElement("strong");
    name.textContent = copy.name;
    button.append(name, ` ${copy.kana} ${copy.birth}${copy.number ? ` ${copy.number}` : ""}`);
    button.addEventListener("click", () => void show(copy));
    item.append(button);
    return item;
  });
  one("list").replaceChildren(...lines);
  one("list").hidden = false;
  one("person").hidden = true;
}

async function show(copy: DayCopy): Promise<void> {
  if (typeof (await dayStore.term()) !== "object" || !open) {
    await stand();
    return;
  }
  await dayStore.noteLook(copy.copy);
  one("content").replaceChildren(...printedNodes(copy.html));
  one("list").hidden = true;
  one("person").hidden = false;
  one("person").focus();
  window.scrollTo(0, 0);
  void (navigator.onLine ? reach() : stand());
}

function lock(): void {
  open = null;
  clearTimeout(idle);
  one("content").replaceChildren();
  one("list").replaceChildren();
  one("person").hidden = true;
  one("open").hidden = true;
  pin.value = "";
}

function touched(): void {
  clearTimeout(idle);
  if (open) {
    idle = window.setTimeout(() => {
      lock();
      void stand();
    }, IDLE_MS);
  }
}

function listen(): void {
  one("take-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void take();
  });
  one("locked").addEventListener("submit", (event) => {
    event.preventDefault();
    void unlock();
  });
  one("back").addEventListener("click", list);
  one("lock").addEventListener("click", () => {
    lock();
    void stand();
  });
  one("erase").addEventListener("click", () => {
    lock();
    problem(null);
    void dayStore.destroy().then(stand);
  });
  for (const kind of ["pointerdown", "keydown", "scroll"]) {
    document.addEventListener(kind, touched, { passive: true });
  }
  window.addEventListener("pagehide", lock);
  const air = () => {
    one("offline").hidden = navigator.onLine;
    one("take").hidden = !navigator.onLine;
  };
  window.addEventListener("online", () => {
    air();
    void reach();
  });
  window.addEventListener("offline", air);
  air();
}

if (mayKeepCopies()) {
  const end = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Tokyo" } as const;
  until.value = new Intl.DateTimeFormat("en-GB", end).format(new Date(Date.now() + SHIFT_MS));
  listen();
  window.setInterval(() => void stand(), EVERY_MS);
  void (navigator.onLine ? reach() : stand());
  void keepPage(address, body.dataset["service"]!, []).then((stands) => {
    tell("kept", stands);
    tell("kept-not", !stands);
  });
} else {
  tell("kept-not", true);
}
