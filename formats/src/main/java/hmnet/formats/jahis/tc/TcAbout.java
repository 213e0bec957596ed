package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Suspicion;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a handbook says of the patient and not of a dispensing (患者特記・一般用医薬品・手帳メモ).
final class TcAbout {
    private static final Set<String> NONE = Set.of("なし", "無し", "無", "特になし", "特に無し", "アレルギーなし", "副作用なし", "ありません");

    private static final Pattern DENIED = Pattern.compile(".*(なし|無し|ありません|認めず)。?");
    private static final Pattern EXCEPT = Pattern.compile("以外|ほか|他|その");
    private static final TcRecorder BY = TcRecorder.none();

    private final TcFile file;
    private final LocalDate newest;

    TcAbout(TcFile file, LocalDate newest) {
        this.file = file;
        this.newest = newest;
    }

    List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        var allergies = new ArrayList<AllergyExtract.AllergyItem>();
        var sections = new ArrayList<Paper.PaperSection>();
        var bought = new LinkedHashMap<String, Medicines>();
        body(sections);
        for (var line : file.about()) {
            switch (line.tag()) {
                case "2" -> remark(line, allergies, entries, sections);
                case "3" -> new TcBoughtDrug(file, newest).bought(line, bought);
                case "4" ->
                    sections.add(new Paper.PaperSection("手帳メモ " + day(line.at(2)), line.at(1) + BY.words(line, 3)));
                case "701" -> sections.add(new Paper.PaperSection("かかりつけ薬剤師", pharmacist(line)));
                default -> {}
            }
        }
        if (!allergies.isEmpty()) {
            entries.add(new Allergies("allergies", JapaneseDate.at(newest), List.copyOf(allergies)));
        }
        entries.addAll(bought.values());
        if (!sections.isEmpty()) {
            entries.add(paper(sections));
        }
        return List.copyOf(entries);
    }

    /// What the record of the patient says of the body.
    private void body(List<Paper.PaperSection> sections) {
        if (file.patient().has(8)) {
            sections.add(new Paper.PaperSection("血液型", file.patient().at(8)));
        }
        if (file.patient().has(9)) {
            sections.add(new Paper.PaperSection("体重", file.patient().at(9) + "kg"));
        }
    }

    /// なし, or something that ends so; of 「ペニシリン以外なし」 nothing is concluded.
    static boolean denies(String text) {
        return NONE.contains(text)
                || DENIED.matcher(text).matches() && !EXCEPT.matcher(text).find();
    }

    private void remark(
            RecordLine line,
            List<AllergyExtract.AllergyItem> allergies,
            List<Entry> entries,
            List<Paper.PaperSection> sections) {
        var text = line.at(2);
        if (text.isEmpty()) {
            return;
        }
        boolean none = denies(text);
        switch (line.at(1)) {
            case "1" -> allergies.add(item("", AllergyExtract.AllergyType.ALLERGY, line, none));
            case "2" -> allergies.add(item("DA", AllergyExtract.AllergyType.ADVERSE_REACTION, line, none));
            case "3" -> {
                if (none) {
                    sections.add(new Paper.PaperSection("既往歴", text + BY.words(line, 3)));
                } else {
                    entries.add(problem(line, entries.size()));
                }
            }
            default -> sections.add(new Paper.PaperSection("患者特記", text + BY.words(line, 3)));
        }
    }

    private static AllergyExtract.AllergyItem item(
            String category, AllergyExtract.AllergyType type, RecordLine line, boolean none) {
        var by = BY.words(line, 3);
        return new AllergyExtract.AllergyItem(
                category,
                line.at(2),
                "",
                "",
                "",
                "",
                "",
                none ? AllergyExtract.AllergyStatus.DENIED : AllergyExtract.AllergyStatus.PRESENT,
                type,
                "",
                by.isEmpty() ? List.of() : List.of(by));
    }

    private Problem problem(RecordLine line, int number) {
        var text = line.at(2);
        var by = BY.words(line, 3);
        return new Problem(
                "history/" + PharmacySlip.key(text) + "/" + number,
                JapaneseDate.at(newest),
                Concept.of(text),
                "",
                "",
                "",
                Suspicion.isSaid(text),
                false,
                OrderSource.NONE,
                CareStatus.ACTIVE,
                false,
                "",
                by.isEmpty() ? List.of() : List.of(by),
                Set.of());
    }

    private Paper paper(List<Paper.PaperSection> sections) {
        return new Paper(
                "about",
                JapaneseDate.at(newest),
                Paper.PaperKind.DOCUMENT,
                Concept.of("お薬手帳の記載"),
                "お薬手帳の記載",
                "",
                "",
                List.copyOf(sections),
                "",
                new byte[0],
                CareStatus.ACTIVE,
                Set.of());
    }

    private static String pharmacist(RecordLine line) {
        var days = line.has(4) || line.has(5) ? "担当 " + day(line.at(4)) + "～" + day(line.at(5)) : "";
        return Stream.of(line.at(1), line.at(2), line.at(3), days)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    static String day(String text) {
        var day = JapaneseDate.day(text);
        return day == null ? text : day.toString();
    }
}
