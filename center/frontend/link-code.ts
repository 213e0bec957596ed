// A resident scans the code on a facility's screen with the page's own camera: the address that it says is followed, where it is
// the page's own. Anything else that a QR says was named foreign before.

export function followCodes(page: Document): void {
  const form = page.querySelector<HTMLFormElement>("form[data-code-form]");
  form?.querySelector("dialog")?.addEventListener("read", (event) => {
    const address = new URL((event as CustomEvent<string>).detail, location.href);
    if (address.origin === location.origin && address.pathname === new URL(form.action).pathname) {
      location.assign(address);
    }
  });
}
