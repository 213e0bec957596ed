// Finds out, cheaply and on every page, whether this device keeps something of a handbook, and begins what belongs to it.

const MARK = "hmnet-handbook";

export function watchHandbook(page: Document): void {
  const section = page.querySelector<HTMLElement>("[data-handbook]");
  const kept = page.body.dataset["handbookKept"] !== undefined;
  if (kept) {
    void import("./handbook-kept.ts").then(({ showKept }) => showKept());
  }
  if (section) {
    void import("./handbook.ts").then(({ offerKeeping }) => offerKeeping(section));
  }
  if (section || (location.pathname.startsWith("/my") && isMarked())) {
    void import("./handbook-watch.ts").then(({ destroyOnSignOut, visit }) => {
      destroyOnSignOut(page);
      return section ? null : visit();
    });
  }
}

export function isMarked(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
}

export function mark(kept: boolean): void {
  try {
    kept ? localStorage.setItem(MARK, "kept") : localStorage.removeItem(MARK);
  } catch (problem) {
    console.debug(problem);
  }
}
