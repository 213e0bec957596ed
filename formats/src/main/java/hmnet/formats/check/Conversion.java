package hmnet.formats.check;

import hmnet.formats.chart.Sheet;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.file.Note;
import hmnet.formats.file.Unreadable;
import hmnet.formats.file.Written;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.hl7v2.Hl7Writer;
import hmnet.formats.jahis.rx.RxWriter;
import hmnet.formats.jahis.tc.TcWriter;
import hmnet.formats.nsips.NsipsWriter;
import hmnet.formats.pharmacy.Facility;
import hmnet.formats.ssmix2.SheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A file in another format (変換): FHIR from every format that is read, others from what the common model holds.
public final class Conversion {
    private static final List<Writer> ALL = List.of(
            new Writer(Format.FHIR, Conversion::fhir),
            new Writer(Format.NSIPS, (file, name) -> made(NsipsWriter.write(one(file), Facility.UNKNOWN))),
            new Writer(Format.JAHIS_TC, (file, name) -> made(TcWriter.write(file.sheets(), Facility.UNKNOWN))),
            new Writer(Format.JAHIS_RX, (file, name) -> made(RxWriter.write(one(file), Facility.UNKNOWN))),
            new Writer(Format.HL7V2, Conversion::hl7),
            new Writer(Format.SSMIX2, Conversion::storage));

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

    private static Made made(Written written) {
        return new Made(written.bytes(), written.notes());
    }

    /// Formats of one slip a file take a file of one.
    private static Sheet one(FacilityFile file) throws Unreadable {
        if (file.sheets().size() != 1) {
            throw new Unreadable("not-writable", 0, "", file.sheets().size() + " sheets where the format holds one");
        }
        return file.sheets().getFirst();
    }

    /// One FHIR bundle (collection), with the patients it tells of.
    private static Made fhir(FacilityFile file, String name) {
        return new Made(OneBundle.of(file, Checked.ids(name)), List.of());
    }

    /// Messages one after another; those of a file of messages as they are.
    private static Made hl7(FacilityFile file, String name) throws Unreadable {
        if (file instanceof Hl7File messages) {
            return new Made(messages.bytes(), List.of());
        }
        var written = Hl7Writer.write(file.sheets().toArray(Sheet[]::new));
        if (written.bytes().length == 0) {
            throw new Unreadable("not-writable", 0, "", "hl7v2 has no message for it");
        }
        return new Made(written.bytes(), written.notes());
    }

    /// The tree of a storage as an archive, since one file becomes many.
    private static Made storage(FacilityFile file, String name) throws Unreadable {
        var written = SheetWriter.write(file.sheets());
        if (written.files().isEmpty()) {
            throw new Unreadable("not-writable", 0, "", "ssmix2 has no file for it");
        }
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var stored : written.files()) {
                var entry = new ZipEntry(stored.path());
                entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
                archive.putNextEntry(entry);
                archive.write(stored.bytes());
                archive.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Made(bytes.toByteArray(), written.notes());
    }
}
