package hmnet.formats.jahis.rx;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a prescription says of its patient (処方箋の記載).
final class RxSheet {
    static final String LICENSE = "麻薬施用者免許 ";
    private final RxFile file;
    private final Notes notes;
    private final @Nullable LocalDate issued;

    RxSheet(RxFile file, Notes notes) {
        this.file = file;
        this.notes = notes;
        this.issued = JapaneseDate.day(file.at("51").at(1));
    }

    /// @throws Unreadable for what can be seen only when values are understood
    Sheet sheet() throws Unreadable {
        if (issued == null) {
            throw new Unreadable(
                    "date", file.at("51").number(), "51[1]", file.at("51").at(1));
        }
        if (JapaneseDate.day(file.at("13").at(1)) == null) {
            notes.info("birth-date", file.at("13"), 1, file.at("13").at(1));
        }
        var day = issued;
        var patient = file.at("11");
        var place = file.at("1");
        var number = file.at("82").at(2);
        var medicines = new Medicines(
                "prescription",
                JapaneseDate.at(day),
                Medicines.MedicineAct.ORDERED,
                file.groups().stream().allMatch(group -> group.form().at(2).equals("5")),
                Medicines.classes("OHP"),
                new RxSource(file, notes).source(),
                new RxDrugs(notes, day).drugs(file.groups()),
                remarks(),
                false,
                Set.of());
        var person = PharmacySlip.person(
                patient.at(2),
                patient.at(3),
                file.at("12").at(1),
                file.at("13").at(1),
                "",
                narcotics().at(2),
                narcotics().at(3));
        return new Sheet(
                patient.at(1),
                person,
                insured(),
                "jahis-rx/" + (number.isEmpty() ? key(place, patient) : number),
                day.toString().replace("-", "") + "000000",
                JapaneseDate.at(day),
                false,
                false,
                List.of(medicines));
    }

    /// Without a number of its own a prescription is known by who wrote it, for whom, when and what: written
    /// anew with other drugs it is another, for nothing says that it takes the place of the first.
    private String key(RecordLine place, RecordLine patient) {
        var drugs = file.groups().stream()
                .flatMap(group -> Stream.concat(
                        Stream.concat(Stream.of(group.form()), group.more().stream()),
                        group.medicines().stream().map(RxMedicine::drug)))
                .map(line -> String.join(",", line.columns()))
                .collect(Collectors.joining("\n"));
        return PharmacySlip.key(
                place.at(2),
                patient.at(1),
                patient.at(2),
                patient.at(3),
                file.at("13").at(1),
                file.at("51").at(1),
                drugs);
    }

    /// 麻薬施用: the patient's address and telephone stand here alone.
    private RecordLine narcotics() {
        return file.head().containsKey("61") ? file.at("61") : file.at("60");
    }

    private @Nullable InsuredNumber insured() {
        var symbol = file.at("23");
        return file.at("22").has(1) || symbol.has(2)
                ? new InsuredNumber(file.at("22").at(1), symbol.at(1), symbol.at(2), symbol.at(4))
                : null;
    }

    private List<String> remarks() {
        var remarks = new ArrayList<String>();
        for (var line : file.remarks()) {
            switch (line.tag()) {
                case "81" -> remarks.add(remark(line.at(2), line.at(3)));
                case "301" -> remarks.add("提供診療情報 " + (line.at(2) + " " + line.at(3)).strip());
                default -> remarks.add("検査値等 " + line.at(2));
            }
        }
        if (narcotics().has(1)) {
            remarks.add(LICENSE + narcotics().at(1));
        }
        if (file.at("52").has(1)) {
            var until = JapaneseDate.day(file.at("52").at(1));
            remarks.add("使用期限 " + (until == null ? file.at("52").at(1) : until));
        }
        if (file.at("63").has(1)) {
            remarks.add("分割指示 " + file.at("63").at(1) + "回のうち" + file.at("63").at(2) + "回目");
        }
        if (file.at("64").has(1)) {
            remarks.add("リフィル 総使用回数" + file.at("64").at(1));
        }
        switch (file.at("62").at(1)) {
            case "1" -> remarks.add("残薬確認 疑義照会した上で調剤");
            case "2" -> remarks.add("残薬確認 情報提供");
            case "", "0" -> {}
            // From outside: a number that the standard does not know yet.
            default -> remarks.add("残薬確認 " + file.at("62").at(1));
        }
        remarks.removeIf(String::isBlank);
        return List.copyOf(remarks);
    }

    /// 備考種別 stands in words where the remark itself does not say it.
    private static String remark(String kind, String words) {
        var named = switch (kind) {
            case "1" -> "一包化";
            case "2" -> "粉砕";
            case "3" -> "分割";
            default -> "";
        };
        return words.contains(named) ? words : (named + " " + words).strip();
    }
}
