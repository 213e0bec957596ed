package hmnet.formats.check;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.careplan.CareplanFile;
import hmnet.formats.cda.CdaFile;
import hmnet.formats.cda.CdaWriter;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.fhirfile.PlainSheet;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.hl7v2.Hl7Writer;
import hmnet.formats.jahis.rx.RxFile;
import hmnet.formats.jahis.rx.RxWriter;
import hmnet.formats.jahis.tc.TcFile;
import hmnet.formats.jahis.tc.TcWriter;
import hmnet.formats.kenshin.CheckupFiles;
import hmnet.formats.kenshin.KenshinFile;
import hmnet.formats.labcsv.LabCsvFile;
import hmnet.formats.labcsv.LabLayout;
import hmnet.formats.life.LifeFile;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import hmnet.formats.nsips.NsipsFile;
import hmnet.formats.nsips.NsipsWriter;
import hmnet.formats.ssmix2.SheetWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A file in another format (変換): FHIR from every format that is read, others from what the common model
/// holds; a file of the format itself from its own model.
public final class Conversion {
    private static final List<Writer> ALL = List.of(
            new Writer(Format.FHIR, Conversion::fhir),
            new Writer(
                    Format.NSIPS,
                    (file, name) -> file instanceof NsipsFile own
                            ? own.bytes()
                            : NsipsWriter.write(one(file), Facility.UNKNOWN)),
            new Writer(
                    Format.JAHIS_TC,
                    (file, name) ->
                            file instanceof TcFile own ? own.bytes() : TcWriter.write(sheets(file), Facility.UNKNOWN)),
            new Writer(
                    Format.JAHIS_RX,
                    (file, name) ->
                            file instanceof RxFile own ? own.bytes() : RxWriter.write(one(file), Facility.UNKNOWN)),
            new Writer(Format.HL7V2, Conversion::hl7),
            new Writer(Format.SSMIX2, Conversion::storage),
            new Writer(
                    Format.LAB_CSV,
                    (file, name) -> file instanceof LabCsvFile own ? own.write() : LabCsvFile.write(sheets(file))),
            new Writer(
                    Format.KENSHIN,
                    (file, name) -> file instanceof KenshinFile own
                            ? CheckupFiles.write(own)
                            : CheckupFiles.write(sheets(file))),
            new Writer(
                    Format.CDA,
                    (file, name) -> file instanceof CdaFile own
                            ? new WrittenFile(own.bytes(), List.of())
                            : CdaWriter.write(sheets(file))),
            new Writer(
                    Format.LIFE,
                    (file, name) -> file instanceof LifeFile own ? own.write() : LifeFile.write(sheets(file))),
            new Writer(
                    Format.CAREPLAN,
                    (file, name) -> file instanceof CareplanFile own ? own.write() : CareplanFile.write(sheets(file))));

    private Conversion() {}

    /// One format's way to write.
    private record Writer(Format format, Writes writes) {}

    @FunctionalInterface
    private interface Writes {
        WrittenFile write(FacilityFile file, String name) throws Unreadable;
    }

    /// What a file can be written as.
    public static List<Format> targets() {
        return ALL.stream().map(Writer::format).toList();
    }

    public static Optional<Format> target(String code) {
        return targets().stream().filter(format -> format.code().equals(code)).findFirst();
    }

    /// @throws Unreadable when it cannot be read, or `not-writable` when the format cannot hold it
    public static WrittenFile of(String name, byte[] bytes, Format to) throws Unreadable {
        return of(Readers.read(name, bytes), name, to);
    }

    /// By a laboratory's layout: read by it where the file fits it, else written in it.
    public static WrittenFile of(String name, byte[] bytes, Format to, LabLayout layout) throws Unreadable {
        var file = Readers.read(name, bytes, List.of(layout));
        boolean read = LabCsvFile.fits(bytes, layout);
        return to == Format.LAB_CSV && !read
                ? accepted(LabCsvFile.write(layout, sheets(file)), to, List.of(layout))
                : of(file, name, to);
    }

    private static WrittenFile of(FacilityFile file, String name, Format to) throws Unreadable {
        for (var writer : ALL) {
            if (writer.format() == to) {
                return accepted(writer.writes().write(file, name), to, List.of());
            }
        }
        throw new Unreadable("not-writable", 0, "", to.code());
    }

    /// What is handed over our own reader takes for what it is: a slip without its patient's name is none.
    private static WrittenFile accepted(WrittenFile written, Format to, List<LabLayout> declared) throws Unreadable {
        try {
            for (var file : files(written, to)) {
                if (Readers.read(file.path(), file.bytes(), declared).format() != to) {
                    throw new Unreadable("unknown-format", 0, "", to.code());
                }
            }
            return written;
        } catch (Unreadable refused) {
            throw new Unreadable("not-writable", 0, to.code(), String.valueOf(refused.getMessage()));
        }
    }

    private static List<StoredFile> files(WrittenFile written, Format to) {
        if (to != Format.SSMIX2) {
            return List.of(new StoredFile("", written.bytes()));
        }
        var files = new ArrayList<StoredFile>();
        try (var archive = new ZipInputStream(new ByteArrayInputStream(written.bytes()))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                files.add(new StoredFile(entry.getName(), archive.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
    private record StoredFile(String path, byte[] bytes) {}

    /// In the words of all formats.
    private static List<Sheet> sheets(FacilityFile file) throws Unreadable {
        if (!(file instanceof FhirFile)) {
            return file.sheets();
        }
        var sheets = new ArrayList<Sheet>();
        for (var sheet : file.sheets()) {
            sheets.add(PlainSheet.of(sheet));
        }
        return sheets;
    }

    /// Formats of one slip a file take a file of one.
    private static Sheet one(FacilityFile file) throws Unreadable {
        if (file.sheets().size() != 1) {
            throw new Unreadable("not-writable", 0, "", file.sheets().size() + " sheets where the format holds one");
        }
        return sheets(file).getFirst();
    }

    /// One FHIR bundle (collection), with the patients it tells of; FHIR itself as JSON.
    private static WrittenFile fhir(FacilityFile file, String name) {
        return new WrittenFile(
                file instanceof FhirFile own ? own.bytes() : OneBundle.of(file, CheckedFile.ids(name)), List.of());
    }

    /// Messages one after another; those of a file of messages as they are.
    private static WrittenFile hl7(FacilityFile file, String name) throws Unreadable {
        if (file instanceof Hl7File messages) {
            return new WrittenFile(messages.bytes(), List.of());
        }
        var written = Hl7Writer.write(sheets(file).toArray(Sheet[]::new));
        if (written.bytes().length == 0) {
            throw new Unreadable("not-writable", 0, "", "hl7v2 has no message for it");
        }
        return new WrittenFile(written.bytes(), written.notes());
    }

    /// The tree of a storage as an archive, since one file becomes many.
    private static WrittenFile storage(FacilityFile file, String name) throws Unreadable {
        var written = SheetWriter.write(sheets(file));
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
        return new WrittenFile(bytes.toByteArray(), written.notes());
    }
}
