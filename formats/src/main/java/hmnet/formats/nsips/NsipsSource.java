package hmnet.formats.nsips;

import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.code.StandardDepartments;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.util.ArrayList;
import java.util.List;

/// Who prescribed, who dispensed (処方元・調剤者), and what is said of the whole prescription; what no chart
/// holds is named.
record NsipsSource(NsipsFile file) {
    private static final int[] PUBLIC_EXPENSE = {22, 23, 25, 26, 28, 29, 31, 32, 34, 35};
    /// What the pharmacy's system found or was told to look for: columns 39 to 46 of the patient.
    private static final List<String> FOUND =
            List.of("注意薬あり", "相互作用チェック", "相互作用チェック（他薬局）", "投与量オーバー（向）", "投与量オーバー（他）", "長禁", "重複投与", "重複投与（他薬局）");

    private static final int FIRST_FOUND = 39;
    private static final int[] PAYMENT = {12, 13, 18, 19, 20, 21};

    OrderSource source() {
        var line = file.prescription();
        var department = line.has(19)
                ? line.at(19)
                : StandardDepartments.name(line.at(18)).orElse("");
        return new OrderSource(
                Concept.of(PharmacySlip.DEPARTMENT, line.at(18), department),
                Concept.of(PharmacySlip.DOCTOR, zero(line.at(22)), line.has(24) ? line.at(24) : line.at(23)),
                institution(line),
                CareSetting.UNKNOWN);
    }

    /// The table (医科, 歯科) is not said, so that the number is kept with what is: prefecture and code.
    private static Concept institution(RecordLine line) {
        var name = line.at(14);
        return line.has(12)
                ? Concept.of(PharmacySlip.SHORT_INSTITUTION, line.at(13) + "-" + line.at(12), name)
                : Concept.of(name);
    }

    Concept dispenser() {
        var header = file.header();
        return PharmacySlip.institution(header.at(4), header.at(5), header.at(6), header.at(7));
    }

    List<String> remarks() {
        var line = file.prescription();
        var patient = file.patient();
        var remarks = new ArrayList<String>();
        day(remarks, "処方箋交付 ", line, 4);
        day(remarks, "使用期限 ", line, 5);
        day(remarks, "受付 ", line, 6);
        add(remarks, "薬剤師 ", line, 26);
        add(remarks, "病棟 ", line, 21);
        add(remarks, "妊娠授乳区分 ", line, 8);
        add(remarks, "麻薬施用者免許 ", line, 29);
        add(remarks, "医師同意変更内容 ", line, 27);
        add(remarks, "疑義照会回答 ", line, 28);
        if (isSaid(patient, 37)) {
            remarks.add("1包化指示" + number(patient.at(37)));
        }
        if (isSaid(patient, 38)) {
            remarks.add("粉砕指示" + number(patient.at(38)));
        }
        for (int i = 0; i < FOUND.size(); i++) {
            if (isSaid(patient, FIRST_FOUND + i)) {
                var said = patient.at(FIRST_FOUND + i);
                remarks.add("薬剤チェック " + FOUND.get(i) + (said.equals("1") ? "" : " " + said));
            }
        }
        add(remarks, "", line, 32);
        return List.copyOf(remarks);
    }

    /// A number other than 1, whose meaning nobody told us.
    private static String number(String said) {
        return said.equals("1") ? "" : "（区分 " + said + "）";
    }

    private static void day(List<String> remarks, String title, RecordLine line, int column) {
        if (isSaid(line, column)) {
            var day = JapaneseDate.day(line.at(column));
            remarks.add(title + (day == null ? line.at(column) : day));
        }
    }

    private static void add(List<String> remarks, String title, RecordLine line, int column) {
        if (isSaid(line, column)) {
            remarks.add(title + line.at(column));
        }
    }

    void notCarried(Notes notes) {
        named(notes, file.patient(), PUBLIC_EXPENSE, "公費");
        named(notes, file.patient(), PAYMENT, "負担・保険種別");
        named(notes, file.patient(), new int[] {9, 11}, "連絡先");
        named(notes, file.prescription(), new int[] {15, 16, 17}, "医療機関所在地・電話");
    }

    private static void named(Notes notes, RecordLine line, int[] columns, String name) {
        for (int column : columns) {
            if (isSaid(line, column)) {
                notes.info("not-carried", line, column, name);
                return;
            }
        }
    }

    private static boolean isSaid(RecordLine line, int column) {
        return line.has(column) && !zero(line.at(column)).isEmpty();
    }

    private static String zero(String text) {
        return text.equals("0") ? "" : text;
    }
}
