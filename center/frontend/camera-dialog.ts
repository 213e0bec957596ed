import { FORM, maybeCard, send } from "./card-reader.ts";
import { isMyNumber } from "./my-number.ts";

// The open dialog: the live picture, and every few moments one picture of it to the worker. Whatever closes the dialog
// ends the camera: no track stays live. A card is sent as a reader would have sent it; a code that begins as the dialog's
// `data-takes` says is handed to the page; several, one after the other, where it says `data-collects`.

const LONGEST_SIDE = 960;
/** A code with many words has small squares. */
const LONGEST_SIDE_OF_WORDS = 1280;
const PAUSE_MS = 120;
/** How long a word on what was seen stands before it gives way to the next. */
const STAND_MS = 3_000;
const NOTHING_MS = 30_000;
/** Nobody holds a card that long: the camera is not left on. */
const ENOUGH_MS = 180_000;
const WANTED: MediaStreamConstraints = {
  audio: false,
  video: {
    facingMode: { ideal: "environment" },
    width: { ideal: 1280, max: 1920 },
    height: { ideal: 720, max: 1080 },
    frameRate: { ideal: 15, max: 30 },
  },
};

type Word = "starting" | "looking" | "nothing" | "foreign" | "myNumber" | "denied" | "absent" | "busy" | "lost" | "ended" | "failed";

export function look(dialog: HTMLDialogElement): void {
  const video = dialog.querySelector("video")!;
  const told = dialog.querySelector<HTMLElement>("[role=status]")!;
  const again = dialog.querySelector<HTMLButtonElement>("[data-again]")!;
  const takes = dialog.dataset["takes"];
  const longest = takes ? LONGEST_SIDE_OF_WORDS : LONGEST_SIDE;
  let turn = new AbortController();

  function tell(word: Word): void {
    const words = dialog.dataset[word] ?? "";
    dialog.dataset["now"] = word;
    if (told.textContent !== words) {
      told.textContent = words;
    }
  }

  function end(word?: Word): void {
    turn.abort();
    video.srcObject = null;
    again.hidden = !word;
    if (word) {
      tell(word);
      again.focus();
    }
  }

  async function begin(): Promise<void> {
    turn.abort();
    turn = new AbortController();
    const { signal } = turn;
    again.hidden = true;
    tell("starting");
    try {
      const stream = await navigator.mediaDevices.getUserMedia(WANTED);
      const stop = () => stream.getTracks().forEach((track) => track.stop());
      if (signal.aborted) {
        stop();
        return;
      }
      signal.addEventListener("abort", stop);
      stream.getVideoTracks()[0]?.addEventListener("ended", () => signal.aborted || end("lost"));
      video.srcObject = stream;
      await video.play();
    } catch (problem) {
      if (!signal.aborted) {
        end(reason(problem));
      }
      return;
    }
    if (!signal.aborted) {
      search(signal);
    }
  }

  function search(signal: AbortSignal): void {
    const worker = new Worker(dialog.dataset["worker"] ?? "", { type: "module" });
    const started = Date.now();
    let stands = 0;
    tell("looking");
    signal.addEventListener("abort", () => worker.terminate());
    worker.addEventListener("error", () => end("failed"));
    worker.addEventListener("message", ({ data }: MessageEvent<string[] | null>) => {
      if (signal.aborted) {
        return;
      }
      if (!data) {
        end("failed");
        return;
      }
      const card = data.find((text) => (takes ? text.startsWith(takes) : maybeCard(text) && !isMyNumber(text)));
      const since = Date.now() - started;
      if (card && dialog.dataset["collects"]) {
        if (collect(card)) {
          dialog.close();
        } else {
          stands = Date.now() + STAND_MS;
          setTimeout(next, PAUSE_MS);
        }
      } else if (card) {
        close(card);
      } else if (data.length > 0) {
        stands = Date.now() + STAND_MS;
        tell(data.some(isMyNumber) ? "myNumber" : "foreign");
        setTimeout(next, PAUSE_MS);
      } else if (since > ENOUGH_MS) {
        end("ended");
      } else {
        if (Date.now() > stands) {
          tell(since > NOTHING_MS ? "nothing" : "looking");
        }
        setTimeout(next, PAUSE_MS);
      }
    });
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d", { willReadFrequently: true, alpha: false })!;
    function next(): void {
      if (signal.aborted) {
        return;
      }
      if (video.videoWidth === 0) {
        setTimeout(next, PAUSE_MS);
        return;
      }
      const scale = Math.min(1, longest / Math.max(video.videoWidth, video.videoHeight));
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      pen.drawImage(video, 0, 0, canvas.width, canvas.height);
      const picture = pen.getImageData(0, 0, canvas.width, canvas.height);
      worker.postMessage(picture, [picture.data.buffer]);
    }
    next();
  }

  /** One of several: the page says in words how far it is, and whether that was all. */
  function collect(text: string): boolean {
    const part = { text, words: "", done: false };
    dialog.dispatchEvent(new CustomEvent("part", { detail: part }));
    if (part.words && told.textContent !== part.words) {
      told.textContent = part.words;
      navigator.vibrate?.(60);
    }
    return part.done;
  }

  function close(card: string): void {
    const form = dialog.closest<HTMLFormElement>(FORM) ?? document.querySelector<HTMLFormElement>(FORM);
    dialog.close();
    navigator.vibrate?.(60);
    if (takes) {
      dialog.dispatchEvent(new CustomEvent("read", { detail: card }));
    } else if (form) {
      send(form, card);
    }
  }

  const shown = new AbortController();
  const { signal } = shown;
  dialog.addEventListener(
    "close",
    () => {
      end();
      shown.abort();
    },
    { signal },
  );
  again.addEventListener("click", () => void begin(), { signal });
  dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close(), { signal });
  document.addEventListener("visibilitychange", () => document.hidden && dialog.close(), { signal });
  window.addEventListener("pagehide", () => dialog.close(), { signal });
  if (dialog.open) {
    void begin();
  } else {
    shown.abort();
  }
}

function reason(problem: unknown): Word {
  switch (problem instanceof DOMException ? problem.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "absent";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    default:
      return "failed";
  }
}
