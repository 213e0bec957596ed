// Of a page that a device keeps: what a printer would print, without anything that acts or leads on.

const NOT_KEPT = ".no-print, form, nav, button, script, style, link, meta, base, iframe, object, embed, dialog, [data-camera]";

/** One heading of the first rank stands on the page that shows it, and says whose it is: the others go down. */
export function printedNodes(html: string): Node[] {
  const read = new DOMParser().parseFromString(html, "text/html").body;
  read.querySelectorAll(NOT_KEPT).forEach((part) => part.remove());
  for (const heading of read.querySelectorAll("h1")) {
    const lower = document.createElement("h2");
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  for (const address of read.querySelectorAll("a[href]")) {
    const words = document.createElement("span");
    words.append(...address.childNodes);
    address.replaceWith(words);
  }
  return Array.from(read.childNodes, (node) => document.importNode(node, true));
}
