// A card is read by the camera, where the browser can ask for one (CSS shows the buttons then). What looks for a QR is
// fetched when a button is pressed, not before.

export function offerCamera(page: Document): void {
  if (!navigator.mediaDevices?.getUserMedia || typeof WebAssembly === "undefined" || typeof HTMLDialogElement === "undefined") {
    return;
  }
  page.documentElement.classList.add("has-camera");
  page.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("button[data-camera]") : null;
    const dialog = button?.parentElement?.querySelector("dialog");
    if (dialog && !dialog.open) {
      dialog.showModal();
      import("./camera-dialog.ts").then(
        (loaded) => loaded.look(dialog),
        () => (dialog.querySelector("[role=status]")!.textContent = dialog.dataset["failed"] ?? ""),
      );
    }
  });
}
