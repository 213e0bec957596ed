package hmnet.ground.design;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/// What axe finds on a page (アクセシビリティ検査). It is laid into each page once and asked for violations alone:
/// axe's own builder lays it in three times and opens another page at every call.
public final class Axe {
    private static final String SCRIPT = AxeBuilder.getAxeScript();
    private static final String RUN = """
            tags => axe
                .run(document, {
                    resultTypes: ["violations"],
                    ...(tags.length ? {runOnly: {type: "tag", values: tags}} : {})
                })
                .then(found => found.violations.flatMap(rule =>
                    rule.nodes.map(node => rule.id + ": " + node.html + " " + node.failureSummary)))""";

    private Axe() {}

    /// @param tags of the rules that are tried; all of them without any
    public static List<String> violations(Page page, List<String> tags) {
        for (var frame : page.frames()) {
            if (!Boolean.TRUE.equals(frame.evaluate("() => 'axe' in window"))) {
                frame.evaluate("() => {" + SCRIPT + "}");
            }
        }
        return ((List<?>) page.evaluate(RUN, tags))
                .stream().map(String.class::cast).toList();
    }
}
