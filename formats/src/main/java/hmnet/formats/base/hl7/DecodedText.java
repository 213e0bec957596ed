package hmnet.formats.base.hl7;

/// A message's text after decoding (復号した本文): `text[0..length)`, with only CR, LF and TAB as control
/// characters.
@SuppressWarnings("ArrayRecordComponent") // shared, never changed after decoding
record DecodedText(char[] text, int length, boolean endsLinesByFeed) {
    DecodedText(char[] text, int length) {
        this(text, length, !hasReturn(text, length));
    }

    private static boolean hasReturn(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            if (text[i] == '\r') {
                return true;
            }
        }
        return false;
    }
}
