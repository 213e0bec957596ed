package hmnet.formats.jahis.rx;

import hmnet.formats.base.Width;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.DosageForm;
import hmnet.formats.model.pharmacy.StandardUsage;
import hmnet.formats.model.pharmacy.Supply;
import java.util.ArrayList;
import java.util.List;

/// How a drug of a prescription is taken (用法): records 111 and 181, of 281 what is a usage.
record RxUsage(RxGroup group, RxMedicine medicine, Notes notes) {
    /// 用法補足区分.
    static final String SUPPLEMENT = CodingSystems.uri("JAHIS-RX-181");
    /// JAMI 部位コード.
    static final String SITE = "urn:oid:1.2.392.200250.2.2.20.32";
    private static final String TAPERING = "1";
    private static final String EVERY_OTHER_DAY = "3";
    private static final String ONLY_WORDS = "0X0XXXXXXXXX0000";

    Dosage dosage() {
        var usage = new DoseUsage(usage(), supplements());
        var form = DosageForm.ofRx(group.form().at(2)).concept(group.form().at(3));
        return Dosage.NONE.with(usage).with(rhythm(usage)).with(new DoseWay(Concept.NONE, site(), Concept.NONE, form));
    }

    /// Some systems leave out a column, so that the words stand where the code should.
    private Concept usage() {
        var line = group.first("111");
        var words = line.at(4);
        var code = line.at(3);
        if (words.isEmpty() && code.chars().anyMatch(c -> c > 0x7F)) {
            notes.repair("column-shifted", line, 3, code);
            return Concept.of(code);
        }
        boolean coded = StandardUsage.isCode(code)
                && !code.equals(ONLY_WORDS)
                && !line.at(2).equals("1");
        if (coded) {
            return Concept.of(CodingSystems.USAGE, code, words);
        }
        return code.isEmpty() || code.equals(ONLY_WORDS)
                ? Concept.of(words)
                : Concept.of(CodingSystems.uri("JAHIS-RX-111"), code, words);
    }

    private List<Concept> supplements() {
        var supplements = new ArrayList<Concept>();
        for (var line : group.all("181")) {
            switch (line.at(3)) {
                case "8" -> supplements.add(coded(line, line.at(5), line.at(4)));
                case TAPERING, EVERY_OTHER_DAY, "5" -> supplements.add(ofKind(line));
                default -> {
                    // Sites, instructions and words are read elsewhere; a code of any kind stands here.
                    if (line.has(5)) {
                        supplements.add(coded(line, line.at(5), ""));
                    }
                }
            }
        }
        for (var line : medicine.all("281")) {
            if (line.at(4).equals("7") || line.has(6)) {
                supplements.add(coded(line, line.at(6), line.at(4).equals("7") ? line.at(5) : ""));
            }
        }
        return List.copyOf(supplements);
    }

    /// 漸減, 隔日, 用法の続き: the words alone may say something else, so that the kind stands before them.
    private static Concept ofKind(RecordLine line) {
        var words = line.at(4);
        var kind = line.at(3);
        boolean tapered = words.contains("減") || words.contains("増");
        var text = kind.equals(TAPERING) && !tapered ? ("漸減 " + words).strip() : words;
        var codes = new ArrayList<Code>();
        codes.add(new Code(SUPPLEMENT, kind, text.isEmpty() && kind.equals(EVERY_OTHER_DAY) ? "隔日" : text));
        if (line.has(5)) {
            codes.add(new Code(CodingSystems.USAGE_SUPPLEMENT, line.at(5), words));
        }
        return new Concept(text, codes);
    }

    private Concept coded(RecordLine line, String code, String words) {
        var supplement = Concept.of(CodingSystems.USAGE_SUPPLEMENT, code, words);
        if (!StandardUsage.isUnderstood(supplement)) {
            notes.info("dosing-not-understood", line, 0, code);
        }
        return supplement;
    }

    /// A supplement of the kind 隔日 says so whatever its words are, unless they name other days.
    private DoseRhythm rhythm(DoseUsage usage) {
        var rhythm = StandardUsage.rhythm(
                usage.usage().code(CodingSystems.USAGE),
                usage.supplements().stream()
                        .filter(each -> !each.code(SUPPLEMENT).equals(TAPERING))
                        .toList());
        boolean other = usage.supplements().stream()
                .anyMatch(each -> each.code(SUPPLEMENT).equals(EVERY_OTHER_DAY)
                        && !each.text().contains("曜"));
        if (other && !rhythm.skipsDays()) {
            rhythm = rhythm.every(2);
        }
        var times = group.first("111").at(5);
        int a = Supply.count(
                Width.folded(times.isEmpty() ? medicine.first("241").at(4) : times));
        return a > 0 ? rhythm.inADay(a, rhythm.hoursApart(), rhythm.clock()) : rhythm;
    }

    private Concept site() {
        for (var line : group.all("181")) {
            if (isSite(line)) {
                return line.has(6) ? Concept.of(SITE, line.at(6), line.at(4)) : Concept.of(line.at(4));
            }
        }
        return Concept.NONE;
    }

    static boolean isSite(RecordLine line) {
        return line.at(3).equals("6") || line.at(3).equals("9");
    }
}
