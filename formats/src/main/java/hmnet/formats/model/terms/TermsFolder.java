package hmnet.formats.model.terms;

import hmnet.formats.base.Note;
import hmnet.formats.base.Sha256;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import hmnet.formats.model.terms.Terms.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A folder of code tables, read (コード表のフォルダ): `terms.csv` says which file is which edition,
/// `layouts.csv` declares layouts that we do not know. A file that cannot be read is told; the others stand.
///
/// @param terms those that could be read, in the order of `terms.csv`
/// @param refused file by file
public record TermsFolder(Terms terms, List<RefusedTableFile> refused) {
    private static final String LIST = "terms.csv";
    private static final String LAYOUTS = "layouts.csv";
    private static final int LEAST = 4;
    private static final int LARGEST = 128 << 20;
    private static final Map<String, TableLayout> KNOWN =
            TableLayout.of(hmnet.formats.base.Table.read(TermsFolder.class, LAYOUTS));

    /// A file of the folder that is no table.
    public record RefusedTableFile(String file, Note note) {}

    /// @throws IOException when the folder or a file in it cannot be opened
    public static TermsFolder read(Path folder) throws IOException {
        var tables = new ArrayList<CodeTable>();
        var refused = new ArrayList<RefusedTableFile>();
        var layouts = layouts(folder, refused);
        for (var line : lines(folder, LIST, refused)) {
            if (!line.tag().equals("file")) {
                try {
                    tables.add(table(folder, line, layouts));
                } catch (Unreadable bad) {
                    refused.add(new RefusedTableFile(line.at(0), bad.note()));
                }
            }
        }
        return new TermsFolder(new Terms(tables), List.copyOf(refused));
    }

    /// The lines of one of the folder's own lists; without comments.
    private static List<RecordLine> lines(Path folder, String name, List<RefusedTableFile> refused) throws IOException {
        var file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            if (name.equals(LIST)) {
                refused.add(new RefusedTableFile(
                        name, Note.info("file-missing", 0, "", "no " + LIST + " says what is here")));
            }
            return List.of();
        }
        try {
            return Records.read(
                            Files.readAllBytes(file),
                            RecordForm.MS932.withQuotes().orUtf8())
                    .lines()
                    .stream()
                    .filter(line -> !line.tag().startsWith("#"))
                    .toList();
        } catch (Unreadable bad) {
            refused.add(new RefusedTableFile(name, bad.note()));
            return List.of();
        }
    }

    private static Map<String, TableLayout> layouts(Path folder, List<RefusedTableFile> refused) throws IOException {
        var layouts = new HashMap<>(KNOWN);
        try {
            layouts.putAll(TableLayout.of(lines(folder, LAYOUTS, refused).stream()
                    .map(RecordLine::columns)
                    .toList()));
        } catch (IllegalArgumentException e) {
            refused.add(new RefusedTableFile(LAYOUTS, Note.info("layout", 0, "", String.valueOf(e.getMessage()))));
        }
        return layouts;
    }

    private static CodeTable table(Path folder, RecordLine line, Map<String, TableLayout> layouts)
            throws Unreadable, IOException {
        if (line.size() < LEAST || !line.has(2)) {
            throw new Unreadable(
                    "column-missing", line.number(), LIST, "file, layout, version, date[, source, facility]");
        }
        var layout = line.at(1);
        if (!layout.equals(TableLayout.PAIRS) && !layouts.containsKey(layout)) {
            throw new Unreadable("layout-unknown", line.number(), "layout", layout);
        }
        var bytes = bytes(folder, line);
        var edition = new Edition(
                line.at(0),
                layout,
                line.at(2),
                date(line),
                line.at(4),
                line.at(5),
                HexFormat.of().formatHex(Sha256.of(bytes)));
        return TableReading.of(edition, bytes, layouts);
    }

    /// A file of the folder itself: a name, no way elsewhere.
    private static byte[] bytes(Path folder, RecordLine line) throws Unreadable, IOException {
        var name = line.at(0);
        var file = folder.resolve(name);
        if (name.isEmpty()
                || !file.normalize().equals(folder.resolve(file.getFileName()).normalize())) {
            throw new Unreadable("path", line.number(), "file", name);
        }
        if (!Files.isRegularFile(file)) {
            throw new Unreadable("file-missing", line.number(), "file", name);
        }
        if (Files.size(file) > LARGEST) {
            throw new Unreadable("too-large", 0, "", Files.size(file) + " bytes");
        }
        return Files.readAllBytes(file);
    }

    private static LocalDate date(RecordLine line) throws Unreadable {
        try {
            return LocalDate.parse(line.at(3));
        } catch (DateTimeParseException e) {
            throw new Unreadable("date", line.number(), "date", line.at(3));
        }
    }
}
