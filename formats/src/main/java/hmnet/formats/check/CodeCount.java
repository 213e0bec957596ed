package hmnet.formats.check;

import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.CodingLevel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many things should have a standard code, and how many have one (コードの対応率), sent or by a code
/// table: tests by JLAC10 or JLAC11, drugs by YJ or HOT or the receipt's code, diagnoses by ICD-10 or MEDIS
/// or the receipt's code.
public record CodeCount(int seen, int mapped) {
    private static CodeCount of(CodingLevel thing) {
        return new CodeCount(1, thing.isMapped() ? 1 : 0);
    }

    CodeCount and(CodeCount other) {
        return new CodeCount(seen + other.seen, mapped + other.mapped);
    }

    static Map<String, CodeCount> of(List<Part> rows) {
        var counts = new TreeMap<String, CodeCount>();
        for (var row : rows) {
            for (var thing : row.coded()) {
                counts.merge(thing.of().code(), of(thing), CodeCount::and);
            }
        }
        return counts;
    }
}
