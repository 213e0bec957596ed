package hmnet.formats.life;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.japanese.CareNumber;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Sheet;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Persons of other formats as users of LIFE (利用者情報への変換): only those whose number of long-term care
/// insurance is known; no assessment is made up for them.
final class LifeUsers {
    private static final String FORM = "SERVICE_USER_INFO";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private LifeUsers() {}

    static WrittenFile write(List<Sheet> sheets) throws Unreadable {
        var notes = new ArrayList<Note>();
        Map<CareNumber, Demographics> users = new LinkedHashMap<>();
        for (var sheet : sheets) {
            var number = CareNumber.of(sheet.patient());
            var person = sheet.person();
            if (number.isPresent() && !(person.familyName() + person.familyKana()).isBlank()) {
                users.putIfAbsent(number.get(), person);
            } else {
                notes.add(Note.info(
                        "not-written",
                        0,
                        number.isPresent() ? "last_name" : "insured_no",
                        number.isPresent() ? "no name" : "LIFE demands the number of long-term care insurance"));
            }
            sheet.entries()
                    .forEach(entry -> notes.add(Note.info(
                            "not-written", users.size(), entry.getClass().getSimpleName(), entry.key())));
        }
        if (users.isEmpty()) {
            throw new Unreadable(
                    "not-writable",
                    0,
                    "insured_no",
                    "LIFE demands a name and the number of long-term care insurance; nobody has both");
        }
        var columns = LifeItem.columns(FORM);
        var rows = new ArrayList<List<String>>();
        users.forEach((number, person) -> {
            var values = values(number, person);
            rows.add(columns.stream()
                    .map(column -> values.getOrDefault(column, ""))
                    .toList());
        });
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            boolean always =
                    LifeItem.of(FORM, columns.get(i)).filter(LifeItem::always).isPresent();
            if (always && rows.stream().anyMatch(row -> row.get(at).isEmpty())) {
                notes.add(Note.info("column-required", 0, columns.get(i), "to be filled in before it is sent"));
            }
        }
        var written = LifeWriter.write(FORM, columns, rows);
        notes.addAll(written.notes());
        return new WrittenFile(written.bytes(), List.copyOf(notes));
    }

    private static Map<String, String> values(CareNumber number, Demographics person) {
        Map<String, String> values = new HashMap<>();
        values.put("insurer_no", number.insurer());
        values.put("insured_no", number.insured());
        values.put("last_name", person.familyName());
        values.put("first_name", person.givenName());
        values.put("last_name_kana", HalfKana.of(person.familyKana()));
        values.put("first_name_kana", HalfKana.of(person.givenKana()));
        values.put("gender", person.sex().equals("male") ? "1" : person.sex().equals("female") ? "2" : "");
        values.put("birthday", day(person.birthDate()));
        values.put("death_date", day(person.diedOn()));
        return values;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.format(DAY);
    }
}
