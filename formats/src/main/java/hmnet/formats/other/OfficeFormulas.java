package hmnet.formats.other;

import hmnet.formats.base.Table;
import hmnet.formats.base.Unreadable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The formulas of a table (数式): what only reckons stays. Functions that came after Excel 2007 carry a prefix in the
/// file and are on a list (`office-functions.csv`); of the old ones, whose number is closed, those that fetch and those
/// of
/// macro sheets refuse it (`office-closed-functions.csv`). A link in a formula says where it leads.
final class OfficeFormulas {
    private static final Set<String> NEWER = Table.read(OfficeFormulas.class, "office-functions.csv").stream()
            .map(List::getFirst)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> CLOSED = Table.read(OfficeFormulas.class, "office-closed-functions.csv").stream()
            .map(List::getFirst)
            .collect(Collectors.toUnmodifiableSet());
    /// Of 2007 with a full stop in its name; the others with one are of macros (`GET.CELL`, `SEND.KEYS`).
    private static final Set<String> DOTTED = Set.of("ERROR.TYPE");
    /// A link that leads anywhere but to the web, to a mail, to a telephone or to a place in the table. Behind a scheme
    /// anything may be joined to it; a place, or nothing, must be whole, or a cell could say a share.
    private static final Pattern LINK = Pattern.compile(
            "(?i)\\bHYPERLINK\\s*\\(" + "(?!\\s*\"(?:https?://|mailto:|tel:|(?:#[^\"\\\\\\[]*)?\"\\s*[,)]))");
    private static final Set<String> TEXTS = Set.of("f", "definedname", "sqref");
    private static final Set<String> ATTRIBUTES = Set.of("formula", "textlink", "fmlaLink", "fmlaRange", "fmlaTxbx");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"]++|\"\")*+\"");
    private static final Pattern FUNCTION = Pattern.compile("(?i)(_xleta\\.[\\w.]+)|([A-Za-z_][\\w.]*)\\s*\\(");
    private static final Pattern PREFIX = Pattern.compile("(?i)_xlfn\\.(?:_xlws\\.)?|_xlws\\.|_xlpm\\.");
    /// A function that another one is to call.
    private static final Pattern HANDED = Pattern.compile("(?i)^_xleta\\.");
    private static final Pattern PLACE = Pattern.compile("(?i)\\\\\\\\|file:|ftp:");

    private final String part;
    private final boolean table;
    private final StringBuilder said = new StringBuilder();
    private int within;

    /// @param type of the part: what a part is called is its sender's choice
    OfficeFormulas(String part, String type) {
        this.part = part;
        var kind = OfficeTypes.suffix(type);
        this.table = kind.startsWith("spreadsheetml.")
                || kind.contains("chart")
                || kind.startsWith("drawing+")
                || kind.equals("vmlDrawing");
    }

    void attribute(String name, String value) throws Unreadable {
        if (table && ATTRIBUTES.contains(name)) {
            check(value);
        }
    }

    void begin(String element) {
        if (table && (within > 0 || isFormula(element))) {
            within++;
        }
    }

    void say(String text) {
        if (within > 0) {
            said.append(text);
        }
    }

    void end() throws Unreadable {
        if (within > 0 && --within == 0) {
            check(said.toString());
            said.setLength(0);
        }
    }

    private static boolean isFormula(String element) {
        var name = element.toLowerCase(Locale.ROOT);
        return TEXTS.contains(name) || name.contains("formula") || name.startsWith("fmla");
    }

    private void check(String formula) throws Unreadable {
        if (PLACE.matcher(formula).find() || LINK.matcher(formula).find()) {
            throw acting(formula);
        }
        var plain = STRING.matcher(formula).replaceAll("\"\"");
        if (plain.contains("|") || plain.contains("://")) {
            throw acting(formula); // program|topic!item, or a table of the web
        }
        var functions = FUNCTION.matcher(plain);
        while (functions.find()) {
            var handed = functions.group(1);
            var name =
                    handed == null ? functions.group(2) : HANDED.matcher(handed).replaceFirst("");
            var bare = PREFIX.matcher(name).replaceFirst("").toUpperCase(Locale.ROOT);
            boolean newer = bare.length() < name.length();
            if (handed != null && bare.equals("HYPERLINK")
                    || newer && !name.toLowerCase(Locale.ROOT).startsWith("_xlpm.") && !NEWER.contains(bare)
                    || CLOSED.contains(bare)
                    || bare.contains(".") && !NEWER.contains(bare) && !DOTTED.contains(bare)
                    || name.toLowerCase(Locale.ROOT).startsWith("_xll")
                    || name.toLowerCase(Locale.ROOT).startsWith("_xludf")) {
                throw acting(name);
            }
        }
    }

    private Unreadable acting(String what) {
        return new Unreadable("active-content", 0, part, "a formula that fetches or starts something: " + what);
    }
}
