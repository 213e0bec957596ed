import { offerCopies } from "./area-page.ts";
import { judge, type CodeWords, type KeyList, looksLikeCode, type Section } from "./emergency-code-check.ts";
import { cacheOf, keepPage } from "./kept-page.ts";

// The page on which a crew reads an emergency code. It is kept on the device with the list of keys, so that it works where there
// is no network; what a code says is kept nowhere and sent to nobody.

const DAY_MS = 86_400_000;
const RENEW_MS = 600_000;
const FIRST = "H";
/** Nobody reads one person's code that long: it does not stay on the screen. */
const SHOWN_MS = 1_800_000;

const body = document.body;
const page = body.dataset["codes"]!;
const keysAddress = body.dataset["keys"]!;
const kept = body.dataset["keep"]!.split(" ");
const field = document.querySelector<HTMLTextAreaElement>("#code")!;
const form = document.querySelector("form")!;
const result = document.querySelector<HTMLElement>("[data-result]")!;
const person = document.querySelector<HTMLElement>("[data-person]")!;
const places = document.querySelector<HTMLElement>("[data-sections]")!;
let list: KeyList | null = null;
let hiding = 0;

function one(name: string): HTMLElement {
  return document.querySelector<HTMLElement>(`[data-${name}]`)!;
}

function moment(at: Date): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

function day(at: Date): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium" }).format(at);
}

/** With the year of the era, as papers of identity in Japan say it. */
function born(at: Date): string {
  const era = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric" }).format(at);
  return document.documentElement.lang.startsWith("ja") ? `${day(at)}（${era}）` : day(at);
}

/** A text of the page with what belongs into it. */
function filled(part: HTMLElement, ...words: string[]): string {
  return words.reduce((text, word, place) => text.replace(`{${place}}`, () => word), part.dataset["words"] ?? "");
}

function tell(name: string, shown: boolean, ...words: string[]): void {
  const part = one(name);
  part.hidden = !shown;
  if (shown && part.dataset["words"]) {
    part.textContent = filled(part, ...words);
  }
}

async function renewKeys(): Promise<void> {
  try {
    const answer = await fetch(keysAddress, { cache: "no-cache" });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const keeping = answer.clone();
    list = (await answer.json()) as KeyList;
    await (await globalThis.caches?.open(cacheOf(page)))?.put(keysAddress, keeping);
  } catch (problem) {
    console.debug(problem);
  }
  showList();
}

function showList(): void {
  const at = list && new Date(list.at);
  const old = !!at && Date.now() - at.getTime() > DAY_MS;
  tell("list-none", !list);
  tell("list-fresh", !!at && !old, at ? moment(at) : "");
  tell("list-old", old, at ? moment(at) : "");
  tell("list-part", !!list && !list.complete);
}

async function keep(): Promise<void> {
  const stands = await keepPage(page, body.dataset["service"]!, [keysAddress, ...kept]);
  tell(stands ? "kept" : "kept-not", true);
}

async function read(text: string): Promise<void> {
  clear();
  const plain = text.normalize("NFKC").toUpperCase().trim();
  if (!plain) {
    return;
  }
  const { verdict, words, early } = await judge(plain, list, new Date());
  for (const part of result.querySelectorAll<HTMLElement>("[data-verdict]")) {
    part.hidden = part.dataset["verdict"] !== verdict;
  }
  tell("early", early);
  if (words) {
    show(words);
    const made = Math.floor((Date.now() - words.made.getTime()) / DAY_MS);
    one("area-age").textContent = made < 1 ? (one("area-age").dataset["today"] ?? "") : filled(one("area-age"), String(made));
    hiding = window.setTimeout(clear, SHOWN_MS);
  }
  result.hidden = false;
  form.hidden = words !== null;
  result.focus();
  result.scrollIntoView({ block: "start" });
}

function show(words: CodeWords): void {
  const who = words.person;
  person.hidden = !who;
  tell("person-none", !who);
  if (who) {
    one("name").textContent = who.name;
    one("kana").textContent = who.kana;
    const birth = one("birth");
    birth.textContent = filled(birth, born(new Date(who.birth + "T00:00:00")), age(who.birth));
    one("sex").textContent = one("sex").dataset[who.sex] ?? "";
  }
  places.replaceChildren(...words.sections.map(section));
  const about = one("about");
  const missing = [...document.querySelectorAll<HTMLTemplateElement>("template[data-chosen]")]
    .filter((model) => !words.sections.some(({ part }) => String(part) === model.dataset["part"]))
    .map((model) => model.content.querySelector("h2")!.textContent);
  tell("unchosen", missing.length > 0, missing.join(one("unchosen").dataset["comma"]));
  about.textContent = filled(about, moment(words.made), day(new Date(words.until.getTime() - 1)), words.number, words.issuer);
  one("content").hidden = false;
}

function age(birth: string): string {
  const [year, month, date] = birth.split("-").map(Number) as [number, number, number];
  const now = new Date();
  const before = now.getMonth() + 1 < month || (now.getMonth() + 1 === month && now.getDate() < date);
  return String(now.getFullYear() - year - (before ? 1 : 0));
}

/** Text alone: what a code says is never taken for a part of the page. */
function section({ part, more, lines }: Section): HTMLElement {
  const model = document.querySelector<HTMLTemplateElement>(`template[data-part="${part}"], template[data-part=other]`)!;
  const copy = model.content.firstElementChild!.cloneNode(true) as HTMLElement;
  copy.querySelector("ul")!.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement("li");
      item.textContent = line;
      return item;
    }),
  );
  const rest = copy.querySelector<HTMLElement>("[data-more]")!;
  rest.hidden = more === 0;
  rest.textContent = more === 0 ? "" : filled(rest, String(more));
  return copy;
}

function clear(): void {
  clearTimeout(hiding);
  tell("area-found", false);
  one("area-age").hidden = true;
  field.value = "";
  result.hidden = true;
  form.hidden = false;
  one("content").hidden = true;
  places.replaceChildren();
  for (const name of ["name", "kana", "birth", "sex", "about"]) {
    one(name).textContent = "";
  }
}

/** Whether a reader begins to type where no letter belongs: over words that stand it takes the first letter of a code. */
function isReader(event: KeyboardEvent): boolean {
  const { target, key } = event;
  const plain = key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  const nowhere = target === body || result.contains(target as Node);
  return plain && nowhere && (result.hidden || key.normalize("NFKC").toUpperCase() === FIRST);
}

function listen(): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void read(field.value);
  });
  // A reader types like a keyboard, wherever the focus is, and ends with Enter. The next code takes the place of the last:
  // nobody is left before one person with another's words.
  document.addEventListener("keydown", (event) => {
    if (event.target === field && event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      void read(field.value);
    } else if (isReader(event)) {
      if (!result.hidden) {
        clear();
      }
      field.focus();
    }
  });
  field.addEventListener("compositionend", () => looksLikeCode(field.value.normalize("NFKC").toUpperCase()) && void read(field.value));
  document.querySelector("dialog")!.addEventListener("read", (event) => void read((event as CustomEvent<string>).detail));
  one("next").addEventListener("click", () => {
    clear();
    field.focus();
  });
  window.addEventListener("pagehide", clear);
  const online = () => tell("online", navigator.onLine);
  window.addEventListener("online", () => {
    online();
    void renewKeys();
  });
  window.addEventListener("offline", online);
  online();
}

listen();
offerCopies({ tell, moment, read });
window.setInterval(() => void renewKeys(), RENEW_MS);
void renewKeys().then(keep);
