package hmnet.formats.check;

import hmnet.formats.base.csv.RecordLayout;
import hmnet.formats.file.Format;
import hmnet.formats.jahis.rx.RxFile;
import hmnet.formats.jahis.tc.TcFile;
import hmnet.formats.nsips.NsipsFile;
import hmnet.formats.uke.UkeFile;
import java.util.regex.Pattern;

/// What a place in a line is called (項目の名前): `201[5]` of a handbook is 薬品コード種別.
public final class FieldNames {
    private static final Pattern PLACE = Pattern.compile("([A-Z0-9]{1,4})\\[(\\d{1,3})\\]");
    private static final RecordLayout NSIPS = RecordLayout.read(NsipsFile.class, "layout.csv");
    private static final RecordLayout TC = RecordLayout.read(TcFile.class, "layout.csv");
    private static final RecordLayout RX = RecordLayout.read(RxFile.class, "layout.csv");

    private FieldNames() {}

    /// The place with its name behind it, `201[5] 薬品コード種別`; the place alone where it has none.
    public static String named(Format format, String field) {
        var place = PLACE.matcher(field);
        if (!place.matches()) {
            return field;
        }
        var name = name(format, place.group(1), Integer.parseInt(place.group(2)));
        return name.isEmpty() ? field : field + " " + name;
    }

    private static String name(Format format, String tag, int column) {
        return switch (format) {
            case NSIPS -> NSIPS.name(tag, column);
            case JAHIS_TC -> TC.name(tag, column);
            case JAHIS_RX -> RX.name(tag, column);
            case UKE_IKA, UKE_DPC, UKE_SHIKA, UKE_CHOZAI -> UkeFile.columnName(format, tag, column);
            case SSMIX2, HL7V2, ORCA, MML, LAB_CSV, KENSHIN, FHIR, CDA, LIFE, CAREPLAN, OTHER -> "";
        };
    }
}
