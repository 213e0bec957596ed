package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.Supply;
import java.util.ArrayList;
import java.util.List;

/// What a handbook says of one drug (薬剤の記載): its codes, and what has no field.
final class TcDrugWords {
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

    static List<String> words(TcGroup group, TcMedicine medicine) {
        var words = new ArrayList<String>();
        group.more().stream().filter(line -> !line.tag().equals("301")).forEach(line -> words.add(text(line)));
        medicine.more().forEach(line -> words.add(text(line)));
        var usage = group.usage();
        if (usage.has(5) && Supply.count(usage.at(5)) == 0 || Supply.count(usage.at(5)) > 10) {
            words.add("用量 " + medicine.drug().at(3) + medicine.drug().at(4) + " 調剤数量 " + usage.at(3) + usage.at(4));
        }
        if (medicine.drug().has(8)) {
            words.add("一般名 " + medicine.drug().at(8));
        }
        words.removeIf(String::isBlank);
        return List.copyOf(words);
    }

    /// Behind the number of the group, or in its place.
    private static String text(RecordLine line) {
        boolean numbered = !line.at(1).isEmpty() && line.at(1).chars().allMatch(c -> c >= '0' && c <= '9');
        return numbered ? line.at(2) : line.has(1) ? line.at(1) : line.at(2);
    }
}
