// The codes of a medicine notebook (JAHIS 電子版お薬手帳) are gathered with the camera until all parts are there: each ends with a record
// 911 that names the notebook, how many parts it has and which one this is. Then the form is sent as if somebody had pasted the text.

type Part = { text: string; words: string; done: boolean };

export function gatherNotebook(page: Document): void {
  const form = page.querySelector<HTMLFormElement>("form[data-notebook-form]");
  const field = form?.querySelector<HTMLTextAreaElement>("textarea[name=text]");
  const told = form?.querySelector<HTMLElement>("[data-notebook-told]");
  if (!form || !field || !told) {
    return;
  }
  const parts = new Map<number, string>();
  let notebook = "";
  let total = 0;
  form.querySelector("dialog")?.addEventListener("part", (event) => {
    const part = (event as CustomEvent<Part>).detail;
    const split = /^911,([^,]*),(\d+),(\d+)/m.exec(part.text);
    const id = split?.[1] ?? "";
    const number = Number(split?.[3] ?? 1);
    if (parts.size > 0 && id !== notebook) {
      part.words = told.dataset["other"] ?? "";
      return;
    }
    notebook = id;
    total = Number(split?.[2] ?? 1);
    parts.set(number, part.text);
    const missing = [...Array(total).keys()].map((n) => n + 1).filter((n) => !parts.has(n));
    part.words = (missing.length > 0 ? told.dataset["so"] : told.dataset["all"])!
      .replace("{0}", String(parts.size))
      .replace("{1}", String(total))
      .replace("{2}", missing.join("・"));
    told.textContent = part.words;
    if (missing.length === 0) {
      part.done = true;
      field.value = [...parts.entries()].sort(([one], [other]) => one - other).map(([, text]) => text.trimEnd()).join("\r\n");
      form.requestSubmit();
    }
  });
}
