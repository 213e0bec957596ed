package hmnet.formats.eprescription;

import hmnet.formats.base.Note;
import hmnet.formats.base.TreeLimits;
import hmnet.formats.base.Unreadable;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.jahis.rx.RxFile;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An electronic prescription (電子処方箋): its records read, its envelope with the doctor's signature as it
/// came.
///
/// @param original byte for byte, so that the signature can be verified as long as it lives
/// @param signed a signature is in the envelope; it was not verified
/// @param prescription empty for what was dispensed, whose records we keep and do not read
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
public record EPrescriptionFile(byte[] original, boolean signed, Optional<RxFile> prescription, List<Note> notes)
        implements FacilityFile {
    private static final int LARGEST = TreeLimits.ENVELOPE.bytes();

    /// @throws Unreadable `xml`, `charset`, `xml-doctype`, `xml-too-deep`, `base64`, `header`,
    ///     `record-missing`, or what
    /// `RxFile.read` throws
    public static EPrescriptionFile read(byte[] bytes) throws Unreadable {
        if (bytes.length > LARGEST) {
            throw new Unreadable("too-large", 0, "", bytes.length + " bytes");
        }
        var envelope = Envelope.read(bytes);
        if (envelope.dispensing()) {
            var note = Note.info(
                    "layout-unknown", 0, "DispensingDocument", "kept, not read: its records are not published");
            return new EPrescriptionFile(bytes, envelope.signed(), Optional.empty(), List.of(note));
        }
        var prescription = RxFile.read(envelope.records());
        if (!prescription.version().equals(RxFile.ELECTRONIC)) {
            throw new Unreadable("header", 1, prescription.version(), RxFile.ELECTRONIC + " expected");
        }
        var note = envelope.signed()
                ? Note.info("signature-not-verified", 0, "Signature", "kept as it came")
                : Note.info("signature-missing", 0, "Signature", "nobody signed it");
        var notes =
                Stream.concat(Stream.of(note), prescription.notes().stream()).toList();
        return new EPrescriptionFile(bytes, envelope.signed(), Optional.of(prescription), notes);
    }

    public static boolean looksLike(byte[] head, String name) {
        var text = new String(head, 0, Math.min(8_192, head.length), StandardCharsets.ISO_8859_1);
        int root = text.indexOf("<Document");
        return root >= 0
                && text.strip().indexOf('<') <= 3
                && (text.indexOf("<Prescription", root) > 0 || text.indexOf("<Dispensing", root) > 0);
    }

    @Override
    public Format format() {
        return Format.JAHIS_RX;
    }

    @Override
    public String version() {
        return prescription.map(RxFile::version).orElse("");
    }

    @Override
    public String kind() {
        return prescription.isPresent() ? "電子処方箋" : "電子処方箋の調剤情報";
    }

    @Override
    public List<Sheet> sheets() {
        return prescription.map(RxFile::sheets).orElse(List.of());
    }
}
