package hmnet.formats.kenshin;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.InsuredNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who was examined (受診者), as the file names them.
///
/// @param key the institution's own key for the person, in tables only
/// @param kana the name: the standard has it in kana
/// @param birthDate as sent, `yyyyMMdd` where it is a day
/// @param sex 1 male, 2 female, as sent
record Examinee(
        String key,
        String insurer,
        String symbol,
        String number,
        String branch,
        String kana,
        String birthDate,
        String sex,
        String postalCode,
        String address) {
    public @Nullable LocalDate born() {
        return Hl7Time.date(birthDate);
    }

    Demographics demographics() {
        int gap = Math.max(kana.indexOf(' '), kana.indexOf('　'));
        var family = gap > 0 ? kana.substring(0, gap) : kana;
        var given = gap > 0 ? kana.substring(gap + 1).strip() : "";
        boolean inKana = kana.codePoints().allMatch(Examinee::isKana);
        return new Demographics(
                inKana ? "" : family,
                inKana ? "" : given,
                inKana ? family : "",
                inKana ? given : "",
                born(),
                switch (sex) {
                    case "1" -> "male";
                    case "2" -> "female";
                    default -> "unknown";
                },
                postalCode,
                address,
                "",
                null);
    }

    @Nullable
    InsuredNumber insured() {
        return number.isEmpty() ? null : new InsuredNumber(insurer, symbol, number, branch);
    }

    private static boolean isKana(int c) {
        return c >= 0x30A0 && c <= 0x30FF
                || c >= 0x3040 && c <= 0x309F
                || c >= 0xFF61 && c <= 0xFF9F
                || c == ' '
                || c == '　'
                || c == '・'
                || c == 'ー';
    }
}
