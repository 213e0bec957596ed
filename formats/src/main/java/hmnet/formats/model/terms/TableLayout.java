package hmnet.formats.model.terms;

import hmnet.formats.base.Width;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.terms.CodeColumn.Grain;
import hmnet.formats.model.terms.CodeColumn.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which column of a file holds what (コード表の列の宣言), from `layouts.csv`.
///
/// @param places of the columns, one each
/// @param name where the row's name stands; empty where it has none
record TableLayout(List<CodeColumn> columns, List<Place> places, List<Place> name) {
    /// A file of lines `system,code,system,code,name` needs no columns declared.
    static final String PAIRS = "pairs";

    private static final String NAME = "name";

    /// @param rows of a table of layouts: layout, what, column, grain, first, length, except, reason
    /// @throws IllegalArgumentException when a row is not of that form
    static Map<String, TableLayout> of(List<List<String>> rows) {
        var layouts = new LinkedHashMap<String, TableLayout>();
        for (var row : rows) {
            if (row.size() < 7) {
                throw new IllegalArgumentException("A layout has seven columns and a reason: " + String.join(",", row));
            }
            var layout = layouts.computeIfAbsent(
                    row.get(0), any -> new TableLayout(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            var place = place(row);
            if (row.get(1).equals(NAME)) {
                layout.name.add(place);
            } else {
                layout.columns.add(new CodeColumn(
                        system(row.get(1)), grain(row.get(3)), row.get(3).equals("exact")));
                layout.places.add(place);
            }
        }
        return layouts;
    }

    private static Place place(List<String> row) {
        var column = row.get(2);
        boolean optional = column.endsWith("?");
        var plain = optional ? column.substring(0, column.length() - 1) : column;
        boolean number = plain.matches("[0-9]{1,3}");
        return new Place(
                number ? "" : folded(plain),
                number ? Integer.parseInt(plain) : 0,
                optional,
                number(row.get(4)),
                number(row.get(5)),
                row.get(6).isBlank() ? Set.of() : Set.of(row.get(6).split(" ")));
    }

    private static int number(String text) {
        return text.isBlank() ? 0 : Integer.parseInt(text);
    }

    private static Grain grain(String word) {
        return switch (word) {
            case "exact" -> Grain.EXACT;
            case "wider" -> Grain.WIDER;
            case "own" -> Grain.OWN;
            default -> throw new IllegalArgumentException("A column is exact, wider or own, not " + word);
        };
    }

    /// A system by its name in messages, or as FHIR names it.
    static String system(String name) {
        return name.contains(":") ? name : CodingSystems.uri(name);
    }

    /// Headings are written in full or half width, as their editor likes.
    static String folded(String heading) {
        return Width.folded(heading).replace(" ", "");
    }

    boolean hasHeadings() {
        return places.stream().anyMatch(place -> place.number() == 0);
    }
}
