// Finds out, cheaply and on every page, whether this device keeps something of a handbook, and begins what belongs to it.

const MARK = "hmnet-handbook";
const SHELL = "/handbook/kept";

export function watchHandbook(page: Document): void {
  const section = page.querySelector<HTMLElement>("[data-handbook]");
  const kept = page.body.dataset["handbookKept"] !== undefined;
  if (kept) {
    void import("./handbook-kept.ts").then(({ showKept }) => showKept());
  }
  if (section) {
    void import("./handbook.ts").then(({ offerKeeping }) => offerKeeping(section));
  }
  if (isMarked()) {
    page.querySelectorAll<HTMLElement>("[data-kept-here]").forEach((link) => (link.hidden = false));
  }
  if (section || location.pathname.startsWith("/my")) {
    page.addEventListener("click", leadToCopy);
  }
  if (section || (location.pathname.startsWith("/my") && isMarked())) {
    void import("./handbook-watch.ts").then(({ destroyOnSignOut, visit }) => {
      destroyOnSignOut(page);
      return section ? null : visit();
    });
  }
}

/** Where there is no network a page of residents leads to its copy, not to the browser's error. */
function leadToCopy(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
  if (navigator.onLine || !link || link.origin !== location.origin || !isMarked()) {
    return;
  }
  if (/^\/(my|handbook)(\/|$)/.test(link.pathname) && link.pathname !== SHELL) {
    event.preventDefault();
    location.assign(SHELL + "#" + link.pathname);
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
