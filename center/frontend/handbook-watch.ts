import { confirm, destroy, entries, type Term } from "./handbook-store.ts";
import { send, type Sending } from "./handbook-queue.ts";

// Runs on every page of residents on a device that keeps something: asks whether it may stay, sends what waits, and destroys all
// of it before its resident goes out.

const STATE = "/handbook/state";
const OUT = /^\/my\/signout(\/everywhere)?$/;

type State = { stands: boolean; open: string | null; copies: Term[] };
/** `null`: the centre does not answer. */
export type Visit = { stands: boolean; open: string | null; sending: Sending | null } | null;

export async function visit(): Promise<Visit> {
  const state = await asked();
  if (!state) {
    return null;
  }
  if (!state.stands) {
    await destroy();
    return { stands: false, open: state.open, sending: null };
  }
  await confirm(state.copies);
  return { stands: true, open: state.open, sending: state.open === null ? null : await send(state.open) };
}

async function asked(): Promise<State | null> {
  try {
    const answer = await fetch(STATE, { cache: "no-store", redirect: "error" });
    const state = (await answer.json()) as State;
    return answer.ok && typeof state.stands === "boolean" ? state : null;
  } catch {
    return null;
  }
}

/** Destroys before it goes out, also where the browser does not do so by itself. */
export function destroyOnSignOut(page: Document): void {
  page.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!OUT.test(new URL(form.action).pathname)) {
      return;
    }
    event.preventDefault();
    void goOut(form);
  });
}

async function goOut(form: HTMLFormElement): Promise<void> {
  const left = (await entries().catch(() => [])).length;
  const words = form.closest<HTMLElement>("[data-own-out]")?.dataset["ownOut"] ?? "";
  if (left > 0 && !window.confirm(words.replace("{0}", String(left)))) {
    return;
  }
  await destroy().catch((problem) => console.debug(problem));
  form.submit();
}
