// A part of a page that could not be fetched (signed out, closed meanwhile, error) is never patched into the old page:
// the browser goes there, so that the whole answer is seen.

type AfterRequest = CustomEvent<{ ctx?: { response?: { status?: number }; request?: { action?: string } } }>;

export function leaveOnError(page: Document): void {
  page.addEventListener("htmx:before:swap", (event) => {
    const ctx = (event as AfterRequest).detail.ctx;
    if ((ctx?.response?.status ?? 200) >= 400) {
      event.preventDefault();
      location.assign(ctx?.request?.action ?? location.href);
    }
  });
}
