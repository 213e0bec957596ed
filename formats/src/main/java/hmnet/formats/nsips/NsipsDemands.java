package hmnet.formats.nsips;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.pharmacy.Supply;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a dispensing has to say before it is filed (調剤の必須の記載).
record NsipsDemands(NsipsReading reading, Collection<NsipsGroup> groups, Notes notes) {
    void whole() throws Unreadable {
        for (var tag : List.of("1", "2")) {
            if (!reading.seen.containsKey(tag)) {
                throw new Unreadable("record-missing", 0, tag, "required");
            }
        }
        var patient = reading.first("1");
        if (!patient.has(1) && !patient.has(2) && !patient.has(3)) {
            throw new Unreadable("column-missing", patient.number(), "1[3]", "neither number nor name");
        }
        if (!patient.at(5).isEmpty() && JapaneseDate.day(patient.at(5)) == null) {
            notes.info("birth-date", patient, 5, patient.at(5));
        }
        if (day(reading.first("2")) == null) {
            throw new Unreadable(
                    "date",
                    reading.first("2").number(),
                    "2[7]",
                    reading.first("2").at(7));
        }
        if (!NsipsFile.deletes(reading.first("2"))) {
            if (groups.isEmpty()) {
                throw new Unreadable("record-missing", 0, "3", "no drug");
            }
            for (var group : groups) {
                whole(group);
            }
        }
    }

    /// Dispensed, else received, else issued.
    static @Nullable LocalDate day(RecordLine prescription) {
        for (int column : new int[] {7, 6, 4}) {
            var day = JapaneseDate.day(prescription.at(column));
            if (day != null || prescription.has(column)) {
                return day;
            }
        }
        return null;
    }

    void whole(NsipsGroup group) throws Unreadable {
        var usage = group.usage();
        if (group.drugs().isEmpty()) {
            throw new Unreadable("record-missing", usage.number(), "4", "no drug in RP " + usage.at(1));
        }
        int said = Supply.count(usage.at(13));
        if (said > group.drugs().size()) {
            throw new Unreadable(
                    "drugs-missing", usage.number(), "3[13]", group.drugs().size() + " of " + said + " drugs");
        } else if (said > 0 && said < group.drugs().size()) {
            notes.info("count-differs", usage, 13, group.drugs().size() + " drugs, " + said + " said");
        }
        for (var drug : group.drugs()) {
            if (!drug.has(8) && !drug.has(9) && !drug.has(4) && !drug.has(5) && !drug.has(6)) {
                throw new Unreadable("column-missing", drug.number(), "4[8]", "neither name nor code");
            }
            if (!drug.has(16)) {
                throw new Unreadable("column-missing", drug.number(), "4[16]", "no amount");
            }
        }
    }
}
