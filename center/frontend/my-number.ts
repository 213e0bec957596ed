// 個人番号 (My Number) is never sent: a form that holds one is stopped before it leaves the browser.

const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Twelve digits, in any width and spacing, whose last is the check digit of a 個人番号 (平成26年総務省令第85号 第5条). */
export function isMyNumber(entry: string): boolean {
  const digits = entry.normalize("NFKC").replace(/[\s‐-―−ー-]/g, "");
  if (!/^\d{12}$/.test(digits)) {
    return false;
  }
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const check = sum % 11 <= 1 ? 0 : 11 - (sum % 11);
  return check === Number(digits[11]);
}

export function refuseMyNumbers(page: Document): void {
  page.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) {
      event.target.setCustomValidity("");
    }
  });
  page.addEventListener("submit", stop, true);
}

function stop(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
  for (const field of fields) {
    if (field.type !== "hidden" && isMyNumber(field.value)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      field.value = "";
      field.setCustomValidity(document.body.dataset["myNumberRefused"] ?? "My Number");
      field.reportValidity();
      return;
    }
  }
}
