package hmnet.ground.audit;

import org.jspecify.annotations.Nullable;

/// A JSON object that has one spelling only (正規JSON): names in the order given, no spaces, control
/// characters and lone surrogates always escaped, so that no value can start a new line in a log or change a
/// terminal (A066).
final class CanonicalJson {
    private final StringBuilder text = new StringBuilder("{");

    /// Adds a text; a null is left out.
    CanonicalJson text(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            quote(value);
        }
        return this;
    }

    CanonicalJson number(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    CanonicalJson object(String name, CanonicalJson value) {
        name(name);
        text.append(value);
        return this;
    }

    @Override
    public String toString() {
        return text + "}";
    }

    private void name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        quote(name);
        text.append(':');
    }

    private void quote(String value) {
        text.append('"');
        value.codePoints().forEach(this::escape);
        text.append('"');
    }

    private void escape(int c) {
        if (c == '"' || c == '\\') {
            text.append('\\').append((char) c);
        } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || (c >= 0xD800 && c <= 0xDFFF)) {
            text.append("\\u%04x".formatted(c));
        } else {
            text.appendCodePoint(c);
        }
    }
}
