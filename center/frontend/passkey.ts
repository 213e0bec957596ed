// A passkey signs in, or is added, where the browser knows how (CSS shows the forms then). The form is sent as any other, with
// what the device said in it.

export function offerPasskeys(page: Document): void {
  if (typeof PublicKeyCredential === "undefined" || typeof PublicKeyCredential.parseRequestOptionsFromJSON !== "function") {
    return;
  }
  page.documentElement.classList.add("has-passkeys");
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.dataset["passkey"]) {
      event.preventDefault();
      void ask(form, form.dataset["passkey"]);
    }
  });
}

async function ask(form: HTMLFormElement, where: string): Promise<void> {
  const told = form.querySelector("[role=status]")!;
  told.textContent = "";
  try {
    const answer = await fetch(where, { method: "POST", headers: { Accept: "application/json" } });
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    const question = await answer.json();
    const given = "adds" in form.dataset
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
    form.querySelector<HTMLInputElement>("input[name=credential]")!.value = JSON.stringify(given);
    form.submit();
  } catch {
    told.textContent = form.dataset["failed"] ?? "";
  }
}
