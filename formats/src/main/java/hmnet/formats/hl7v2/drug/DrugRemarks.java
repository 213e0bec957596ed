package hmnet.formats.hl7v2.drug;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DisplayTime;
import hmnet.formats.hl7v2.segment.DosageRemark;
import hmnet.formats.hl7v2.segment.DrugLine;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.DosageWords;
import hmnet.formats.model.chart.DoseAmounts;
import java.util.ArrayList;
import java.util.List;

/// What else a message says of a drug, in words (薬剤の付記): fields that no value of a chart holds, and NTE.
final class DrugRemarks {
    private DrugRemarks() {}

    static List<String> of(DrugFields fields, DrugLine line, DoseAmounts amounts) {
        var drug = line.drug();
        var notes = new ArrayList<String>();
        add(notes, "剤形", Names.of(drug, fields.form()));
        add(
                notes,
                "力価",
                SentFields.amount(drug, fields.strength(), fields.strengthUnit())
                        .shown());
        switch (fields.segment()) {
            case "RXE" -> ordered(notes, line, amounts);
            case "RXA" -> given(notes, drug);
            case "RXD" -> dispensed(notes, drug);
            // From outside: RXO, the only other segment.
            default -> requested(notes, drug);
        }
        mixture(notes, line);
        for (var rxr : line.routes()) {
            add(notes, "投与の指示", Names.of(rxr, 5));
        }
        line.notes().stream()
                .filter(note -> !note.equals(DosageWords.SUBSTANCE))
                .filter(note -> DosageRemark.read(note)
                        .filter(remark ->
                                DrugDosages.isOne(remark, line.timings().size()))
                        .isEmpty())
                .filter(note -> !notes.contains(note))
                .forEach(notes::add);
        return notes;
    }

    /// What a component says beside its amount: RXC-5 to RXC-9.
    private static void mixture(List<String> notes, DrugLine line) {
        for (var rxc : line.components()) {
            var said = new ArrayList<String>();
            add(said, "力価", SentFields.amount(rxc, 5, 6).shown());
            for (int n = 1; n <= rxc.repetitions(7); n++) {
                add(said, "補足", Names.of(rxc, 7, n));
            }
            add(said, "液量", SentFields.amount(rxc, 8, 9).shown());
            if (!said.isEmpty()) {
                notes.add("混注 " + Names.of(rxc, 2) + "：" + String.join("、", said));
            }
        }
    }

    private static void requested(List<String> notes, Segment drug) {
        add(notes, "調剤する薬", Names.of(drug, 10));
        add(notes, "リフィル回数", drug.text(13));
        checked(notes, drug, 16);
        add(notes, "投与時間単位", span(drug.text(17)));
        for (int n = 1; n <= drug.repetitions(24); n++) {
            add(notes, "補足", Names.of(drug, 24, n));
        }
        add(notes, "液量", SentFields.amount(drug, 25, 26).shown());
        add(notes, "調剤間隔", SentFields.quantity(drug, 28).shown());
    }

    private static void checked(List<String> notes, Segment drug, int field) {
        add(notes, "", drug.text(field).equals("Y") ? "要確認" : "");
    }

    private static void ordered(List<String> notes, DrugLine line, DoseAmounts amounts) {
        var drug = line.drug();
        add(notes, "リフィル回数", drug.text(12));
        add(notes, "麻薬施用者", SentFields.joined(drug.text(13), Names.person(drug, 13)));
        add(notes, "処方箋番号", drug.text(15));
        add(notes, "リフィル残り", drug.text(16));
        add(notes, "調剤済みの回数", drug.text(17));
        add(notes, "前回の調剤", drug.has(18) ? DisplayTime.shown(drug.text(18)) : "");
        checked(notes, drug, 20);
        add(notes, "投与時間単位", span(drug.text(22)));
        for (int n = 1; n <= drug.repetitions(31); n++) {
            add(notes, "補足", Names.of(drug, 31, n));
        }
        add(notes, "液量", SentFields.amount(drug, 33, 34).shown());
        add(notes, "規制区分", Names.of(drug, 35));
        add(notes, "代替の可否", drug.text(37));
        add(notes, "初回の調剤量", SentFields.quantity(drug, 39).shown());
        add(notes, "調剤薬局", Names.of(drug, 40));
        parted(notes, line, amounts);
    }

    /// Where each instruction has an amount or a rate of its own, those of the whole drug stand in words.
    private static void parted(List<String> notes, DrugLine line, DoseAmounts amounts) {
        var own = line.timings().stream()
                .map(tq1 -> SentFields.quantity(tq1, 2))
                .filter(amount -> !amount.isNone())
                .toList();
        if (own.size() < 2) {
            return;
        }
        if (own.stream().allMatch(amount -> amount.unitShown().contains("/"))) {
            add(notes, "1回量（全体）", amounts.once().shown());
        }
        add(notes, "1日量（全体）", amounts.daily().shown());
    }

    private static void given(List<String> notes, Segment drug) {
        for (int n = 1; n <= drug.repetitions(9); n++) {
            add(notes, "", Names.of(drug, 9, n));
        }
        for (int n = 2; n <= drug.repetitions(10); n++) {
            add(notes, "実施者", SentFields.joined(drug.text(10, n, 2), drug.text(10, n, 3)));
        }
        add(notes, "場所", drug.joined(11, " "));
        add(notes, "投与時間単位", span(drug.text(12)));
        add(notes, "ロット番号", drug.text(15));
        add(notes, "使用期限", drug.text(16));
        add(notes, "製造元", Names.of(drug, 17));
        if (DrugReading.isUnknown(drug, SentFields.amount(drug, 6, 7))) {
            notes.add("量は不明");
        }
        add(notes, "液量", SentFields.amount(drug, 23, 24).shown());
        for (int n = 1; n <= drug.repetitions(19); n++) {
            add(notes, "適応", Names.of(drug, 19, n));
        }
    }

    private static void dispensed(List<String> notes, Segment drug) {
        add(notes, "処方箋番号", drug.text(7));
        add(notes, "リフィル残り", drug.text(8));
        checked(notes, drug, 14);
        add(notes, "ロット番号", drug.text(18));
        add(notes, "使用期限", drug.text(19));
        add(notes, "製造元", Names.of(drug, 20));
        for (int n = 1; n <= drug.repetitions(21); n++) {
            add(notes, "適応", Names.of(drug, 21, n));
        }
        for (int n = 1; n <= drug.repetitions(25); n++) {
            add(notes, "補足", Names.of(drug, 25, n));
        }
    }

    /// `H1` is one hour; what has no such form stands as sent.
    private static String span(String sent) {
        var code = sent.strip();
        if (!code.matches("[SMHDWL][0-9]{1,4}")) {
            return code;
        }
        return code.substring(1)
                + switch (code.charAt(0)) {
                    case 'S' -> "秒";
                    case 'M' -> "分";
                    case 'H' -> "時間";
                    case 'D' -> "日";
                    case 'W' -> "週";
                    // Months: the only other letter.
                    default -> "か月";
                };
    }

    private static void add(List<String> notes, String what, String said) {
        if (!said.isBlank()) {
            notes.add((what + " " + said.strip()).strip());
        }
    }
}
