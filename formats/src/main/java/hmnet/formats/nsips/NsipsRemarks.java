package hmnet.formats.nsips;

import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.pharmacy.DispensingInstruction;
import hmnet.formats.model.pharmacy.SpokenDrug;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/// What is said beside a drug that was dispensed (調剤の指示とコメント): flags of its group and its own, words.
record NsipsRemarks(RecordLine usage, RecordLine line) {
    static final int[] USAGE_WORDS = {16, 18, 19, 20, 21};
    static final int[] DRUG_WORDS = {27, 36, 37, 38, 39};
    static final Map<Integer, DispensingInstruction> FLAGS = new TreeMap<>(Map.of(
            19, DispensingInstruction.ONE_DOSE, 20, DispensingInstruction.CRUSHED, 22, DispensingInstruction.APART));
    private static final Map<Integer, DispensingInstruction> GROUP_FLAGS =
            new TreeMap<>(Map.of(14, DispensingInstruction.ONE_DOSE, 15, DispensingInstruction.CRUSHED));

    /// 日回区分: what 日回数 counts. The files we know have 1 with days.
    private static final int COUNTS = 9;

    private static final int MIXED = 32;
    private static final Map<Integer, String> BEFORE = new TreeMap<>(Map.of(28, "YJ", 29, "レセ電", 30, "HOT"));

    /// @param unknown nobody told us what the amount counts: it stands in words
    PrescribedDrug with(PrescribedDrug drug, boolean unknown) {
        var said = drug;
        if (unknown) {
            said = SpokenDrug.withUsage(
                    said, "服用量 " + line.at(16) + line.at(18) + " 日回数 " + usage.at(10) + " (RP区分 " + usage.at(8) + ")");
        }
        if (!unknown && isSaid(usage, COUNTS) && !usage.at(COUNTS).equals("1")) {
            said = SpokenDrug.withUsage(said, "日回区分 " + usage.at(COUNTS));
        }
        for (int column : USAGE_WORDS) {
            said = isSaid(usage, column) ? SpokenDrug.withUsage(said, usage.at(column)) : said;
        }
        said = flags(flags(said, usage, GROUP_FLAGS), line, FLAGS);
        if (!line.has(18)) {
            said = SpokenDrug.with(said, "単位の記載なし");
        }
        if (isSaid(line, 9) && line.has(8)) {
            said = SpokenDrug.with(said, "一般名 " + line.at(9));
        }
        if (line.at(40).equals("1")) {
            said = SpokenDrug.with(said, "一般名処方");
        }
        if (!before().isEmpty()) {
            said = SpokenDrug.with(said, "変更前 " + before());
        }
        if (isSaid(line, MIXED)) {
            said = SpokenDrug.with(said, "混合区分 " + line.at(MIXED));
        }
        if (isSaid(line, 26)) {
            said = SpokenDrug.with(said, "ロット番号 " + line.at(26));
        }
        for (int column : DRUG_WORDS) {
            said = isSaid(line, column) ? SpokenDrug.with(said, line.at(column)) : said;
        }
        return said;
    }

    /// What was prescribed before it was changed, and how much of it, with its codes.
    private String before() {
        var said = new ArrayList<String>();
        if (isSaid(line, 31)) {
            said.add(line.at(31));
        }
        if (isSaid(line, 33)) {
            said.add(line.at(33) + (isSaid(line, 34) ? line.at(34) : ""));
        }
        BEFORE.forEach((column, kind) -> {
            if (isSaid(line, column)) {
                said.add(kind + " " + line.at(column));
            }
        });
        return String.join(" ", said);
    }

    private static PrescribedDrug flags(
            PrescribedDrug drug, RecordLine line, Map<Integer, DispensingInstruction> columns) {
        var said = drug;
        for (var flag : columns.entrySet()) {
            if (isSaid(line, flag.getKey())) {
                var number = line.at(flag.getKey());
                var instruction = flag.getValue();
                said = SpokenDrug.withInstruction(
                        said,
                        number.equals("1")
                                ? instruction.concept()
                                : instruction.said(instruction.words() + "（区分 " + number + "）"));
            }
        }
        return said;
    }

    private static boolean isSaid(RecordLine line, int column) {
        return line.has(column) && !line.at(column).equals("0");
    }
}
