package hmnet.record.charts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The bytes of an original as lines people can read (原本の文字).
final class OriginalText {
    private static final Charset MS932 = Charset.forName("windows-31j");
    private static final Charset JIS = Charset.forName("ISO-2022-JP");
    private static final byte ESCAPE = 0x1B;
    private static final Pattern LINES = Pattern.compile("\\r\\n?|\\n");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t\\f\\x0b\\x1a\\x1c]]");
    private static final Pattern INSURANCE = Pattern.compile("(?m)^IN[12]\\|");

    private OriginalText() {}

    /// Nothing for what is no text.
    static Optional<String> of(byte[] bytes) {
        return (jis(bytes) ? List.of(JIS) : List.of(StandardCharsets.UTF_8, MS932))
                .stream()
                        .flatMap(charset -> decoded(charset, bytes).stream())
                        .filter(text -> !CONTROL.matcher(text).find())
                        .map(text -> LINES.matcher(text).replaceAll("\n"))
                        .findFirst();
    }

    /// Whether a line of HL7 tells how the patient is insured.
    static boolean namesInsurance(String text) {
        return INSURANCE.matcher(text).find();
    }

    private static boolean jis(byte[] bytes) {
        for (var i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == ESCAPE && bytes[i + 1] == '$') {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> decoded(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
