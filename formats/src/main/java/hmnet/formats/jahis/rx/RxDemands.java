package hmnet.formats.jahis.rx;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import java.util.List;

/// What a prescription has to say before it is filed (処方箋の必須の記載).
record RxDemands(RxReading reading, Records records, Notes notes) {
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
                    "column-missing", drug.number(), drug.has(7) ? "201[9]" : "201[7]", "no amount or no unit");
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

    /// Of a last line without its end, a number at its end may have lost digits.
    private void notCut() throws Unreadable {
        var last = records.lines().getLast();
        var tag = last.tag();
        boolean number = List.of("102", "211", "221", "241").contains(tag) && last.size() <= RxReading.LAYOUT.size(tag);
        if (!records.ended() && (number || !RxReading.LAYOUT.knows(tag))) {
            throw new Unreadable("cut", last.number(), tag, "the last line does not end");
        }
    }
}
