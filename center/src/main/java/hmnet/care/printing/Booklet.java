package hmnet.care.printing;

import hmnet.ground.design.HiddenControls;
import hmnet.ground.design.Messages;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The pages of the viewer put together as one to print (印刷の組立): each begins a sheet, and every sheet says whose it is,
/// who printed it, when, and which sheet of how many.
///
/// @param style the stylesheet of the viewer
/// @param icons the drawing of its icons
record Booklet(String style, String icons, Messages m) {
    private static final Pattern MAIN = Pattern.compile("(?s)<main[ >].*</main>");
    private static final Pattern BAND = Pattern.compile("(?s)<section class=\"person\".*?(?=<nav class=\"tabs\")");
    private static final Pattern ICON = Pattern.compile("href=\"/static/[^\"#]*#");
    private static final String CLOSED = "default-src 'none'; style-src 'unsafe-inline'";
    /// The head of each sheet is a margin box here, and no row that a table repeats.
    private static final String NO_ROWS = ".booklet main{display:block}.booklet main>p.print-only{display:none}";

    private static final String UNTOLD = "person-untold";

    /// What stands at the head and the foot of each sheet.
    ///
    /// @param person name with kana, birth date, sex
    /// @param shownBy facility and name of whoever prints, and the moment
    record SheetHead(String person, String shownBy) {}

    /// @param pages as the viewer draws them
    /// @param left how many chosen papers are not in it
    /// @param lost characters without a shape of their own on this machine
    String html(List<String> pages, SheetHead head, int left, Set<String> lost) {
        var whole = new StringBuilder(200_000);
        var untold = pages.stream().anyMatch(page -> page.contains(UNTOLD));
        whole.append("<!doctype html><html lang=\"")
                .append(m.language().tag())
                .append("\"><head><meta charset=\"utf-8\">");
        whole.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(CLOSED)
                .append("\"><title>");
        whole.append("hmnet</title><style>")
                .append(style)
                .append(sheets(head, untold))
                .append(NO_ROWS)
                .append("</style></head>");
        whole.append("<body class=\"booklet\"><div hidden>").append(icons).append("</div>");
        if (left > 0) {
            whole.append("<p class=\"booklet-lost\">")
                    .append(escaped(m.t("printing.left", left)))
                    .append("</p>");
        }
        if (!lost.isEmpty()) {
            whole.append("<p class=\"booklet-lost\">").append(named(lost)).append("</p>");
        }
        for (var number = 0; number < pages.size(); number++) {
            var page = ICON.matcher(pages.get(number)).replaceAll("href=\"#");
            if (number == 0) {
                found(BAND, page, whole);
            }
            whole.append("<div class=\"booklet-part\">");
            found(MAIN, page, whole);
            whole.append("</div>");
        }
        return whole.append("</body></html>").toString();
    }

    private static void found(Pattern part, String page, StringBuilder whole) {
        var found = part.matcher(page);
        if (found.find()) {
            whole.append(found.group());
        }
    }

    private String sheets(SheetHead head, boolean untold) {
        return "@page{margin:19mm 12mm 15mm;@top-left{content:%s;font-size:9pt}@top-right{content:%s;font-size:9pt;font-weight:700}"
                        .formatted(quoted(head.person()), quoted(untold ? m.t("viewer.untold") : ""))
                + "@bottom-left{content:%s;font-size:8pt}@bottom-right{content:counter(page)\" / \"counter(pages);font-size:8pt}}"
                        .formatted(quoted(head.shownBy()));
    }

    /// As a string of a stylesheet: every character by its number, so that none of them can end it.
    private static String quoted(String words) {
        return HiddenControls.shown(words)
                .codePoints()
                .mapToObj("\\%x "::formatted)
                .collect(Collectors.joining("", "\"", "\""));
    }

    /// 「この環境の字形では書けない、または形が違う文字: 𪚥 (U+2A6A5)」.
    private String named(Set<String> lost) {
        return escaped(m.t(
                "printing.lost",
                lost.stream()
                        .map(one -> one.codePoints()
                                .mapToObj("U+%04X"::formatted)
                                .collect(Collectors.joining(" ", one + " (", ")")))
                        .collect(Collectors.joining(m.t("viewer.comma")))));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }
}
