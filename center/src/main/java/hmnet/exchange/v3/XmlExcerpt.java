package hmnet.exchange.v3;

/// What stands in the last element below the root, to the letter (原文の切り出し). A parser's own offsets are
/// wrong where a name straddles its buffers, so the text is gone through once more; by then it is known to be
/// well formed and to have no DOCTYPE.
final class XmlExcerpt {
    private static final int BELOW_THE_ROOT = 1;
    private final String text;
    private int depth;
    private int begin;
    private int end;

    private XmlExcerpt(String text) {
        this.text = text;
    }

    static String innermost(String text) {
        return new XmlExcerpt(text).cut();
    }

    private String cut() {
        for (var at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            at = passed(at);
        }
        return text.substring(begin, end).strip();
    }

    /// Where what begins here ends.
    private int passed(int at) {
        if (text.startsWith("<!--", at)) {
            return after("-->", at + 4);
        }
        if (text.startsWith("<![CDATA[", at)) {
            return after("]]>", at);
        }
        if (text.startsWith("<?", at)) {
            return after("?>", at);
        }
        return text.startsWith("</", at) ? closed(at) : opened(at);
    }

    private int closed(int at) {
        depth--;
        if (depth == BELOW_THE_ROOT) {
            end = at;
        }
        return after(">", at);
    }

    private int opened(int at) {
        var next = endOfTag(at);
        if (depth == BELOW_THE_ROOT) {
            begin = next;
            end = next;
        }
        if (text.charAt(next - 2) != '/') {
            depth++;
        }
        return next;
    }

    /// In an attribute `>` is a letter like any other.
    private int endOfTag(int from) {
        var quote = '\0';
        for (var at = from; ; at++) {
            var c = text.charAt(at);
            if (quote != '\0') {
                quote = c == quote ? '\0' : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return at + 1;
            }
        }
    }

    private int after(String mark, int from) {
        return text.indexOf(mark, from) + mark.length();
    }
}
