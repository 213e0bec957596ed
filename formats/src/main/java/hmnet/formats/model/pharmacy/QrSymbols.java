package hmnet.formats.model.pharmacy;

import hmnet.formats.base.Unreadable;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A text that was too long for one QR code (連結QRコード, JIS X 0510 structured append), put together from
/// its symbols and parted into them. A character may be cut in two between symbols, so bytes are joined,
/// never texts.
public final class QrSymbols {
    private static final int MOST = 16;

    private QrSymbols() {}

    /// One symbol as the scanner read it (シンボル).
    ///
    /// @param index from 0
    /// @param parity of the whole text: all its bytes, exclusive or
    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared by its bytes where it matters
    public record Symbol(int index, int total, int parity, byte[] bytes) {}

    /// @param symbols in any order, some perhaps read twice
    /// @throws Unreadable `parts-mixed` of different texts, `parts-missing` with their numbers, `parts-damaged`
    public static byte[] join(List<Symbol> symbols) throws Unreadable {
        if (symbols.isEmpty()) {
            throw new Unreadable("parts-missing", 0, "", "no symbol");
        }
        var first = symbols.getFirst();
        if (first.total() < 1 || first.total() > MOST) {
            throw new Unreadable("parts-mixed", 0, "", first.total() + " symbols");
        }
        var found = new byte[first.total()][0];
        for (var symbol : symbols) {
            place(symbol, first, found);
        }
        var missing = new ArrayList<Integer>();
        var whole = new ByteArrayOutputStream();
        for (int i = 0; i < found.length; i++) {
            if (found[i].length == 0) {
                missing.add(i + 1);
            }
            whole.writeBytes(found[i]);
        }
        if (!missing.isEmpty()) {
            throw new Unreadable("parts-missing", 0, "", names(missing, found.length));
        }
        if (parity(whole.toByteArray()) != first.parity()) {
            throw new Unreadable("parts-damaged", 0, "", "parity " + first.parity());
        }
        return whole.toByteArray();
    }

    /// In as few symbols as `bytesMax` a symbol allows.
    ///
    /// @throws IllegalArgumentException for a text that sixteen symbols cannot hold
    public static List<Symbol> split(byte[] text, int bytesMax) {
        int total = Math.max(1, (text.length + bytesMax - 1) / bytesMax);
        if (total > MOST) {
            throw new IllegalArgumentException(
                    "A text of " + text.length + " bytes needs more than " + MOST + " symbols");
        }
        var symbols = new ArrayList<Symbol>();
        for (int i = 0; i < total; i++) {
            var bytes = Arrays.copyOfRange(text, i * bytesMax, Math.min(text.length, (i + 1) * bytesMax));
            symbols.add(new Symbol(i, total, parity(text), bytes));
        }
        return symbols;
    }

    /// `2, 3 of 3`.
    public static String names(List<Integer> missing, int total) {
        return missing.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " of " + total;
    }

    private static void place(Symbol symbol, Symbol first, byte[][] found) throws Unreadable {
        if (symbol.total() != first.total()
                || symbol.parity() != first.parity()
                || symbol.index() < 0
                || symbol.index() >= found.length) {
            throw new Unreadable("parts-mixed", 0, "", "symbol " + (symbol.index() + 1) + " of " + symbol.total());
        }
        var taken = found[symbol.index()];
        if (taken.length > 0 && !Arrays.equals(taken, symbol.bytes())) {
            throw new Unreadable("parts-mixed", 0, "", "symbol " + (symbol.index() + 1) + " twice, not the same");
        }
        found[symbol.index()] = symbol.bytes();
    }

    private static int parity(byte[] bytes) {
        int parity = 0;
        for (byte b : bytes) {
            parity ^= b & 0xFF;
        }
        return parity;
    }
}
