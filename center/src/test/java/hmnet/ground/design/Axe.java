package hmnet.ground.design;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/// What axe finds on a page (アクセシビリティ検査). It is laid into each page once and asked for violations alone:
/// axe's own builder lays it in three times and opens another page at every call.
public final class Axe {
    private static final String SCRIPT = AxeBuilder.getAxeScript();
    private static final String RUN = """
            only => axe
                .run(document, {
                    resultTypes: ["violations"],
                    ...(only.values.length ? {runOnly: only} : {})
                })
                .then(found => found.violations.flatMap(rule =>
                    rule.nodes.map(node => rule.id + ": " + node.html + " " + node.failureSummary)))""";

    private Axe() {}

    /// @param tags of the rules that are tried; all of them without any
    public static List<String> violations(Page page, List<String> tags) {
        return violations(page, "tag", tags);
    }

    /// Words that do not stand out from what is behind them.
    static List<String> faint(Page page) {
        return violations(page, "rule", List.of("color-contrast"));
    }

    private static List<String> violations(Page page, String type, List<String> values) {
        for (var frame : page.frames()) {
            if (!Boolean.TRUE.equals(frame.evaluate("() => 'axe' in window"))) {
                frame.evaluate("() => {" + SCRIPT + "}");
            }
        }
        return ((List<?>) page.evaluate(RUN, Map.of("type", type, "values", values)))
                .stream().map(String.class::cast).toList();
    }
}
