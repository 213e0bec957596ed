package hmnet.formats.other;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.DOTALL;

import hmnet.formats.base.Table;
import hmnet.formats.base.Unreadable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The fields of a text (フィールド): what Word works out when it opens a document. An instruction may be cut into any
/// number of pieces, and one may stand within another; it is put together before it is looked at. Those of
/// `office-fields.csv` show; all others may fetch or start something.
final class OfficeFields {
    private static final Set<String> ALLOWED = Table.read(OfficeFields.class, "office-fields.csv").stream()
            .map(List::getFirst)
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern FIRST_WORD = Pattern.compile("\\s*([^\\s\"\\\\]+)(?s:(.*))");
    private static final String NESTED = "\u0000";
    /// A page of the web, if any, and how it is to be opened; a place in the document has no address of its own. What
    /// another field says may stand within the address, behind its scheme, and nowhere else.
    private static final Pattern WEB = Pattern.compile(
            "\\s*(?:\"(?:https?://|mailto:|tel:|#)[^\"]*\"|(?:https?://|mailto:|tel:|#)[^\"\\s]*|(?=\\\\l\\b))"
                    + "(?:\\s*\\\\(?:[lot]\\s*(?:\"[^\"\u0000]*\"|[^\\s\"\\\\\u0000]+)|[mnh]|\\*\\s*\\w+))*+\\s*",
            CASE_INSENSITIVE | DOTALL);
    /// A share, a disk or an address that starts another program, wherever it stands.
    private static final Pattern PLACE =
            Pattern.compile("\\\\\\\\|[\"\\s](?!(?:https?|mailto|tel):)[a-z][a-z0-9+.-]*:\\S", CASE_INSENSITIVE);

    private final String part;
    private final Deque<Field> open = new ArrayDeque<>();

    /// One that was begun. What it was worked out to, behind its separator, may hold fields of its own: a table of
    /// contents holds a link and a page number in every line.
    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private boolean separated;
    }

    OfficeFields(String part) {
        this.part = part;
    }

    /// @param fieldMark `begin`, `separate` or `end` where the element marks a field
    /// @param instruction where the element is a whole field
    void begin(String element, String fieldMark, String instruction) throws Unreadable {
        if (element.equals("fldSimple")) {
            check(instruction);
        } else if (element.equals("fldChar")) {
            switch (fieldMark) {
                case "begin" -> {
                    if (!open.isEmpty() && !open.element().separated) {
                        open.element().instruction.append(NESTED);
                    }
                    open.push(new Field());
                }
                case "separate", "end" -> {
                    if (!open.isEmpty()) {
                        checkOnce(open.element());
                        open.element().separated = true;
                    }
                    if (fieldMark.equals("end") && !open.isEmpty()) {
                        open.pop();
                    }
                }
                // From outside: words of a file.
                default -> throw acting(fieldMark);
            }
        }
    }

    void say(String element, String text) throws Unreadable {
        if (element.equals("instrText") || element.equals("delInstrText")) {
            if (open.isEmpty()) {
                throw acting(text);
            }
            open.element().instruction.append(text);
        }
    }

    /// A field that is never closed is worked out all the same by some programs.
    void end() throws Unreadable {
        for (var field : open) {
            checkOnce(field);
        }
    }

    private void checkOnce(Field field) throws Unreadable {
        if (!field.instruction.isEmpty()) {
            check(field.instruction.toString());
        }
        field.instruction.setLength(0);
    }

    private void check(String instruction) throws Unreadable {
        var words = FIRST_WORD.matcher(instruction);
        if (!words.matches()) {
            if (instruction.isBlank()) {
                return;
            }
            throw acting(instruction);
        }
        var name = words.group(1).toUpperCase(Locale.ROOT);
        if (name.contains(NESTED) || !name.startsWith("=") && !ALLOWED.contains(name)) {
            throw acting(words.group(1).replace(NESTED, "{}"));
        }
        var rest = words.group(2);
        if (name.equals("HYPERLINK")
                && (!WEB.matcher(rest).matches() || PLACE.matcher(rest).find())) {
            throw acting(instruction);
        }
    }

    private Unreadable acting(String what) {
        return new Unreadable("active-content", 0, part, "a field that fetches or starts something: " + what.strip());
    }
}
