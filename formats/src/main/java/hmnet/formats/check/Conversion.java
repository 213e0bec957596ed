package hmnet.formats.check;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.careplan.CareplanFile;
import hmnet.formats.cda.CdaFile;
import hmnet.formats.check.account.FileAccount;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.jahis.rx.RxFile;
import hmnet.formats.jahis.tc.TcFile;
import hmnet.formats.kenshin.KenshinFile;
import hmnet.formats.labcsv.LabCsvFile;
import hmnet.formats.labcsv.LabLayout;
import hmnet.formats.life.LifeFile;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import hmnet.formats.nsips.NsipsFile;
import hmnet.formats.ssmix2.Storages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A file in another format (変換): FHIR from every format that is read, others from what the common model
/// holds; a file of the format itself from its own model.
public final class Conversion {
    private static final Set<String> LOST_IN_READING = Set.of("not-carried", "dosing-not-understood");
    private static final List<Writer> ALL = List.of(
            new Writer(Format.FHIR, Conversion::fhir),
            new Writer(
                    Format.NSIPS,
                    (file, name) ->
                            file instanceof NsipsFile own ? own.bytes() : NsipsFile.write(one(file), Facility.UNKNOWN)),
            new Writer(
                    Format.JAHIS_TC,
                    (file, name) ->
                            file instanceof TcFile own ? own.bytes() : TcFile.write(sheets(file), Facility.UNKNOWN)),
            new Writer(
                    Format.JAHIS_RX,
                    (file, name) ->
                            file instanceof RxFile own ? own.bytes() : RxFile.write(one(file), Facility.UNKNOWN)),
            new Writer(
                    Format.HL7V2,
                    (file, name) -> file instanceof Hl7File own
                            ? new WrittenFile(own.bytes(), List.of())
                            : Hl7File.write(sheets(file))),
            new Writer(Format.SSMIX2, (file, name) -> Storages.write(sheets(file))),
            new Writer(
                    Format.LAB_CSV,
                    (file, name) -> file instanceof LabCsvFile own ? own.write() : LabCsvFile.write(sheets(file))),
            new Writer(
                    Format.KENSHIN,
                    (file, name) -> file instanceof KenshinFile own ? own.write() : KenshinFile.write(sheets(file))),
            new Writer(
                    Format.CDA,
                    (file, name) -> file instanceof CdaFile own
                            ? new WrittenFile(own.bytes(), List.of())
                            : CdaFile.write(sheets(file))),
            new Writer(
                    Format.LIFE,
                    (file, name) -> file instanceof LifeFile own ? own.write() : LifeFile.write(sheets(file))),
            new Writer(
                    Format.CAREPLAN,
                    (file, name) -> file instanceof CareplanFile own ? own.write() : CareplanFile.write(sheets(file))));

    /// The file is written, but how a drug is taken may say less than its source.
    private static final Set<String> DOSE_IN_DOUBT = Set.of("dosing-not-understood", FileAccount.DOSING);

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
        var file = Readers.read(name, bytes);
        return accounted(of(file, name, to), file, bytes, to);
    }

    /// With what of the file was not carried over; a file of the format itself is written as it is.
    private static WrittenFile accounted(WrittenFile written, FacilityFile file, byte[] bytes, Format to) {
        if (file.format() == to) {
            return written;
        }
        var notes = new ArrayList<>(written.notes());
        notes.addAll(FileAccount.of(file, bytes).notes());
        return new WrittenFile(written.bytes(), List.copyOf(notes));
    }

    /// By a laboratory's layout: read by it where the file fits it, else written in it.
    public static WrittenFile of(String name, byte[] bytes, Format to, LabLayout layout) throws Unreadable {
        var file = Readers.read(name, bytes, List.of(layout));
        boolean read = LabCsvFile.fits(bytes, layout);
        var written = to == Format.LAB_CSV && !read
                ? Acceptance.of(LabCsvFile.write(layout, sheets(file)), to, List.of(layout))
                : of(file, name, to);
        return accounted(written, file, bytes, to);
    }

    private static WrittenFile of(FacilityFile file, String name, Format to) throws Unreadable {
        for (var writer : ALL) {
            if (writer.format() == to) {
                var written = Acceptance.of(writer.writes().write(file, name), to, List.of());
                return file.format() == to ? written : withReading(written, file);
            }
        }
        throw new Unreadable("not-writable", 0, "", to.code());
    }

    /// What the reader itself could not carry is lost on this way too.
    private static WrittenFile withReading(WrittenFile written, FacilityFile file) {
        var notes = Stream.concat(
                        written.notes().stream(),
                        file.notes().stream().filter(note -> LOST_IN_READING.contains(note.code())))
                .toList();
        return new WrittenFile(written.bytes(), notes);
    }

    /// Whether how a drug is taken may say less than its source: somebody must look before it is used.
    public static boolean isDoubtful(WrittenFile written) {
        return written.notes().stream().anyMatch(note -> DOSE_IN_DOUBT.contains(note.code()));
    }

    /// In the words of all formats.
    private static List<Sheet> sheets(FacilityFile file) throws Unreadable {
        return file instanceof FhirFile fhir ? fhir.plainSheets() : file.sheets();
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
        return file instanceof FhirFile own
                ? new WrittenFile(own.bytes(), List.of())
                : new WrittenFile(OneBundle.of(file, CheckedFile.ids(name)), LeftOutOfFhir.of(file.sheets()));
    }
}
