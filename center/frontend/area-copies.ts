import { ShiftStore, type Term } from "./shift-store.ts";

// Copies of emergency codes that a crew's device keeps for one shift, 24 hours at most.

const COPIES_MAX = 300;

export type Found = { copy: string; birth: string; code: string };
type AreaSet = {
  at: string;
  until: string;
  more: number;
  copies: { copy: string; cards: string[]; kana: string; birth: string; code: string }[];
};

export const areaStore = new ShiftStore("hmnet-area");

/** In katakana without spaces, in whatever width it was typed. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s・]/g, "")
    .replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}

function places(kana: string, birth: string, cards: string[]): string[] {
  return [`name ${folded(kana)} ${birth}`, ...cards.map((card) => `card ${card}`)];
}

/** In place of what was there. */
export async function keepCopies(set: AreaSet): Promise<void> {
  const taken = set.copies.slice(0, COPIES_MAX);
  const term: Term = { at: set.at, until: set.until, count: taken.length, more: set.more + set.copies.length - taken.length };
  await areaStore.keep(
    term,
    taken.map(({ copy, cards, kana, birth, code }) => ({
      copy,
      places: places(kana, birth, cards),
      value: { copy, birth, code } satisfies Found,
    })),
  );
}

/** Who fits, by a card or by name and birth date. A typed number needs the birth date too; a card's QR does not. */
export async function findCopies(who: string, birth: string): Promise<Found[]> {
  const plain = who.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  const qr = /^HM1\.([0-9]{13})\./.exec(plain)?.[1];
  const typed = /^[0-9-]{13,16}$/.test(plain) ? plain.replaceAll("-", "") : undefined;
  const number = qr ?? typed;
  const found = await areaStore.find<Found>(number ? `card ${number}` : `name ${folded(who)} ${birth}`);
  return found.filter((one) => qr !== undefined || one.birth === birth);
}
