package hmnet.region;

/// What a hospital's interface gets wrong now and then (送信側の癖). A reader can put each right without guessing.
enum Flaw {
    NONE,
    /// 13 instead of 15 digits in the file name.
    SHORT_ORDER_NUMBER,
    /// PID-3 without its leading zeros.
    UNPADDED_NUMBER,
    /// LF instead of CR.
    LINE_FEEDS;

    private static final double PERCENT = 2;

    static Flaw draw(Chance chance) {
        return chance.percent(PERCENT) ? values()[chance.between(1, values().length - 1)] : NONE;
    }

    String orderNumber(String number) {
        return this == SHORT_ORDER_NUMBER && number.startsWith("00") ? number.substring(2) : number;
    }

    String chartNumber(String number) {
        return this == UNPADDED_NUMBER ? number.replaceFirst("^0+", "") : number;
    }

    byte[] spoil(byte[] message) {
        if (this == LINE_FEEDS) {
            for (var i = 0; i < message.length; i++) {
                message[i] = message[i] == '\r' ? (byte) '\n' : message[i];
            }
        }
        return message;
    }
}
