package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.pharmacy.DrugCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a handbook says of one drug (薬剤の記載): its codes, and what has no field.
final class TcDrugWords {
    static final String GENERIC = "一般名 ";

    private TcDrugWords() {}

    static Concept concept(RecordLine line) {
        var codes = new ArrayList<Code>();
        var system = DrugCodes.system(line.at(5), line.at(6));
        if (!system.isEmpty() && line.has(6)) {
            codes.add(new Code(system, line.at(6), line.at(2)));
        }
        if (line.at(9).equals("2") && line.has(10)) {
            codes.add(new Code(DrugCodes.GENERIC, line.at(10), line.at(8)));
        }
        return new Concept(line.at(2), codes);
    }

    /// 用法補足, 処方服用注意.
    static List<String> ofGroup(TcGroup group, TcRecorder recorder) {
        return group.more().stream()
                .filter(line -> !line.tag().equals("301"))
                .map(line -> text(line, recorder))
                .filter(words -> !words.isBlank())
                .toList();
    }

    /// 薬品補足, 薬品服用注意, the generic name.
    static List<String> ofDrug(TcMedicine medicine, TcRecorder recorder) {
        var generic =
                medicine.drug().has(8) ? Stream.of(GENERIC + medicine.drug().at(8)) : Stream.<String>of();
        return Stream.concat(medicine.more().stream().map(line -> text(line, recorder)), generic)
                .filter(words -> !words.isBlank())
                .toList();
    }

    /// Behind the number of the group, or in its place.
    private static String text(RecordLine line, TcRecorder recorder) {
        boolean numbered = !line.at(1).isEmpty() && line.at(1).chars().allMatch(c -> c >= '0' && c <= '9');
        var words = numbered ? line.at(2) : line.has(1) ? line.at(1) : line.at(2);
        return words.isBlank() ? words : words + recorder.words(line, 3);
    }
}
