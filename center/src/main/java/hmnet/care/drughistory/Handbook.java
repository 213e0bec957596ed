package hmnet.care.drughistory;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.jahis.tc.TcFile;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import hmnet.ground.design.QrDrawing;
import hmnet.people.links.Person;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The data of a medicine handbook (電子版お薬手帳, JAHISTC08): a file, and the same as QR codes.
///
/// @param drugs what is in it, by name
/// @param left what could not be written, by name
/// @param notes how many elements beside drug, amount and usage the format has no place for
@SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
public record Handbook(byte[] file, List<String> drugs, List<String> left, int notes) {
    /// A code of so many bytes is read from paper by the cameras of pharmacies.
    private static final int BYTES_A_CODE = 600;

    /// Without address and telephone: the page does not show them.
    public static Handbook of(Person person, List<Medicines> medicines, List<String> lost) {
        var writable = new ArrayList<Medicines>();
        var drugs = new ArrayList<String>();
        var left = new ArrayList<>(lost);
        for (var one : medicines) {
            var kept = one.drugs().stream()
                    .filter(drug -> isWritable(person, one, drug))
                    .toList();
            one.drugs().forEach(drug -> (kept.contains(drug) ? drugs : left).add(name(drug)));
            if (!kept.isEmpty()) {
                writable.add(one.withDrugs(kept));
            }
        }
        if (writable.isEmpty()) {
            return new Handbook(new byte[0], List.of(), left, 0);
        }
        try {
            var written = write(person, writable);
            return new Handbook(written.bytes(), drugs, left, written.notes().size());
        } catch (Unreadable e) {
            throw new IllegalStateException("Each drug alone could be written", e);
        }
    }

    public boolean isEmpty() {
        return file.length == 0;
    }

    /// @param id 14 digits that no other data of the person has
    public List<QrDrawing> codes(String id) {
        try {
            return TcFile.read(file).split(id, BYTES_A_CODE).stream()
                    .map(Handbook::drawing)
                    .toList();
        } catch (Unreadable e) {
            throw new IllegalStateException("What was written can be read", e);
        }
    }

    private static String name(PrescribedDrug drug) {
        return drug.drug().isNone()
                ? String.join(
                        "＋",
                        drug.ingredients().stream()
                                .map(part -> part.drug().shown())
                                .toList())
                : drug.drug().shown();
    }

    private static boolean isWritable(Person person, Medicines medicines, PrescribedDrug drug) {
        try {
            write(person, List.of(medicines.withDrugs(List.of(drug))));
            return true;
        } catch (Unreadable e) {
            return false;
        }
    }

    private static WrittenFile write(Person person, List<Medicines> medicines) throws Unreadable {
        var first = medicines.getFirst();
        var sheet = new Sheet(
                "",
                new Demographics(
                        person.familyName(),
                        person.givenName(),
                        person.familyKana(),
                        person.givenKana(),
                        person.birthDate(),
                        person.sex(),
                        "",
                        "",
                        "",
                        null),
                null,
                "handbook",
                "",
                first.at(),
                false,
                false,
                List.copyOf(medicines));
        return TcFile.write(List.of(sheet), Facility.UNKNOWN);
    }

    /// The bytes as they are, in the character set that the standard prescribes: readers expect no other one to be
    /// announced.
    private static QrDrawing drawing(byte[] text) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
            var matrix = new QRCodeWriter()
                    .encode(new String(text, StandardCharsets.ISO_8859_1), BarcodeFormat.QR_CODE, 0, 0, hints);
            var dark = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (int y = 0; y < dark.length; y++) {
                for (int x = 0; x < dark[y].length; x++) {
                    dark[y][x] = matrix.get(x, y);
                }
            }
            return QrDrawing.of(dark);
        } catch (WriterException e) {
            throw new IllegalStateException("A part of " + text.length + " bytes fits", e);
        }
    }
}
