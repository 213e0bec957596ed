package hmnet.command;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What one of the centre's pages says, for a shell (画面の文): its main part without forms and pictures, and what answers
/// the act just done: notices, and what is wrong with a field.
final class PageWords {
    private static final Set<String> LEFT_OUT =
            Set.of("script", "style", "svg", "form", "nav", "header", "footer", "select");
    private static final Set<String> LINES = Set.of(
            "p", "div", "section", "h1", "h2", "h3", "li", "ul", "tr", "table", "caption", "dl", "dt", "br", "summary",
            "details");
    private static final Map<String, String> ENTITIES =
            Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#34;", "\"", "&#39;", "'", "&nbsp;", " ");

    private final StringBuilder main = new StringBuilder();
    private final StringBuilder notices = new StringBuilder();
    private boolean inMain;
    private String leftOut = "";
    private int depth;
    private int notice;
    private boolean error;

    private PageWords() {}

    static PageWords of(String html) {
        var words = new PageWords();
        var at = 0;
        while (at < html.length()) {
            var open = html.indexOf('<', at);
            var end = open < 0 ? -1 : tagEnd(html, open);
            words.text(html.substring(at, open < 0 || end < 0 ? html.length() : open));
            if (end < 0) {
                break;
            }
            words.tag(html.substring(open + 1, end));
            at = end + 1;
        }
        return words;
    }

    /// All of the main part.
    String main() {
        return tidy(main);
    }

    /// The notices alone; all of it where there is none.
    String answer() {
        var told = tidy(notices);
        return told.isEmpty() ? main() : told;
    }

    /// A `>` inside a quoted value ends no tag.
    private static int tagEnd(String html, int open) {
        var quote = '\0';
        for (var at = open + 1; at < html.length(); at++) {
            var here = html.charAt(at);
            if (quote != '\0') {
                quote = here == quote ? '\0' : quote;
            } else if (here == '"' || here == '\'') {
                quote = here;
            } else if (here == '>') {
                return at;
            }
        }
        return -1;
    }

    private void tag(String tag) {
        var closes = tag.startsWith("/");
        var name = tag.substring(closes ? 1 : 0).split("[\\s/]", 2)[0].toLowerCase(Locale.ROOT);
        if (name.equals("p")) {
            error = !closes && tag.contains("field-error");
        }
        if (name.equals("main")) {
            inMain = !closes;
        } else if (!leftOut.isEmpty()) {
            depth += name.equals(leftOut) ? closes ? -1 : 1 : 0;
            leftOut = depth == 0 ? "" : leftOut;
        } else if (inMain && !closes && LEFT_OUT.contains(name) && !tag.endsWith("/")) {
            leftOut = name;
            depth = 1;
        } else if (inMain) {
            notice(name, closes, tag);
            between(name, closes);
        }
    }

    private void notice(String name, boolean closes, String tag) {
        if (name.equals("div") && (notice > 0 || tag.contains("role=\"alert\"") || tag.contains("role=\"status\""))) {
            notice += closes ? -1 : 1;
        }
    }

    private void between(String name, boolean closes) {
        if (LINES.contains(name)) {
            text("\n");
        } else if (name.equals("dd") && !closes) {
            text(": ");
        } else if ((name.equals("td") || name.equals("th")) && closes) {
            text(" | ");
        }
    }

    private void text(String raw) {
        if (!inMain || !leftOut.isEmpty() && !error) {
            return;
        }
        var said = raw.equals("\n") ? raw : raw.replaceAll("\\s+", " ");
        for (var entity : ENTITIES.entrySet()) {
            said = said.replace(entity.getKey(), entity.getValue());
        }
        said = said.replace("&amp;", "&");
        if (leftOut.isEmpty()) {
            main.append(said);
        }
        if (notice > 0 || error) {
            notices.append(said);
        }
    }

    private static String tidy(StringBuilder said) {
        return said.toString()
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n: ", ": ")
                .replaceAll("( \\|)? *\\|? *\\n", "\n")
                .replaceAll(" {2,}", " ")
                .replaceAll("\\n{2,}", "\n")
                .strip();
    }
}
