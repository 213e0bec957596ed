import { copies, destroy, dropEntry, entries, ENTRIES_MAX, keepEntry, mayKeep, whenGone } from "./handbook-store.ts";
import type { Copy, Entry, Kept, Page } from "./handbook-store.ts";
import { hurry } from "./handbook-queue.ts";
import { visit } from "./handbook-watch.ts";
import { isMarked } from "./handbook-marks.ts";
import { printedNodes } from "./printed-nodes.ts";

// The page that shows what the device keeps, with or without a network. It names nobody until it has read that. Of each page
// stands here what a printer would print.

const DAY_MS = 86_400_000;
const OLD_DAYS = 3;
const MINUTE_MS = 60_000;

let all: Copy[] = [];
let chosen: Copy | undefined;
let correcting: Kept<Entry> | null = null;
let trying = 0;

function one<T extends HTMLElement = HTMLElement>(name: string, within: ParentNode = document): T {
  return within.querySelector<T>(`[data-${name}]`)!;
}

function filled(part: HTMLElement, words: string, value: string): string {
  return (part.dataset[words] ?? "").replace("{0}", () => value);
}

function tell(words: string, value = ""): void {
  one("told").textContent = words === "" ? "" : filled(one("told"), words, value);
}

function moment(at: string): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" }).format(new Date(at));
}

export async function showKept(): Promise<void> {
  addEventListener("hashchange", () => void draw());
  addEventListener("online", () => void connect(true));
  addEventListener("offline", () => air(false));
  whenGone(() => void lost());
  for (const back of document.querySelectorAll("[data-back]")) {
    back.addEventListener("click", (event) => {
      event.preventDefault();
      location.hash = "";
    });
  }
  one("entry-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void write();
  });
  one("destroy").addEventListener("click", () => void end());
  await load();
  await connect(false);
}

async function load(): Promise<void> {
  all = mayKeep() && isMarked() ? await copies() : [];
  chosen = all.find((copy) => copy.whose === chosen?.whose) ?? all[0];
  fresh();
  await draw();
}

function air(connected: boolean): void {
  one("offline").hidden = connected;
  one("online").hidden = !connected;
}

/** Whether the centre answers counts, not what the device believes of its network. */
async function connect(asked: boolean): Promise<void> {
  clearTimeout(trying);
  if (!all.length) {
    air(navigator.onLine);
    return;
  }
  if (asked) {
    await hurry();
  }
  const came = await visit();
  air(came !== null);
  if (!came) {
    trying = window.setTimeout(() => void connect(false), MINUTE_MS);
    return;
  }
  if (!came.stands) {
    await lost();
    return;
  }
  const left = await entries();
  const waiting = left.filter(({ value }) => !value.problems);
  if (came.sending?.sent) {
    tell("sent", String(came.sending.sent));
  } else if (left.length > waiting.length) {
    tell("refused", String(left.length - waiting.length));
  }
  one("signin").hidden = !(waiting.length && (came.open === null || came.sending?.left === "sign-in"));
  one("other").hidden = came.open === null || waiting.every(({ value }) => value.whose === came.open);
  if (came.sending?.left === "later") {
    trying = window.setTimeout(() => void connect(false), Math.max(1_000, came.sending.next - Date.now()));
  }
  await load();
}

async function lost(): Promise<void> {
  all = [];
  chosen = undefined;
  correcting = null;
  one<HTMLFormElement>("entry-form").reset();
  tell("gone");
  await draw();
}

async function draw(): Promise<void> {
  const was = !one("page").hidden;
  const page = chosen?.pages.find(({ address }) => location.hash === "#" + address);
  one("none").hidden = !!chosen;
  one("list").hidden = !chosen || !!page;
  one("page").hidden = !page;
  one("at").hidden = !chosen?.pages.length;
  one("emptied").hidden = !chosen || chosen.pages.length > 0;
  one("content").replaceChildren();
  const title = one("title");
  if (!chosen) {
    one("old").hidden = true;
    title.textContent = document.title.split(" | ")[0]!;
    one("places").replaceChildren();
    one("persons").replaceChildren();
    one("entries").replaceChildren();
    return;
  }
  title.textContent = filled(title, "words", chosen.name);
  one("at").textContent = filled(one("at"), "words", moment(chosen.at));
  const days = Math.floor((Date.now() - Date.parse(chosen.at)) / DAY_MS);
  one("old").hidden = days < OLD_DAYS || !chosen.pages.length;
  one("old").textContent = filled(one("old"), "words", String(days));
  one("writing").hidden = !chosen.writes;
  if (page) {
    show(page);
  } else {
    one("places").replaceChildren(...chosen.pages.map((each) => link(each.title, () => (location.hash = each.address))));
    const others = all.filter((copy) => copy !== chosen);
    one("people").hidden = others.length === 0;
    one("persons").replaceChildren(...others.map((copy) => link(filled(title, "words", copy.name), () => choose(copy))));
    await list();
    if (was) {
      one("title").focus();
    }
  }
}

