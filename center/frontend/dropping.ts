// Files dropped on a form, or chosen in it, are sent one after another, each with its progress; without this file the form
// sends them all at once.

export function sendDropped(page: Document): void {
  page.querySelectorAll<HTMLFormElement>("form[data-drop]").forEach((form) => {
    const input = form.querySelector<HTMLInputElement>("input[type=file]");
    const list = form.querySelector<HTMLUListElement>(".drop-progress");
    if (!input || !list) {
      return;
    }
    form.addEventListener("dragover", (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
    form.addEventListener("dragleave", () => form.classList.remove("over"));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      form.classList.remove("over");
      void send(form, list, [...(event.dataTransfer?.files ?? [])]);
    });
    form.addEventListener("submit", (event) => {
      const act = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
      if (act === "send" && input.files && input.files.length > 0) {
        event.preventDefault();
        void send(form, list, [...input.files]);
      }
    });
  });
}

async function send(form: HTMLFormElement, list: HTMLUListElement, files: File[]): Promise<void> {
  list.hidden = false;
  let taken = 0;
  for (const file of files) {
    const line = list.appendChild(form.ownerDocument.createElement("li"));
    line.textContent = `${file.name} — ${form.dataset.dropSending ?? ""}`;
    const answer = await one(form, file);
    taken += answer === form.dataset.dropRefused ? 0 : 1;
    line.textContent = `${file.name} — ${answer}`;
  }
  if (taken > 0 && taken === files.length) {
    window.setTimeout(() => window.location.assign("/files?done=sent"), 1500);
  }
}

async function one(form: HTMLFormElement, file: File): Promise<string> {
  try {
    const answer = await fetch(`${form.dataset.drop ?? ""}?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: file,
    });
    return (answer.status === 201 ? form.dataset.dropKept : answer.status === 200 ? form.dataset.dropKnown : form.dataset.dropRefused) ?? "";
  } catch {
    return form.dataset.dropRefused ?? "";
  }
}
