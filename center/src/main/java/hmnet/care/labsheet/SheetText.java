package hmnet.care.labsheet;

import hmnet.care.labsheet.LabSheet.AnalyteRow;
import hmnet.care.labsheet.LabSheet.LabCell;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.ground.design.HiddenControls;
import hmnet.ground.design.Messages;
import hmnet.people.links.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sheet as plain text, to be pasted elsewhere (文字で写す): whose it is, who shows it and when, then a line for
/// each test with tabs between its values, flags, states and comments.
final class SheetText {
    /// What a table program computes; a sign before a number or alone (-0.5, ++) is a result.
    private static final Pattern FORMULA = Pattern.compile("[=@]|[+-](?![-+]*([0-9][0-9.]*)?( |$))");

    private final Messages m;

    SheetText(Messages m) {
        this.m = m;
    }

    /// @param shownBy whoever looks, as it stands on paper too
    /// @param received what came of whom: what a rule keeps back is said before the values
    String of(LabSheet sheet, Person person, String shownBy, List<FacilityCoverage> received) {
        var lines = new ArrayList<String>();
        lines.add(person.name() + " (" + person.kana() + ") " + m.birth(person.birthDate()) + " "
                + m.t("sex." + person.sex()));
        lines.add(shownBy);
        lines.add(m.t("viewer.sheet.text-rule"));
        received.forEach(from -> from.withheld(m).forEach(words -> lines.add(plain(words))));
        if (sheet.groups().isEmpty()) {
            lines.add(m.t("viewer.sheet.text-nothing"));
        }
        if (sheet.cut().abnormalOnly()) {
            lines.add(m.t(
                    "viewer.sheet.abnormal-rows",
                    sheet.cut().shown(),
                    sheet.cut().all()));
        }
        lines.add("");
        lines.add(tabbed(Stream.concat(
                Stream.of(m.t("viewer.sheet.analyte"), m.t("viewer.sheet.range")),
                sheet.columns().stream()
                        .map(column -> m.shortDay(column.day()) + " "
                                + (column.time() == null ? "" : column.time() + " ") + column.facility()))));
        for (var group : sheet.groups()) {
            lines.add("[" + plain(group.name()) + "]");
            group.rows().forEach(row -> lines.add(row(row)));
        }
        sheet.comments()
                .forEach(comment -> lines.add(
                        plain(m.shortDay(comment.day()) + " " + comment.facility() + ": " + comment.words())));
        return String.join("\r\n", lines) + "\r\n";
    }

    private String row(AnalyteRow row) {
        var name = row.specimen() == null ? row.analyte() : row.analyte() + " " + row.specimen();
        var cells = new ArrayList<String>(List.of(name, row.range() + " " + row.unit()));
        row.cells().forEach(cell -> cells.add(cell(cell)));
        return tabbed(cells.stream());
    }

    private String cell(@Nullable LabCell cell) {
        if (cell == null) {
            return "";
        }
        var struck = cell.state().struck() ? m.t("viewer.sheet.text-struck") : "";
        return Stream.of(
                        Stream.of(cell.value(), cell.flag().letters(), cell.told(), struck),
                        Stream.ofNullable(cell.was()).map(was -> m.t("viewer.sheet.was") + was),
                        cell.marks().stream().map(mark -> m.t(mark.kind().key())),
                        cell.notes().stream())
                .flatMap(words -> words)
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String tabbed(Stream<String> cells) {
        return cells.map(SheetText::plain).collect(Collectors.joining("\t"));
    }

    /// What was sent breaks no line, makes no column, and is no formula where it is pasted into a table program: an
    /// apostrophe before it says "text" there.
    private static String plain(String words) {
        var line = HiddenControls.shown(words.replaceAll("\\s+", " ").strip());
        return FORMULA.matcher(line).lookingAt() ? "'" + line : line;
    }
}