function choose(copy: Copy): void {
  chosen = copy;
  correcting = null;
  one<HTMLFormElement>("entry-form").reset();
  fresh();
  void draw().then(() => one("title").scrollIntoView());
}

function link(words: string, then: () => void): HTMLElement {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = words;
  button.addEventListener("click", then);
  item.append(button);
  return item;
}

function show(page: Page): void {
  one("content").replaceChildren(...printedNodes(page.html));
  one("expired").hidden = !page.until || Date.now() < Date.parse(page.until);
  one("page").focus();
  window.scrollTo(0, 0);
}

async function list(): Promise<void> {
  const own = (await entries()).filter(({ value }) => value.whose === chosen?.whose);
  one("entries").replaceChildren(...own.map(line));
}

function line(kept: Kept<Entry>): HTMLElement {
  const { value, place } = kept;
  const item = one<HTMLTemplateElement>("entry").content.firstElementChild!.cloneNode(true) as HTMLElement;
  const when = moment(value.fields["measured"]!);
  one("when", item).textContent = when;
  one("values", item).textContent = words(value);
  for (const named of item.querySelectorAll("[data-named]")) {
    named.textContent = " " + when;
  }
  one("waiting", item).hidden = !!value.problems;
  one("refused", item).hidden = !value.problems;
  if (value.problems) {
    const reasons = Object.entries(value.problems).map(([field, why]) => (label(field) ? `${label(field)}: ${why}` : why));
    const told = reasons.length ? reasons : [one("reasons", item).dataset["otherwise"]!];
    one("reasons", item).replaceChildren(...told.map(point));
  }
  one("correct", item).addEventListener("click", () => correct(kept));
  const discard = one("discard", item);
  discard.addEventListener("click", () => {
    if (window.confirm(discard.dataset["sure"]!)) {
      void dropEntry(place).then(list);
    }
  });
  return item;
}

function point(words: string): HTMLElement {
  const item = document.createElement("li");
  item.textContent = words;
  return item;
}

function label(field: string): string {
  return document.querySelector(`label[for="${CSS.escape(field)}"]`)?.textContent ?? "";
}

function words(entry: Entry): string {
  return Object.entries(entry.fields)
    .filter(([field]) => field !== "measured")
    .map(([field, value]) => `${label(field)} ${value}`)
    .join(" / ");
}

function fields(): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...one("entry-form").querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")];
}

/** The hour of now, unless somebody is writing. */
function fresh(): void {
  const measured = document.querySelector<HTMLInputElement>("#measured")!;
  if (!measured.value || fields().every((field) => field === measured || !field.value)) {
    const now = new Date();
    measured.value = new Date(now.getTime() - now.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
  }
}

function correct(kept: Kept<Entry>): void {
  correcting = kept;
  for (const field of fields()) {
    field.value = kept.value.fields[field.name] ?? "";
  }
  document.querySelector<HTMLInputElement>("#measured")!.focus();
}

/**
 * The number of an entry is made here, once: what is sent twice is kept once. What the centre refused and is written anew is
 * another one; what it may have kept unheard stays the same, and it says so if the words differ.
 */
async function write(): Promise<void> {
  const typed = Object.fromEntries(fields().map((field) => [field.name, field.value.trim()]).filter(([, value]) => value));
  const empty = Object.keys(typed).every((name) => name === "measured");
  one("empty").hidden = !empty;
  tell("");
  if (empty || !chosen) {
    return;
  }
  if (!correcting && (await entries()).length >= ENTRIES_MAX) {
    tell("full");
    return;
  }
  const entry = correcting && !correcting.value.problems ? correcting.value.entry : crypto.randomUUID();
  await keepEntry({ entry, whose: chosen.whose, fields: typed, tries: 0, next: 0, problems: null }, correcting?.place ?? null);
  correcting = null;
  one<HTMLFormElement>("entry-form").reset();
  fresh();
  await list();
  tell("queued");
  await connect(false);
}

async function end(): Promise<void> {
  const left = (await entries()).length;
  if (!window.confirm(filled(one("destroy"), "sure", String(left)))) {
    return;
  }
  await destroy();
  await lost();
  await fetch("/handbook/copy/end", { method: "POST", cache: "no-store" }).catch((problem) => console.debug(problem));
}
