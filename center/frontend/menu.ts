// A heading of the menu that was opened is closed by Escape and by a click beside it; without this file it closes by its own
// heading or when another is opened.

export function closeMenu(page: Document): void {
  const open = () => page.querySelector<HTMLDetailsElement>(".menu details[open]");
  page.addEventListener("keydown", (event) => {
    const menu = open();
    if (event.key === "Escape" && menu) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
  page.addEventListener("click", (event) => {
    const menu = open();
    if (menu && event.target instanceof Node && !menu.contains(event.target)) {
      menu.open = false;
    }
  });
}
