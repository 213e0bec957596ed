package hmnet.formats.check;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.archive.Archive;
import hmnet.formats.careplan.CareplanFile;
import hmnet.formats.cda.CdaFile;
import hmnet.formats.eprescription.EPrescriptionFile;
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
import hmnet.formats.mml.MmlFile;
import hmnet.formats.nsips.NsipsFile;
import hmnet.formats.orca.OrcaFile;
import hmnet.formats.other.FileExaminer;
import hmnet.formats.other.OtherFile;
import hmnet.formats.ssmix2.Storages;
import hmnet.formats.uke.UkeFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every format that is read (読める形式), in the order they are asked whether a file is theirs.
public final class Readers {
    private static final int HEAD = 8192;

    /// Names of the storage first, then what a file's first bytes leave no doubt of, then layouts by their
    /// headings; a laboratory's before tables of check-ups, since both name tests by JLAC10.
    private static final List<Reader> ALL = List.of(
            new Reader(Format.SSMIX2, Storages::looksLike, Storages::read),
            new Reader(Format.HL7V2, Hl7File::looksLike, (bytes, name) -> Hl7File.read(bytes)),
            new Reader(Format.JAHIS_TC, TcFile::looksLike, (bytes, name) -> TcFile.read(bytes)),
            new Reader(Format.JAHIS_RX, RxFile::looksLike, (bytes, name) -> RxFile.read(bytes)),
            new Reader(Format.JAHIS_RX, EPrescriptionFile::looksLike, (bytes, name) -> EPrescriptionFile.read(bytes)),
            new Reader(Format.NSIPS, NsipsFile::looksLike, (bytes, name) -> NsipsFile.read(bytes)),
            new Reader(Format.UKE_IKA, UkeFile::looksLike, (bytes, name) -> UkeFile.read(bytes)),
            new Reader(Format.ORCA, OrcaFile::looksLike, (bytes, name) -> OrcaFile.read(bytes)),
            new Reader(Format.MML, MmlFile::looksLike, (bytes, name) -> MmlFile.read(bytes)),
            new Reader(Format.LIFE, LifeFile::looksLike, (bytes, name) -> LifeFile.read(bytes)),
            new Reader(Format.CAREPLAN, CareplanFile::looksLike, CareplanFile::read),
            new Reader(Format.LAB_CSV, LabCsvFile::looksLike, (bytes, name) -> LabCsvFile.read(bytes)),
            new Reader(Format.KENSHIN, KenshinFile::looksLike, (bytes, name) -> KenshinFile.read(bytes)),
            new Reader(Format.CDA, CdaFile::looksLike, (bytes, name) -> CdaFile.read(bytes)),
            new Reader(Format.FHIR, FhirFile::looksLike, (bytes, name) -> FhirFile.read(bytes)),
            new Reader(Format.OTHER, OtherFile::looksLike, OtherFile::read));

    private static final Set<Format> UNPACK = Set.of(Format.SSMIX2, Format.KENSHIN, Format.OTHER);

    private Readers() {}

    /// One format's way to read.
    private record Reader(Format format, Looks looks, Reads reads) {}

    @FunctionalInterface
    private interface Looks {
        boolean like(byte[] head, String name);
    }

    @FunctionalInterface
    private interface Reads {
        FacilityFile read(byte[] bytes, String name) throws Unreadable;
    }

    /// Reads a file of whatever format, by a laboratory's declared layout where it fits one.
    public static FacilityFile read(String name, byte[] bytes, List<LabLayout> declared) throws Unreadable {
        return read(name, bytes, declared, FileExaminer.HERE);
    }

    /// The same; a file that is shown and not read is opened by the examiner, which may be a process of its own.
    public static FacilityFile read(String name, byte[] bytes, List<LabLayout> declared, FileExaminer examiner)
            throws Unreadable {
        for (var layout : declared) {
            if (LabCsvFile.fits(bytes, layout)) {
                return LabCsvFile.read(bytes, layout);
            }
        }
        return read(name, bytes, examiner);
    }

    /// What a file looks like where layouts are declared.
    public static Optional<Format> format(String name, byte[] bytes, List<LabLayout> declared) {
        return declared.stream().anyMatch(layout -> LabCsvFile.fits(bytes, layout))
                ? Optional.of(Format.LAB_CSV)
                : format(name, bytes);
    }

    /// What a file looks like; empty when no format claims it.
    public static Optional<Format> format(String name, byte[] bytes) {
        return reader(name, bytes)
                .map(reader -> reader.format() == Format.UKE_IKA ? UkeFile.meant(bytes) : reader.format());
    }

    /// Reads a file of whatever format.
    ///
    /// @param name as the facility calls it: formats that rest on names ask it, no other believes it
    /// @throws Unreadable `unknown-format`, `not-filed`, `archive`, else what the format's reader says
    public static FacilityFile read(String name, byte[] bytes) throws Unreadable {
        return read(name, bytes, FileExaminer.HERE);
    }

    /// The same; a file that is shown and not read is opened by the examiner.
    public static FacilityFile read(String name, byte[] bytes, FileExaminer examiner) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable("empty", 0, "", "no bytes");
        }
        var reader = reader(name, bytes).orElseThrow(() -> nobodys(bytes));
        return reader.format() == Format.OTHER
                ? examiner.examine(bytes, name)
                : reader.reads().read(bytes, name);
    }

    /// An archive may hold a file's text as it is: only those who unpack are asked about one. What it holds stands at
    /// its end.
    private static Optional<Reader> reader(String name, byte[] bytes) {
        var head = bytes.length <= HEAD ? bytes : Arrays.copyOf(bytes, HEAD);
        boolean archive = Archive.looksLike(head);
        return ALL.stream()
                .filter(reader -> !archive || UNPACK.contains(reader.format()))
                .filter(reader -> reader.looks().like(reader.format() == Format.OTHER ? bytes : head, name))
                .findFirst();
    }

    private static Unreadable nobodys(byte[] bytes) {
        return Archive.looksLike(bytes)
                ? new Unreadable("archive", 0, "", "an archive of files: send them unpacked")
                : UnfiledKinds.name(bytes)
                        .map(name -> new Unreadable("not-filed", 0, "", name))
                        .orElseGet(() -> new Unreadable("unknown-format", 0, "", "no format begins like this"));
    }
}
