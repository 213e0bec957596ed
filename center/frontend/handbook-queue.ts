import { dropEntry, entries, keepEntry, type Entry, type Kept } from "./handbook-store.ts";

// Sends what was written without a network: in order, each as often as it takes to hear an answer. The centre knows an entry by
// its number and keeps it once. What it refuses is put aside for a human; nothing is thrown away here.

const ADDRESS = "/my/vitals";
const LOCK = "hmnet-handbook-entries";
const FIRST_MS = 2_000;
const LONGEST_MS = 600_000;
const BUSY = [408, 425, 429];

/** `sign-in`: nobody is signed in. `later`: no answer, and it is tried again at that time. */
export type Sending = { sent: number; left: "none" | "sign-in" | "later"; next: number };
type Answer = { kept?: boolean; problems?: Record<string, string> };
type Outcome = "kept" | "refused" | "sign-in" | "later";

let sending: Promise<Sending> | null = null;

/** @param open whose handbook the session has open: an entry never goes to another's */
export function send(open: string): Promise<Sending> {
  sending ??= alone(open).finally(() => (sending = null));
  return sending;
}

/** Two tabs never send at once. */
async function alone(open: string): Promise<Sending> {
  return navigator.locks ? navigator.locks.request(LOCK, () => each(open)) : each(open);
}

async function each(open: string): Promise<Sending> {
  let sent = 0;
  for (const one of await entries()) {
    if (one.value.whose !== open || one.value.problems) {
      continue;
    }
    if (one.value.next > Date.now()) {
      return { sent, left: "later", next: one.value.next };
    }
    const outcome = await post(one);
    if (outcome === "kept") {
      sent++;
    } else if (outcome === "sign-in") {
      return { sent, left: "sign-in", next: 0 };
    } else if (outcome === "later") {
      const tries = one.value.tries + 1;
      const next = Date.now() + Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries, 20)) * (0.75 + Math.random() / 2);
      await keepEntry({ ...one.value, tries, next }, one.place);
      return { sent, left: "later", next };
    }
  }
  return { sent, left: "none", next: 0 };
}

/** A person who asks again does not wait. */
export async function hurry(): Promise<void> {
  for (const { place, value } of await entries()) {
    if (value.next > 0 && !value.problems) {
      await keepEntry({ ...value, next: 0 }, place);
    }
  }
}

async function post({ place, value }: Kept<Entry>): Promise<Outcome> {
  let answer: Response;
  try {
    answer = await fetch(ADDRESS, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ ...value.fields, entry: value.entry, whose: value.whose, queued: "yes" }),
      redirect: "manual",
      cache: "no-store",
    });
  } catch {
    return "later";
  }
  if (answer.type === "opaqueredirect" || answer.status === 401) {
    return "sign-in";
  }
  if (answer.status >= 500 || BUSY.includes(answer.status)) {
    return "later";
  }
  const said = (await answer.json().catch(() => ({}))) as Answer;
  if (answer.ok && said.kept === true) {
    await dropEntry(place);
    return "kept";
  }
  if (answer.ok) {
    return "later"; // something between here and the centre answered
  }
  await keepEntry({ ...value, problems: said.problems ?? {} }, place);
  return "refused";
}
