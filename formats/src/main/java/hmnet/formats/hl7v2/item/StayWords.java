package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.AllergyLines;
import hmnet.formats.hl7v2.segment.DisplayTime;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.hl7v2.segment.SentResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a visit or a step of a stay says beside when and where, in words (来院・入退院の付記, PV1 and PV2).
final class StayWords {
    /// HL7 table 0007.
    private static final Map<String, String> ADMISSIONS =
            Map.of("A", "事故", "E", "救急", "L", "分娩", "R", "通常", "N", "新生児", "U", "緊急", "C", "待機");

    private StayWords() {}

    /// Why they came and how, who else cares for them, when they are to be back, and that they died.
    static List<String> of(MessageContext about) {
        var words = new ArrayList<String>();
        var pv1 = about.message().first("PV1");
        var pv2 = about.message().first("PV2");
        if (pv2 != null) {
            planned(words, pv2);
        }
        if (pv1 != null) {
            visit(words, pv1);
        }
        for (var db1 : about.message().all("DB1")) {
            said(words, "障害", disability(db1));
        }
        said(words, "", ProfileItems.death(about));
        return List.copyOf(words);
    }

    private static void planned(List<String> words, Segment pv2) {
        said(words, "入院理由", Names.of(pv2, 3));
        said(words, "転棟理由", Names.of(pv2, 4));
        said(words, "来院の内容", pv2.text(12));
        said(words, "紹介元", String.join("、", people(pv2, 13)));
        said(words, "患者の状態", pv2.text(24));
        said(words, "緊急度", pv2.text(25));
        said(words, "来院方法", Names.of(pv2, 38));
        said(words, "ケアの度合い", Names.of(pv2, 40));
        said(words, "部屋の種類", Names.of(pv2, 2));
        said(words, "帰院予定", pv2.has(47) ? DisplayTime.shown(pv2.text(47)) : "");
    }

    private static void visit(List<String> words, Segment pv1) {
        var kind = ADMISSIONS.getOrDefault(pv1.text(4), Names.of(pv1, 4));
        said(words, pv1.text(2).equals("I") ? "入院の種別" : "来院の種別", kind);
        said(words, "紹介医", String.join("、", people(pv1, 8)));
        said(words, "担当・相談医", String.join("、", people(pv1, 9)));
        said(words, "入院経路", Names.of(pv1, 14));
        said(words, "患者の状況", Names.of(pv1, 15));
        var admitting = people(pv1, 17);
        admitting.removeAll(people(pv1, 7));
        said(words, "入院時の医師", pv1.says(7) ? String.join("、", admitting) : "");
        said(words, "患者の種別", Names.of(pv1, 18));
        said(words, "退院先", SentFields.joined(pv1.text(37), pv1.text(37, 2)));
        said(words, "食事", Names.of(pv1, 38));
        said(words, "移動先（予定）", StayItems.place(pv1, 42));
        said(words, "一時的な場所", StayItems.place(pv1, 11));
        said(words, "前の一時的な場所", StayItems.place(pv1, 43));
        said(words, "ほかの担当者", String.join("、", people(pv1, 52)));
    }

    /// Names of all persons of an XCN.
    static List<String> people(Segment segment, int field) {
        var people = new ArrayList<String>();
        for (int n = 1; n <= segment.repetitions(field); n++) {
            people.add(SentFields.joined(segment.text(field, n, 2), segment.text(field, n, 3)));
        }
        people.removeIf(String::isBlank);
        return people;
    }

    /// DB1-4 says whether, DB1-2 which.
    static String disability(Segment db1) {
        var which = db1.text(2);
        return switch (db1.text(4)) {
            case "Y" -> SentFields.joined("あり", which);
            case "N" -> SentFields.joined("なし", which);
            // From outside: HL7 table 0136.
            default -> SentFields.joined(db1.text(4), which);
        };
    }

    /// What a file of the storage says beside the step: a row of its own for each has another kind.
    static List<String> beside(MessageContext about) {
        var words = new ArrayList<String>();
        for (var dg1 : about.message().all("DG1")) {
            if (!dg1.text(21).equals("D")) {
                var kind = String.join("、", ProblemItems.words(dg1));
                said(words, "病名", ProblemItems.disease(dg1).shown() + (kind.isEmpty() ? "" : "（" + kind + "）"));
            }
        }
        for (var segment : List.of("IAM", "AL1")) {
            AllergyLines.of(about.message(), segment).forEach(line -> {
                var item = AllergyLines.item(line);
                said(words, "アレルギー", SentFields.joined(item.name(), item.severity(), item.reaction()));
            });
        }
        about.message().all("OBX").forEach(obx -> said(words, "", SentResult.line(obx)));
        return words;
    }

    private static void said(List<String> words, String what, String said) {
        if (!said.isBlank()) {
            words.add((what + " " + said.strip()).strip());
        }
    }
}
