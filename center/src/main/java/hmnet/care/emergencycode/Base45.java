package hmnet.care.emergencycode;

/// Bytes in the letters that a QR code packs best (RFC 9285): two bytes are three letters.
final class Base45 {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = LETTERS.length();

    private Base45() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder(bytes.length * 3 / 2 + 1);
        for (var at = 0; at < bytes.length; at += 2) {
            var pair = at + 1 < bytes.length;
            var number = pair ? (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF : bytes[at] & 0xFF;
            text.append(LETTERS.charAt(number % BASE));
            text.append(LETTERS.charAt(number / BASE % BASE));
            if (pair) {
                text.append(LETTERS.charAt(number / BASE / BASE));
            }
        }
        return text.toString();
    }
}
