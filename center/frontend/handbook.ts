import { copies, destroy, entries, keepCopy, mayKeep, type Copy } from "./handbook-store.ts";
import { visit } from "./handbook-watch.ts";
import { isMarked } from "./handbook-marks.ts";

// The home of the handbook: makes it work without a network, on this device, for a resident who asks for it.

const RENEW_MS = 21_600_000;
const INSTALL_MS = 30_000;

export function offerKeeping(section: HTMLElement): void {
  if (!mayKeep()) {
    return;
  }
  const app = section.dataset["handbook"]!;
  const whose = section.dataset["whose"]!;
  const told = section.querySelector<HTMLElement>("[data-told]")!;
  const keep = section.querySelector<HTMLButtonElement>("[data-keep]")!;
  const gone = section.querySelector<HTMLButtonElement>("[data-destroy]")!;
  const open = section.querySelector<HTMLElement>("[data-open]")!;

  function say(words: string, ...more: string[]): void {
    told.textContent = more.reduce((text, word, place) => text.replace(`{${place}}`, word), told.dataset[words]!);
  }

  function moment(at: string): string {
    return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" }).format(new Date(at));
  }

  async function own(): Promise<Copy | undefined> {
    return isMarked() ? (await copies()).find((copy) => copy.whose === whose) : undefined;
  }

  async function show(): Promise<void> {
    const copy = await own();
    // One that was emptied, since a wrong link was taken back, is none until it is made anew.
    copy && copy.pages.length > 0 ? say("kept", moment(copy.at)) : say("none");
    gone.hidden = !copy;
    open.hidden = !copy;
    if (copy) {
      keep.querySelector("span")?.remove();
      keep.textContent = keep.dataset["again"]!;
    }
  }

  async function take(): Promise<void> {
    keep.disabled = true;
    say("working");
    try {
      // What another resident left here goes before.
      if (isMarked()) {
        await visit();
      }
      await installed(app);
      const answer = await fetch(app + "/copy", {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams({ whose }),
        redirect: "error",
        cache: "no-store",
      });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      await keepCopy((await answer.json()) as Copy);
      await navigator.storage?.persist?.();
      await show();
    } catch (problem) {
      console.debug(problem);
      say("failed");
    } finally {
      keep.disabled = false;
    }
  }

  async function end(): Promise<void> {
    const left = (await entries()).length;
    if (!window.confirm(gone.dataset["sure"]!.replace("{0}", String(left)))) {
      return;
    }
    await destroy();
    await fetch(app + "/copy/end", { method: "POST", cache: "no-store" }).catch((problem) => console.debug(problem));
    say("destroyed");
    tellLeft(0);
    gone.hidden = true;
    open.hidden = true;
    keep.focus();
  }

  function tellLeft(count: number): void {
    const left = document.querySelector<HTMLElement>("[data-left]")!;
    left.hidden = count === 0;
    left.textContent = left.dataset["words"]!.replace("{0}", String(count));
  }

  keep.addEventListener("click", () => void take());
  gone.addEventListener("click", () => void end());
  section.hidden = false;
  void begin();

  /** Once asked for, the copy is renewed whenever the handbook opens after some hours. */
  async function begin(): Promise<void> {
    void installed(app).catch((problem) => console.debug(problem));
    if (isMarked()) {
      await visit();
      tellLeft((await entries()).length);
    }
    await show();
    const copy = await own();
    if (copy && (copy.pages.length === 0 || Date.now() - Date.parse(copy.at) > RENEW_MS)) {
      await take();
    }
  }
}

/** Resolves when the page that shows the copy lies on the device with all its parts. */
async function installed(app: string): Promise<void> {
  await navigator.serviceWorker.register(app + "/service.js", { scope: app });
  const late = new Promise<never>((_, failed) => setTimeout(() => failed(new Error("late")), INSTALL_MS));
  await Promise.race([navigator.serviceWorker.ready, late]);
}
