package hmnet.formats.model.pharmacy;

import hmnet.formats.base.Sha256;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.FullName;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.code.CodingSystems;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// What every slip of a pharmacy needs (伝票): a key of its own where the format gives it none, and its person.
public final class PharmacySlip {
    private static final int KEY = 24;
    private static final int MOST = 500;

    /// 保険医療機関番号, ten digits: prefecture, table, code.
    public static final String INSTITUTION = "http://jpfhir.jp/fhir/core/IdSystem/insurance-medical-institution-no";
    /// An institution's number without its table: prefecture, `-`, code.
    public static final String SHORT_INSTITUTION = CodingSystems.uri("INSTITUTION");
    /// 診療科コード of receipts and prescriptions.
    public static final String DEPARTMENT = CodingSystems.uri("RECEIPT-DEPARTMENT");
    /// A facility's own number of a doctor.
    public static final String DOCTOR = CodingSystems.uri("DOCTOR");

    private static final int PREFECTURE = 2;
    private static final int CODE = 7;

    private PharmacySlip() {}

    /// An institution by its number, where all of it is said, else by its name.
    public static Concept institution(String prefecture, String table, String code, String name) {
        boolean whole = prefecture.length() == PREFECTURE && table.length() == 1 && code.length() == CODE;
        return Concept.of(INSTITUTION, whole ? prefecture + table + code : "", name);
    }

    /// The parts of an institution's number; of one without it the name alone.
    public static Facility facility(Concept institution) {
        var number = institution.code(INSTITUTION);
        return number.length() == PREFECTURE + 1 + CODE
                ? new Facility(
                        institution.text(),
                        number.substring(0, PREFECTURE),
                        number.substring(PREFECTURE, PREFECTURE + 1),
                        number.substring(PREFECTURE + 1))
                : shortly(institution);
    }

    private static Facility shortly(Concept institution) {
        var number = institution.code(SHORT_INSTITUTION).split("-", 2);
        var name = institution.text().isBlank() && number.length == 2 ? "" : institution.shown();
        return number.length == 2 ? new Facility(name, number[0], "", number[1]) : new Facility(name, "", "", "");
    }

    /// The same for the same words, in hexadecimal; nothing can be read from it.
    public static String key(String... words) {
        var digest = Sha256.digest();
        for (var word : words) {
            digest.update(word.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, KEY);
    }

    /// Nobody is given hundreds of drugs on one slip; the work on one grows with their square.
    public static void notTooMany(int drugs, RecordLine last) throws Unreadable {
        if (drugs > MOST) {
            throw new Unreadable("too-many-drugs", last.number(), last.tag(), "more than " + MOST);
        }
    }

    /// @param sex 1 男, 2 女
    public static Demographics person(
            String name, String kana, String sex, String birth, String postal, String address, String phone) {
        var full = FullName.of(name);
        var read = FullName.of(kana);
        return new Demographics(
                full.family(),
                full.given(),
                read.family(),
                read.given(),
                JapaneseDate.day(birth),
                switch (sex) {
                    case "1" -> "male";
                    case "2" -> "female";
                    default -> "unknown";
                },
                postal,
                address,
                phone,
                null);
    }

    /// 1 男, 2 女, empty for what these formats cannot say.
    public static String sex(Demographics person) {
        return switch (person.sex()) {
            case "male" -> "1";
            case "female" -> "2";
            default -> "";
        };
    }

    /// The facility that a written file is from (作成施設), where the format wants to know.
    ///
    /// @param prefecture two digits (都道府県番号)
    /// @param table 1 医科, 3 歯科, 4 調剤 (点数表)
    /// @param code seven digits (医療機関・薬局コード)
    public record Facility(String name, String prefecture, String table, String code) {
        public static final Facility UNKNOWN = new Facility("", "", "", "");
    }
}
