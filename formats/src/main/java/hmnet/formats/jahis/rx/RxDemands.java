package hmnet.formats.jahis.rx;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a prescription has to say before it is filed (処方箋の必須の記載).
record RxDemands(RxReading reading, Records records, Notes notes) {
    /// Records that end with a number.
    private static final Set<String> NUMBERS = Set.of("102", "211", "221", "241");

    /// The last column that a record cannot be without.
    private static final Map<String, Integer> LEAST = Map.of("102", 3, "211", 3, "221", 3, "241", 3, "201", 9);

    private static final int FIRST_UNEVEN = 3;
    private static final int LAST_UNEVEN = 7;

    /// A prescription that is filed has to say for whom, when, what, how much and how.
    void whole() throws Unreadable {
        var patient = reading.head.getOrDefault("11", RecordLine.of("11"));
        if (!patient.has(2) && !patient.has(3)) {
            throw new Unreadable("column-missing", patient.number(), "11[2]", "no name");
        }
        for (var tag : List.of("13", "51")) {
            if (!reading.head.containsKey(tag)) {
                throw new Unreadable("record-missing", 0, tag, "required");
            }
        }
        for (var tag : List.of("1", "5", "12", "22", "23")) {
            if (!reading.head.containsKey(tag)) {
                notes.info("record-missing", RecordLine.of(tag), 0, "required by the standard");
            }
        }
        if (reading.groups.isEmpty()) {
            throw new Unreadable("record-missing", 0, "101", "no drug");
        }
        for (var group : reading.groups.values()) {
            if (group.medicines().isEmpty()) {
                throw new Unreadable("record-missing", group.form().number(), "201", "no drug in RP " + group.number());
            }
            if (group.first("111").size() == 1) {
                throw new Unreadable(
                        "record-missing", group.form().number(), "111", "no usage in RP " + group.number());
            }
            for (var medicine : group.medicines()) {
                whole(medicine.drug());
            }
        }
        notCut();
    }

    static void whole(RecordLine drug) throws Unreadable {
        if (!drug.has(7) || !drug.has(9)) {
            throw new Unreadable(
                    "column-missing",
                    drug.number(),
                    drug.has(7) ? "201[9]" : "201[7]",
                    drug.at(6).isEmpty() ? drug.at(5) : drug.at(6));
        }
        if (!drug.has(6) && !(drug.at(4).equals("2") && drug.has(5))) {
            throw new Unreadable("column-missing", drug.number(), "201[6]", "neither name nor code");
        }
        if (!drug.has(5)
                && !drug.at(4).equals("1")
                && !drug.at(4).equals("7")
                && !drug.at(4).isEmpty()) {
            throw new Unreadable("drug-code-missing", drug.number(), "201[5]", "kind " + drug.at(4));
        }
    }

    /// A last line without its end is a line, unless it shows that something is gone: it is no record, ends before
    /// a column that must be there, in the middle of a number, or uneven amounts do not make up the drug's.
    private void notCut() throws Unreadable {
        var last = records.lines().getLast();
        if (!records.ended() && isCut(last)) {
            throw new Unreadable("cut", last.number(), last.tag(), "the last line does not end");
        }
    }

    private boolean isCut(RecordLine last) {
        var tag = last.tag();
        if (!RxReading.LAYOUT.knows(tag) || last.size() <= LEAST.getOrDefault(tag, 0)) {
            return true;
        }
        var end = last.at(last.size() - 1);
        return NUMBERS.contains(tag) && end.endsWith(".") || tag.equals("221") && !makesUp(last);
    }

    private boolean makesUp(RecordLine uneven) {
        var drug = reading.groups.values().stream()
                .flatMap(group -> group.medicines().stream())
                .filter(medicine -> medicine.more().contains(uneven))
                .map(medicine -> medicine.drug().at(7))
                .findFirst()
                .orElse("");
        try {
            var sum = BigDecimal.ZERO;
            for (int column = FIRST_UNEVEN; column <= LAST_UNEVEN; column++) {
                sum = uneven.has(column) ? sum.add(new BigDecimal(uneven.at(column))) : sum;
            }
            return sum.compareTo(new BigDecimal(drug)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
