package hmnet.formats.check.account;

import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Every column that the records of a file may have and leave empty (レコードの空の項目).
final class RecordSpots {
    private static final List<String> MARKERS =
            List.of("1", "2", "9", Spot.WHOLE, Spot.CODE, Spot.WORDS, Spot.NUMBER, Spot.DAY, "S620401", "0930");

    private RecordSpots() {}

    /// @param columns of a record by its name
    static List<Spot> of(String name, byte[] bytes, Map<String, Integer> columns) throws Unreadable {
        var file = Readers.read(name, bytes);
        var values = FileValues.of(file, bytes);
        if (!(Editors.of(file, bytes, values) instanceof RecordEditor editor)) {
            return List.of();
        }
        var spots = new ArrayList<Spot>();
        var base = editor.with(0, values.getFirst().value());
        for (var line : editor.lines()) {
            int size =
                    Math.max(line.size() - 1, columns.getOrDefault(line.tag().replaceAll("(?<=VER|JAHISTC).*", ""), 0));
            for (int i = editor.first(); base != null && editor.told().contains(line.number()) && i <= size; i++) {
                int column = i;
                if (!line.has(column)) {
                    spots.add(new Spot(base, MARKERS, marker -> {
                        var bytesOf = editor.with(line, column, marker);
                        return bytesOf == null ? new byte[0] : bytesOf;
                    }));
                }
            }
        }
        return spots;
    }
}
