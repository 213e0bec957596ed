import { areaStore, findCopies, type Found, keepCopies } from "./area-copies.ts";
import { mayKeepCopies } from "./shift-store.ts";

// The part of the page of emergency codes that finds a code among the copies of the area. It reads what it finds as a code that
// a camera saw.

const EVERY_MS = 30_000;

type Page = {
  tell(name: string, shown: boolean, ...words: string[]): void;
  moment(at: Date): string;
  read(text: string): Promise<void>;
};

export function offerCopies(page: Page): void {
  const part = document.querySelector<HTMLDetailsElement>("[data-area]");
  if (!part || !mayKeepCopies()) {
    part?.remove();
    return;
  }
  const address = part.dataset["areaAddress"]!;
  const form = part.querySelector("form")!;
  const who = part.querySelector<HTMLInputElement>("#area-who")!;
  const birth = part.querySelector<HTMLInputElement>("#area-birth")!;
  let over = false;

  function problem(name: string | null): void {
    for (const one of ["area-over", "area-refused", "area-nobody", "area-many", "area-birth-needed"]) {
      page.tell(one, one === name);
    }
  }

  async function stand(): Promise<boolean> {
    const held = await areaStore.term();
    if (held === "over") {
      over = true;
      problem("area-over");
    }
    const stands = held !== null && held !== "over" ? held : null;
    page.tell("area-none", !stands);
    page.tell(
      "area-held",
      !!stands,
      String(stands?.count ?? 0),
      stands ? page.moment(new Date(stands.at)) : "",
      stands ? page.moment(new Date(stands.until)) : "",
    );
    page.tell("area-more", !!stands && stands.more > 0, String(stands?.more ?? 0));
    const waiting = await areaStore.looksWaiting();
    page.tell("area-looks", waiting > 0, String(waiting));
    return stands !== null;
  }

  async function reach(): Promise<unknown> {
    try {
      await areaStore.reach(address);
    } catch (nothing) {
      console.debug(nothing);
    }
    return stand();
  }

  async function fetchSet(): Promise<void> {
    problem(null);
    try {
      const answer = await fetch(address, { method: "POST", cache: "no-store", redirect: "error" });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      await keepCopies((await answer.json()) as Parameters<typeof keepCopies>[0]);
      await navigator.storage?.persist?.();
    } catch (refused) {
      console.debug(refused);
      problem("area-refused");
    }
    await stand();
  }

  function typedBirth(): string | null {
    const digits = birth.value.normalize("NFKC").replace(/\D/g, "");
    return digits.length === 8 ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : null;
  }

  async function find(): Promise<void> {
    problem(null);
    const born = typedBirth();
    if (!born && !/^hm1\./i.test(who.value.normalize("NFKC").trim())) {
      problem("area-birth-needed");
      return;
    }
    if (!(await stand())) {
      problem(over ? "area-over" : null);
      return;
    }
    const found = await findCopies(who.value, born ?? "");
    if (found.length !== 1) {
      problem(found.length === 0 ? "area-nobody" : "area-many");
      return;
    }
    await shown(found[0]!);
  }

  async function shown(found: Found): Promise<void> {
    await areaStore.noteLook(found.copy);
    who.value = birth.value = "";
    part!.open = false;
    await page.read(found.code);
    // A code that was withdrawn or is over shows its verdict alone.
    const shows = !document.querySelector<HTMLElement>("[data-content]")!.hidden;
    page.tell("area-found", shows);
    document.querySelector<HTMLElement>("[data-area-age]")!.hidden = !shows;
    await (navigator.onLine ? reach() : stand());
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void find();
  });
  part.querySelector("[data-area-fetch]")!.addEventListener("click", () => void fetchSet());
  window.addEventListener("online", () => void reach());
  window.setInterval(() => void stand(), EVERY_MS);
  void (navigator.onLine ? reach() : stand());
}
