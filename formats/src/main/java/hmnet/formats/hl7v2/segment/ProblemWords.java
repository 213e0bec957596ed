package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a diagnosis says beside its name, in words (病名の付記, PRB), and what its codes of HL7 mean.
public final class ProblemWords {
    /// HL7 table 0241.
    private static final Map<String, String> OUTCOMES =
            Map.of("D", "死亡", "F", "治癒", "N", "不変", "R", "軽快", "S", "後遺症", "U", "不明", "W", "悪化");

    private ProblemWords() {}

    /// What became of it (PRB-14): the sender's words, else those of a code of HL7.
    public static String outcome(Segment prb) {
        var said = Names.of(prb, 14);
        boolean wordless = said.equals(prb.text(14));
        boolean ofHl7 = prb.text(14, 3).isEmpty() || prb.text(14, 3).equals("HL70241");
        return wordless && ofHl7 ? OUTCOMES.getOrDefault(said, said) : said;
    }

    /// @param doubted whether PRB-13 is told by the row itself
    static List<String> of(Segment prb, boolean doubted) {
        var words = new ArrayList<String>();
        said(words, "優先順位", prb.text(6));
        said(words, "治癒見込み", day(prb, 8));
        said(words, "管理", Names.of(prb, 11));
        said(words, "経過", Names.of(prb, 12));
        said(words, "診断の確かさ", doubted ? "" : Names.of(prb, 13));
        said(words, "転帰日", prb.text(15).equals(prb.text(9)) ? "" : day(prb, 15));
        var onset = prb.joined(17, " ");
        said(words, "発症", onset.isBlank() || Names.of(prb, 3).isBlank() || onset.equals(Names.of(prb, 3)) ? "" : onset);
        boolean ranked = prb.text(18, 1).equals("1") || prb.text(18, 2).contains("主");
        said(words, "順位", ranked ? "" : Names.of(prb, 18));
        said(words, "確実性", Names.of(prb, 19));
        said(words, "確率", prb.text(20));
        said(words, "予後", Names.of(prb, 22));
        said(words, "家族への説明", Names.of(prb, 24));
        return words;
    }

    private static String day(Segment prb, int field) {
        return prb.has(field) ? DisplayTime.shown(prb.text(field)) : "";
    }

    private static void said(List<String> words, String what, String said) {
        if (!said.isBlank()) {
            words.add(what + " " + said.strip());
        }
    }
}
