package hmnet.formats.mml;

import hmnet.formats.base.Table;
import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Documents in words (経過記録・初診時特有情報・サマリー・紹介状・報告書): a section for each part, nothing
/// left out.
final class Papers {
    private static final Map<String, String> HEADINGS = Table.read(Papers.class, "headings.csv").stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.get(1)));

    private Papers() {}

    static List<Entry> of(Module module) {
        var sections = sections(module.body());
        return sections.isEmpty() ? List.of() : List.of(paper(module, "paper", module.title(), sections));
    }

    static Paper paper(Module module, String key, String title, List<Paper.PaperSection> sections) {
        return new Paper(
                key,
                module.at(),
                module.read().equals("report") ? Paper.PaperKind.REPORT : Paper.PaperKind.DOCUMENT,
                Concept.of(module.japanese()),
                title,
                module.author(),
                module.department(),
                sections,
                "",
                new byte[0],
                CareStatus.ACTIVE,
                module.labels());
    }

    /// By the module's own parts; within structured progress notes by S, O, A, P of each problem.
    private static List<Paper.PaperSection> sections(Node body) {
        var sections = new ArrayList<Paper.PaperSection>();
        if (!body.text().isEmpty()) {
            sections.add(new Paper.PaperSection("", body.text()));
        }
        for (var part : body.children()) {
            if (part.name().equals("structuredExpression") || part.name().equals("problemItem")) {
                sections.addAll(sections(part));
            } else {
                add(sections, part);
            }
        }
        return sections;
    }

    private static void add(List<Paper.PaperSection> sections, Node part) {
        var prose = prose(part);
        if (!prose.isBlank()) {
            sections.add(new Paper.PaperSection(heading(part), prose));
        }
    }

    private static String heading(Node part) {
        return HEADINGS.getOrDefault(part.name(), part.name());
    }

    /// All the words below a node, a line for each element.
    static String prose(Node node) {
        var lines = new ArrayList<String>();
        words(node, lines);
        return String.join("\n", lines);
    }

    private static void words(Node node, List<String> lines) {
        if (!node.text().isEmpty()) {
            lines.add(node.text());
        }
        for (var child : node.children()) {
            words(child, lines);
        }
    }
}
