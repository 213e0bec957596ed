package hmnet.formats.check;

import hmnet.formats.chart.Sheet;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.file.Note;
import hmnet.formats.file.Unreadable;
import hmnet.formats.file.Written;
import hmnet.formats.jahis.rx.RxWriter;
import hmnet.formats.jahis.tc.TcWriter;
import hmnet.formats.nsips.NsipsWriter;
import hmnet.formats.pharmacy.Facility;
import java.util.List;
import java.util.Optional;

/// A file in another format (変換): FHIR from every format that is read, others from what the common model holds.
public final class Conversion {
    private static final List<Writer> ALL = List.of(
            new Writer(Format.FHIR, Conversion::fhir),
            new Writer(Format.NSIPS, (file, name) -> of(NsipsWriter.write(only(file), Facility.UNKNOWN))),
            new Writer(Format.JAHIS_TC, (file, name) -> of(TcWriter.write(file.sheets(), Facility.UNKNOWN))),
            new Writer(Format.JAHIS_RX, (file, name) -> of(RxWriter.write(only(file), Facility.UNKNOWN))));

    private Conversion() {}

    /// One format's way to write.
    private record Writer(Format format, Writes writes) {}

    @FunctionalInterface
    private interface Writes {
        Made write(FacilityFile file, String name) throws Unreadable;
    }

    /// What came of it.
    ///
    /// @param notes what the format could not say
    @SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
    public record Made(byte[] bytes, List<Note> notes) {}

    /// What a file can be written as.
    public static List<Format> targets() {
        return ALL.stream().map(Writer::format).toList();
    }

    public static Optional<Format> target(String code) {
        return targets().stream().filter(format -> format.code().equals(code)).findFirst();
    }

    /// @throws Unreadable when it cannot be read, or `not-writable` when the format cannot hold it
    public static Made of(String name, byte[] bytes, Format to) throws Unreadable {
        var file = Readers.read(name, bytes);
        for (var writer : ALL) {
            if (writer.format() == to) {
                return writer.writes().write(file, name);
            }
        }
        throw new Unreadable("not-writable", 0, "", to.code());
    }

    private static Made of(Written written) {
        return new Made(written.bytes(), written.notes());
    }

    /// The one patient of a file whose other format holds one.
    private static Sheet only(FacilityFile file) throws Unreadable {
        if (file.sheets().size() != 1) {
            throw new Unreadable("not-one-patient", 0, "", file.sheets().size() + " patients");
        }
        return file.sheets().getFirst();
    }

    /// One FHIR bundle (collection), with the patients it tells of.
    private static Made fhir(FacilityFile file, String name) {
        return new Made(OneBundle.of(file, Checked.ids(name)), List.of());
    }
}
