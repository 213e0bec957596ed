package hmnet.ground.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// What was typed into a form that was not sent on (送られなかった入力): the browser that typed it may send it again once
/// somebody is signed in. Secrets are typed anew; so is whatever might be an individual number (個人番号).
///
/// @param signIn which page opens the session again
/// @param path where the form goes; what stood behind it is among the fields
/// @param fields what was typed, in its order
/// @param whole whether all of it is there
public record UnsentForm(String signIn, String path, List<UnsentField> fields, boolean whole) {
    private static final Set<String> SECRETS = Set.of("password", "again", "secret");
    private static final Pattern TWELVE_DIGITS = Pattern.compile("(?<!\\d)\\d(?:\\D{0,3}\\d){11}(?!\\d)");
    private static final String KANJI = "〇一二三四五六七八九零";
    private static final int LONGEST = 65_536;

    public record UnsentField(String name, String value) {
        boolean mayBeKept() {
            return !SECRETS.contains(name)
                    && !TWELVE_DIGITS.matcher(digits(value)).find();
        }

        /// In any width and in kanji.
        private static String digits(String value) {
            return Normalizer.normalize(value, Normalizer.Form.NFKC)
                    .codePoints()
                    .map(c -> KANJI.indexOf(c) < 0 ? c : '0' + KANJI.indexOf(c) % 10)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    }

    static UnsentForm of(String signIn, HttpServletRequest request) {
        var path = request.getRequestURI();
        if (!form(request)) {
            return new UnsentForm(signIn, path, List.of(), false);
        }
        var typed = typed(request);
        var kept = typed.stream().filter(UnsentField::mayBeKept).toList();
        return new UnsentForm(signIn, path, kept, kept.size() == typed.size());
    }

    /// Nothing of a form that cannot be taken apart.
    private static List<UnsentField> typed(HttpServletRequest request) {
        try {
            return request.getParameterMap().entrySet().stream()
                    .flatMap(field ->
                            Arrays.stream(field.getValue()).map(value -> new UnsentField(field.getKey(), value)))
                    .toList();
        } catch (InvalidParameterException e) {
            return List.of();
        }
    }

    /// A file stays with its reader: only words are kept.
    private static boolean form(HttpServletRequest request) {
        try {
            return request.getContentType() != null
                    && request.getContentLengthLong() <= LONGEST
                    && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                            MediaType.parseMediaType(request.getContentType()));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
