package hmnet.care.notebook;

import hmnet.formats.base.Unreadable;
import hmnet.formats.fhir.Rows;
import hmnet.formats.jahis.tc.TcFile;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Sheet;
import hmnet.people.patients.MyNumber;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A medicine notebook as its codes say it (読み取ったお薬手帳, JAHISTC): whole, in whatever order its parts came.
record ReadNotebook(TcFile file, List<NotebookDispensing> dispensings, List<String> beside) {
    static final int TEXT_MAX = 64 << 10;

    /// More than a notebook has between two visits; a code that says more is none.
    static final int MOST = 60;

    private static final Charset MS932 = Charset.forName("MS932");
    private static final String BEGINS = "(?=JAHISTC)";

    /// One dispensing.
    ///
    /// @param place in the notebook, the first is 0
    /// @param file of it alone, as a notebook writes it
    /// @param by who dispensed, as the notebook names them; may be empty
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record NotebookDispensing(int place, Sheet sheet, List<Part> parts, String by, byte[] file) {}

    /// @param text as scanned or pasted: one part after the other
    /// @throws Unreadable as `TcFile.read` does; `characters`, `my-number`, `too-long`, `nothing`
    static ReadNotebook of(String text) throws Unreadable {
        var texts = new ArrayList<byte[]>();
        for (var part : text.split(BEGINS, -1)) {
            if (!part.isBlank()) {
                texts.add(ms932(part.strip() + "\r\n"));
            }
        }
        return read(texts);
    }

    static ReadNotebook of(byte[] file) throws Unreadable {
        return read(List.of(file));
    }

    private static ReadNotebook read(List<byte[]> texts) throws Unreadable {
        if (texts.isEmpty() || texts.stream().allMatch(text -> text.length == 0)) {
            throw new Unreadable("nothing", 0, "", "nothing was read");
        }
        if (texts.stream().mapToInt(text -> text.length).sum() > TEXT_MAX) {
            throw new Unreadable("too-long", 0, "", "longer than " + TEXT_MAX + " bytes");
        }
        var file = texts.size() == 1 ? TcFile.read(texts.getFirst()) : TcFile.read(texts);
        if (file.alone().total() > 1) {
            throw new Unreadable(
                    "parts-missing",
                    0,
                    "911",
                    file.alone().number() + " / " + file.alone().total());
        }
        if (file.lines().stream()
                .flatMap(line -> line.columns().stream())
                .filter(column -> column.length() >= 12)
                .anyMatch(MyNumber::standsIn)) {
            throw new Unreadable("my-number", 0, "", "an individual number stands in it");
        }
        if (file.count() > MOST) {
            throw new Unreadable("too-long", 0, "", "more than " + MOST + " dispensings");
        }
        var dispensings = new ArrayList<NotebookDispensing>();
        for (var place = 0; place < file.count(); place++) {
            dispensing(file, place).ifPresent(dispensings::add);
        }
        return new ReadNotebook(file, List.copyOf(dispensings), beside(file));
    }

    private static Optional<NotebookDispensing> dispensing(TcFile file, int place) throws Unreadable {
        var one = file.only(Set.of(place));
        return one.sheets().stream()
                .filter(sheet -> sheet.entries().stream().anyMatch(Medicines.class::isInstance))
                .findFirst()
                .map(sheet -> new NotebookDispensing(
                        place,
                        sheet,
                        Rows.of(sheet, (type, key) -> type + key.hashCode()),
                        by(sheet),
                        one.bytes().bytes()));
    }

    private static String by(Sheet sheet) {
        return medicines(sheet)
                .flatMap(medicines -> medicines.drugs().stream())
                .map(drug -> drug.by().shown())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    private static Stream<Medicines> medicines(Sheet sheet) {
        return sheet.entries().stream().filter(Medicines.class::isInstance).map(Medicines.class::cast);
    }

    /// What it says that is no dispensing: not taken in, and told.
    private static List<String> beside(TcFile file) {
        return file.sheets().stream()
                .filter(sheet -> medicines(sheet).findAny().isEmpty())
                .flatMap(sheet -> Rows.of(sheet, (type, key) -> type + key.hashCode()).stream())
                .map(Part::title)
                .toList();
    }

    /// As the standard writes it; nothing is replaced in silence.
    private static byte[] ms932(String text) throws Unreadable {
        try {
            var encoded = MS932.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new Unreadable("characters", 0, "", "a character that no notebook holds");
        }
    }
}
