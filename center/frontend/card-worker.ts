import { prepareZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";
import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";

// Looks for QR codes in pictures, apart from the page: WebAssembly is allowed here and on no page (AnswerHeaders). The
// library would fetch its program from a public server; ours lies beside this file.

const WANTED: ReaderOptions = { formats: ["QRCode"], tryHarder: true, tryInvert: false, maxNumberOfSymbols: 4 };

prepareZXingModule({ overrides: { locateFile: () => wasm } });

addEventListener("message", async ({ data }: MessageEvent<ImageData>) => {
  try {
    const found = await readBarcodes(data, WANTED);
    postMessage(found.filter((one) => one.isValid).map((one) => one.text));
  } catch (problem) {
    console.error(problem);
    postMessage(null);
  }
});
