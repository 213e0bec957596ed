// Opens a facility's copy of its own records (StandbyFile.java): one file, in any browser, without a network. The code becomes the
// key, the signature is checked where the browser knows Ed25519, and one block is opened at a time. Nothing is kept.

type Bytes = Uint8Array<ArrayBuffer>;
type Line = { number: string; name: string; kana: string; birth: string; part: number; place: number };
type Opened = { key: CryptoKey; head: string; lines: Line[] };

const FORM = "hmnet-standby/1";
const NONCE = 12;
const SHOWN = 50;
const utf8 = new TextEncoder();

const part = (id: string): HTMLElement => document.getElementById(id)!;
const text = (id: string): string => document.getElementById(id)?.textContent ?? "";

let opened: Opened | undefined;

void checkSignature();
part("open").addEventListener("submit", (event) => {
  event.preventDefault();
  void open();
});
part("find").addEventListener("input", list);
part("found").addEventListener("click", (event) => {
  const line = (event.target as HTMLElement).closest<HTMLElement>("[data-line]");
  if (line) {
    void show(Number(line.dataset["line"]));
  }
});
part("print").addEventListener("click", () => window.print());

/** Says so too where this browser cannot check: the code alone proves that whoever made the file knew it. */
async function checkSignature(): Promise<void> {
  const { key, signature } = part("statement").dataset;
  let state = "unknown";
  try {
    const signer = await crypto.subtle.importKey("raw", decoded(key!), "Ed25519", false, ["verify"]);
    state = (await crypto.subtle.verify("Ed25519", signer, decoded(signature!), utf8.encode(text("statement")))) ? "good" : "bad";
  } catch {
    // no Ed25519 here
  }
  tell("signature", state);
}

async function open(): Promise<void> {
  tell("opening", "works");
  try {
    const [form, facility, at, salt] = text("statement").split("\n");
    if (form !== FORM) {
      throw new Error("another form");
    }
    const head = [form, facility, at].join("\n");
    const key = await derived(part("code") as HTMLInputElement, salt!);
    opened = { key, head, lines: (await block({ key, head, lines: [] }, "index")) as Line[] };
    opened.lines.sort((one, other) => one.kana.localeCompare(other.kana, "ja"));
    (part("code") as HTMLInputElement).value = "";
    part("open").hidden = true;
    part("opened").hidden = false;
    list();
    part("find").focus();
  } catch {
    tell("opening", "bad");
  }
}

async function derived(field: HTMLInputElement, salt: string): Promise<CryptoKey> {
  const code = field.value.normalize("NFKC").replace(/[\s\p{Pd}\u30fc\u2212]/gu, "").toUpperCase();
  const secret = await crypto.subtle.importKey("raw", utf8.encode(code), "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: hex(salt), info: utf8.encode(FORM) };
  return crypto.subtle.deriveKey(how, secret, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
}

/** A block is what the statement says it is, and opens under its own name alone. */
async function block(of: Opened, name: string): Promise<unknown> {
  const sealed = text(name);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", utf8.encode(sealed)));
  const said = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!text("statement").split("\n").includes(`${name} ${said}`)) {
    throw new Error("not what was signed");
  }
  const bytes = decoded(sealed);
  const how = { name: "AES-GCM", iv: bytes.subarray(0, NONCE), additionalData: utf8.encode(`${of.head}\n${name}`) };
  const packed = await crypto.subtle.decrypt(how, of.key, bytes.subarray(NONCE));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

/** By the beginning of the chart number, any part of name or kana, or the birth date. */
function list(): void {
  const asked = folded((part("find") as HTMLInputElement).value);
  const lines = opened!.lines;
  const found = lines
    .map((line, place) => ({ line, place }))
    .filter(({ line }) => line.number.startsWith(asked) || folded(line.name + line.kana + " " + line.birth).includes(asked));
  part("found").replaceChildren(...found.slice(0, SHOWN).map(({ line, place }) => entry(line, place)));
  part("count").textContent = part("count").dataset["words"]!.replace("{0}", String(found.length)).replace("{1}", String(lines.length));
}

/** Kana of either kind, width and spaces do not matter. */
function folded(words: string): string {
  return words
    .normalize("NFKC")
    .replace(/[\s/.]/g, "")
    .replaceAll("-", "")
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .toLowerCase();
}

function entry(line: Line, place: number): HTMLElement {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.dataset["line"] = String(place);
  button.textContent = `${line.kana} ${line.name} ${line.birth} ${line.number}`;
  item.append(button);
  return item;
}

async function show(place: number): Promise<void> {
  const line = opened!.lines[place]!;
  const person = part("person");
  try {
    const pages = (await block(opened!, `part-${line.part}`)) as string[];
    person.innerHTML = pages[line.place]!;
  } catch {
    person.textContent = part("damaged").textContent;
  }
  part("print").hidden = false;
  person.focus();
  person.scrollIntoView();
}

function tell(region: string, state: string): void {
  for (const words of part(region).querySelectorAll<HTMLElement>("[data-state]")) {
    words.hidden = words.dataset["state"] !== state;
  }
}

function decoded(base64: string): Bytes {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function hex(digits: string): Bytes {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
