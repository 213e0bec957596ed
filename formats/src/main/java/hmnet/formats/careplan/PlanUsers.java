package hmnet.formats.careplan;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.base.japanese.CareNumber;
import hmnet.formats.base.japanese.FullName;
import hmnet.formats.model.chart.Sheet;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Persons of other formats as 利用者補足情報 (利用者補足情報への変換): only those whose number of long-term
/// care insurance is known; no plan is made up for them.
final class PlanUsers {
    private static final String VERSION = "202304";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private PlanUsers() {}

    static WrittenFile write(List<Sheet> sheets) throws Unreadable {
        var layout = PlanLayout.of("UPHOSOKU").orElseThrow();
        var writer = new RecordWriter();
        var seen = new HashSet<CareNumber>();
        for (var sheet : sheets) {
            var number = CareNumber.of(sheet.patient()).orElse(null);
            var person = sheet.person();
            if (number == null || (person.familyName() + person.familyKana()).isBlank()) {
                writer.note(
                        "not-written",
                        number == null ? PlanPerson.INSURED : "利用者氏名",
                        number == null ? "care plans demand the number of long-term care insurance" : "no name");
            } else if (seen.add(number)) {
                var values = values(sheet, number);
                writer.line(layout.columns().stream()
                        .map(column -> values.getOrDefault(column, ""))
                        .toList());
            }
            sheet.entries()
                    .forEach(
                            entry -> writer.note("not-written", entry.getClass().getSimpleName(), entry.key()));
        }
        if (seen.isEmpty()) {
            throw new Unreadable(
                    "not-writable",
                    0,
                    PlanPerson.INSURED,
                    "care plans demand a name and the number of long-term care insurance; nobody has both");
        }
        return writer.written(false);
    }

    private static Map<String, String> values(Sheet sheet, CareNumber number) {
        var person = sheet.person();
        Map<String, String> values = new HashMap<>();
        values.put("CSVバージョン", VERSION);
        values.put("保険者番号", number.insurer());
        values.put(PlanPerson.INSURED, number.insured());
        values.put("居宅サービス計画作成(変更)日", day(sheet.at().toLocalDate()));
        values.put("利用者氏名フリガナ", FullName.joined(person.familyKana(), person.givenKana(), "　"));
        values.put("利用者氏名", FullName.joined(person.familyName(), person.givenName(), "　"));
        values.put("利用者性別", person.sex().equals("male") ? "1" : person.sex().equals("female") ? "2" : "");
        values.put("利用者生年月日", day(person.birthDate()));
        values.put("利用者郵便番号", person.postalCode());
        values.put("利用者住所1", person.address());
        values.put("利用者電話番号", person.phone());
        return values;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.format(DAY);
    }
}
