package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a handbook says (お薬手帳の記載): a sheet for each dispensing, so that the same dispensing in another
/// handbook text is known again, and one for what is said of the patient.
final class TcSheets {
    private final TcFile file;
    private final Notes notes;
    private final Demographics person;
    private final String who;

    TcSheets(TcFile file, Notes notes) {
        this.file = file;
        this.notes = notes;
        var patient = file.patient();
        this.person = PharmacySlip.person(
                patient.at(1),
                patient.at(10),
                patient.at(2),
                patient.at(3),
                patient.at(4),
                patient.at(5),
                patient.at(6));
        var birth = person.birthDate();
        this.who = PharmacySlip.key(patient.at(1), patient.at(2), birth == null ? patient.at(3) : birth.toString());
    }

    List<Sheet> sheets() {
        var sheets = new ArrayList<Sheet>();
        var taken = new HashMap<String, Integer>();
        for (var dispensing : file.dispensings()) {
            var key = key(dispensing);
            int times = taken.merge(key, 1, Integer::sum);
            var entries = new TcDispensing(file, dispensing, notes).entries();
            if (!entries.isEmpty()) {
                sheets.add(sheet(times == 1 ? key : key + "#" + times, day(dispensing), entries));
            }
        }
        var newest = newest();
        boolean about = !file.about().isEmpty()
                || file.patient().has(8)
                || file.patient().has(9);
        if (newest != null && about) {
            sheets.add(sheet("about", newest, new TcAbout(file, newest).entries()));
        }
        if (file.patient().has(7)) {
            notes.info("not-carried", file.patient(), 7, "緊急連絡先");
        }
        if (newest == null && about) {
            notes.info(
                    "date-missing", file.patient(), 0, "nothing has a day: what is said of the patient is not filed");
        }
        return sheets;
    }

    private Sheet sheet(String key, LocalDate day, List<Entry> entries) {
        var part = file.alone().isWhole() ? "" : "/" + file.alone().number();
        return new Sheet(
                "",
                person,
                null,
                "jahis-tc/" + who + "/" + key + part,
                day.toString().replace("-", "") + "000000",
                JapaneseDate.at(day),
                false,
                false,
                entries);
    }

    /// Where and when it was dispensed, and for whose prescription.
    private static String key(Dispensing dispensing) {
        var pharmacy = dispensing.first("11");
        var hospital = dispensing.first("51");
        return day(dispensing)
                + "/"
                + PharmacySlip.key(
                        pharmacy.has(4) ? pharmacy.at(4) : pharmacy.at(1),
                        hospital.has(4) ? hospital.at(4) : hospital.at(1),
                        dispensing.orders().isEmpty()
                                ? ""
                                : dispensing.orders().getFirst().doctor().at(1));
    }

    static LocalDate day(Dispensing dispensing) {
        return Objects.requireNonNull(JapaneseDate.day(dispensing.day().at(1)));
    }

    private @Nullable LocalDate newest() {
        return Stream.concat(
                        file.dispensings().stream().map(TcSheets::day),
                        file.about().stream().flatMap(TcSheets::days))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static Stream<LocalDate> days(RecordLine line) {
        return switch (line.tag()) {
            case "3" -> Stream.of(2, 3).map(line::at).map(JapaneseDate::day).flatMap(Stream::ofNullable);
            case "4" -> Stream.of(2).map(line::at).map(JapaneseDate::day).flatMap(Stream::ofNullable);
            default -> Stream.of();
        };
    }
}
