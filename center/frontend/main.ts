import "./main.css";
import "./icons.svg?url";
import "./mark.svg?url";
import "htmx.org";
import { areaStore } from "./area-copies.ts";
import { offerCamera } from "./camera.ts";
import { catchCards } from "./card-reader.ts";
import { dayStore } from "./day-copies.ts";
import { sendDropped } from "./dropping.ts";
import { followCodes } from "./link-code.ts";
import { gatherNotebook } from "./notebook.ts";
import { closeMenu } from "./menu.ts";
import { refuseMyNumbers } from "./my-number.ts";
import { tellPainted } from "./painted.ts";
import { waitWhileTyped } from "./idle.ts";
import { leaveOnError } from "./partial.ts";
import { offerPasskeys } from "./passkey.ts";
import { offerPrinting } from "./printing.ts";
import { checkReceipts } from "./receipt.ts";
import { pressByKey } from "./review-keys.ts";
import { destroyOnSignOut } from "./shift-store.ts";
import { watchHandbook } from "./handbook-marks.ts";

// Every page works without this file; it only makes them quicker.
catchCards(document);
offerCamera(document);
followCodes(document);
gatherNotebook(document);
refuseMyNumbers(document);
leaveOnError(document);
pressByKey(document);
sendDropped(document);
offerPrinting(document);
offerPasskeys(document);
checkReceipts(document);
closeMenu(document);
waitWhileTyped(document);
watchHandbook(document);
tellPainted(document);
destroyOnSignOut(document, areaStore, dayStore);
if (document.body.dataset["codes"]) {
  void import("./emergency-code.ts");
}
if (document.body.dataset["dayCopies"]) {
  void import("./day-page.ts");
}
if (document.querySelector("[data-bluetooth]")) {
  void import("./bluetooth.ts").then((devices) => devices.offerDevices(document));
}
