import { prepareZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";
import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";

// Looks for QR codes in pictures, apart from the page: WebAssembly is allowed here and on no page (AnswerHeaders). The
// library would fetch its program from a public server; ours lies beside this file.

const WANTED: ReaderOptions = { formats: ["QRCode"], tryHarder: true, tryInvert: false, maxNumberOfSymbols: 4 };

/** A medicine notebook is written in Shift_JIS and does not say so. */
const NOTEBOOK = /^JAHISTC/;
const shiftJis = new TextDecoder("shift_jis");

prepareZXingModule({ overrides: { locateFile: () => wasm } });

addEventListener("message", async ({ data }: MessageEvent<ImageData>) => {
  try {
    const found = await readBarcodes(data, WANTED);
    postMessage(found.filter((one) => one.isValid).map((one) => (NOTEBOOK.test(one.text) ? shiftJis.decode(one.bytes) : one.text)));
  } catch (problem) {
    console.error(problem);
    postMessage(null);
  }
});
