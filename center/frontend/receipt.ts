// A receipt is checked in the browser, without a network: the words by the log's key, the event by the path to the head of the
// log, the head by the keys of the log and its witnesses (C2SP signed-note, tlog-proof, tlog-cosignature). SignedReceipt.java does
// the same. Where the browser has no Ed25519 the form is sent.

const HEAD = "hmnet-receipt/v1 ";
const PROOF = "c2sp.org/tlog-proof@v1\n";
const LOG = 1;
const WITNESS = 4;
const ID_BYTES = 4;
const TIME_BYTES = 8;

type Bytes = Uint8Array<ArrayBuffer>;
type Key = { name: string; id: string; kind: number; key: CryptoKey };
type Line = { name: string; id: string; signature: Bytes };
type Check = { verdict: string; words: string[]; index: number; size: number; witnesses: string[] };

class Unreadable extends Error {}

export function checkReceipts(page: Document): void {
  const form = page.querySelector<HTMLFormElement>("form[data-log-key]");
  if (!form || !globalThis.crypto?.subtle) {
    return;
  }
  page.documentElement.classList.add("checks-receipts");
  const text = form.querySelector("textarea")!;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void check(form, text.value, true);
  });
  form.querySelector<HTMLInputElement>("input[type=file]")!.addEventListener("change", async (event) => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file) {
      text.value = (await file.slice(0, text.maxLength).text()).trim();
      await check(form, text.value, false);
    }
  });
}

// Nothing leaves this machine before somebody presses the button.
async function check(form: HTMLFormElement, file: string, pressed: boolean): Promise<void> {
  let keys: Key[];
  try {
    const names = [form.dataset["logKey"]!, ...form.dataset["witnessKeys"]!.split(" ").filter((key) => key)];
    keys = await Promise.all(names.map(readKey));
  } catch {
    if (pressed) {
      form.submit();
    }
    return;
  }
  show(await judged(file, keys).catch(() => bad("unreadable")));
}

function show(check: Check): void {
  const region = document.querySelector("[data-verdicts]")!;
  for (const part of region.querySelectorAll<HTMLElement>("[data-verdict]")) {
    part.hidden = part.dataset["verdict"] !== check.verdict;
  }
  const words = region.querySelector("[data-receipt=words]")!;
  words.replaceChildren(...check.words.map((word) => {
    const line = document.createElement("li");
    line.textContent = word;
    return line;
  }));
  region.querySelector("[data-receipt=index]")!.textContent = String(check.index + 1);
  region.querySelector("[data-receipt=size]")!.textContent = String(check.size);
  const witnesses = region.querySelector<HTMLElement>("[data-receipt=witnesses]")!;
  witnesses.textContent = check.witnesses.join(" ") || witnesses.dataset["none"]!;
  region.scrollIntoView({ block: "nearest" });
}

function bad(verdict: string): Check {
  return { verdict, words: [], index: -1, size: -1, witnesses: [] };
}

async function judged(file: string, [log, ...witnesses]: Key[]): Promise<Check> {
  const text = file.replaceAll("\r\n", "\n").replaceAll("\uFEFF", "").trim() + "\n";
  const at = text.indexOf("\n" + PROOF);
  const end = text.indexOf("\n\n");
  if (!log || at < 0 || end < 0 || end > at) {
    throw new Unreadable();
  }
  const body = text.slice(0, end + 1);
  const lines = body.slice(0, -1).split("\n");
  const leaf = lines.at(-1)!;
  if (lines.length < 2 || !lines[0]!.startsWith(HEAD) || !leaf.startsWith("leaf ")) {
    throw new Unreadable();
  }
  const origin = lines[0]!.slice(HEAD.length);
  if (origin !== log.name || !(await signed(log, body, linesUnder(text.slice(0, at))))) {
    return bad("changed");
  }
  const proof = text.slice(at + 1 + PROOF.length);
  const blank = proof.indexOf("\n\n");
  const steps = proof.slice(0, blank).split("\n");
  const head = proof.slice(blank + 2);
  const [name, sizeText, root, empty] = head.split("\n");
  if (blank < 0 || !/^index (0|[1-9]\d{0,14})$/.test(steps[0]!) || !/^\d{1,15}$/.test(sizeText ?? "") || empty !== "") {
    throw new Unreadable();
  }
  const headBody = `${name}\n${sizeText}\n${root}\n`;
  const under = linesUnder(head);
  if (name !== origin || !(await signed(log, headBody, under))) {
    return bad("unsigned");
  }
  const index = Number(steps[0]!.slice("index ".length));
  const size = Number(sizeText);
  const hashes = steps.slice(1).map(hash);
  if (!(await includes(hash(leaf.slice("leaf ".length)), index, size, hashes, hash(root!)))) {
    return bad("not-in-log");
  }
  const genuine = await Promise.all(witnesses.map((witness) => signed(witness, headBody, under)));
  const names = witnesses.filter((_, place) => genuine[place]).map((witness) => witness.name);
  return { verdict: "genuine", words: lines.slice(1, -1), index, size, witnesses: names };
}

// RFC 9162, 2.1.3.2.
async function includes(leaf: Bytes, index: number, size: number, proof: Bytes[], root: Bytes): Promise<boolean> {
  if (index >= size) {
    return false;
  }
  let node = index;
  let last = size - 1;
  let at = leaf;
  for (const other of proof) {
    if (last === 0) {
      return false;
    }
    if (node % 2 === 1 || node === last) {
      at = await over(other, at);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      at = await over(at, other);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && same(at, root);
}

async function over(left: Bytes, right: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.of(1, ...left, ...right)));
}

async function signed(key: Key, body: string, lines: Line[]): Promise<boolean> {
  for (const line of lines.filter((one) => one.name === key.name && one.id === key.id)) {
    const stamped = key.kind === WITNESS;
    if (stamped && line.signature.length < TIME_BYTES) {
      continue;
    }
    const time = stamped ? new DataView(line.signature.buffer).getBigUint64(0) : 0n;
    const message = new TextEncoder().encode(stamped ? `cosignature/v1\ntime ${time}\n${body}` : body);
    const signature = stamped ? line.signature.slice(TIME_BYTES) : line.signature;
    if (await crypto.subtle.verify("Ed25519", key.key, signature, message)) {
      return true;
    }
  }
  return false;
}

function linesUnder(note: string): Line[] {
  return note.slice(note.indexOf("\n\n") + 2).split("\n").flatMap((line) => {
    const parts = line.split(" ");
    if (parts.length !== 3 || parts[0] !== "—") {
      return [];
    }
    let all: Bytes;
    try {
      all = bytes(parts[2]!);
    } catch {
      return [];
    }
    return [{ name: parts[1]!, id: hex(all.slice(0, ID_BYTES)), signature: all.slice(ID_BYTES) }];
  });
}

async function readKey(text: string): Promise<Key> {
  const [name, id, typed] = [text.split("+")[0]!, text.split("+")[1]!, bytes(text.split("+").slice(2).join("+"))];
  const kind = typed[0]!;
  if (kind !== LOG && kind !== WITNESS) {
    throw new Unreadable();
  }
  return { name, id, kind, key: await crypto.subtle.importKey("raw", typed.slice(1), "Ed25519", false, ["verify"]) };
}

function hash(text: string): Bytes {
  const read = bytes(text);
  if (read.length !== 32) {
    throw new Unreadable();
  }
  return read;
}

function bytes(base64: string): Bytes {
  if (btoa(atob(base64)) !== base64) {
    throw new Unreadable();
  }
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function hex(read: Bytes): string {
  return Array.from(read, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function same(one: Bytes, other: Bytes): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}
