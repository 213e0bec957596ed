package hmnet.formats.file;

import hmnet.formats.base.Note;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Equivalents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A file of a facility, read (読んだファイル): leniently, every repair noted; untruthfully never.
public interface FacilityFile {
    Format format();

    /// As the file itself names it, empty when it does not.
    String version();

    /// What it is within its format: `OML-11`, `調剤`, `退院時サマリー`.
    String kind();

    List<Note> notes();

    /// One for each patient in the file, in its order; none for a file that tells of no patient. Those of a large file
    /// are made when they are asked for: go through them once, in order.
    List<Sheet> sheets();

    /// Those of its sheets of which the message names another patient number than the folder it lies in
    /// (患者番号の不一致): whose they are is not clear.
    default List<Sheet> doubted() {
        return List.of();
    }

    /// How it calls everybody of whom it tells, in any of its parts: also those of whom nothing is read.
    default Set<String> patients() {
        return sheets().stream().map(Sheet::patient).collect(Collectors.toSet());
    }

    /// The rows of a chart that it becomes, those of all its patients.
    default List<Part> rows(Ids ids) {
        return rows(ids, Equivalents.NONE);
    }

    /// @param tables add what says the same as the codes sent
    default List<Part> rows(Ids ids, Equivalents tables) {
        var rows = new ArrayList<Part>();
        eachRow(ids, tables, rows::add);
        return List.copyOf(rows);
    }

    /// Its rows one after another, so that those of a large file are never together in memory.
    default void eachRow(Ids ids, Equivalents tables, Consumer<Part> row) {
        sheets().forEach(sheet -> Rows.of(sheet, ids, tables).forEach(row));
    }
}
