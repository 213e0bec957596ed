package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.drug.TimingWords;
import hmnet.formats.hl7v2.segment.DisplayTime;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.SentFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a request says beside the test, in words (依頼の付記, OBR and TQ1): how urgent, why, what is known.
final class RequestWords {
    private RequestWords() {}

    static List<String> of(@Nullable Segment obr) {
        var words = new ArrayList<String>();
        if (obr == null) {
            return words;
        }
        said(words, "優先度", TimingWords.priority(obr.text(5), obr.text(5)));
        said(words, "優先度", TimingWords.priority(obr.text(27, 6), obr.text(27, 6)));
        boolean lasts = obr.has(8) && !obr.text(8).equals(obr.text(7));
        said(words, "終了", lasts ? DisplayTime.shown(obr.text(8)) : "");
        said(words, "採取量", SentFields.quantity(obr, 9).shown());
        said(words, "危険", Names.of(obr, 12));
        said(words, "臨床情報", obr.joined(13, " "));
        said(words, "採取部位", SentFields.joined(obr.sub(15, 4, 2), obr.sub(15, 5, 2)));
        said(words, "検体", obr.text(15, 3));
        said(words, "移送", obr.text(30));
        repeated(words, "理由", obr, 31);
        repeated(words, "採取者のコメント", obr, 39);
        repeated(words, "移送のコメント", obr, 43);
        said(words, "処置", Names.of(obr, 44));
        repeated(words, "補足", obr, 45);
        repeated(words, "補足", obr, 46);
        repeated(words, "補足", obr, 47);
        return words;
    }

    /// What TQ1 says of a test; nothing is invented for a routine one.
    static List<String> ofTimings(List<Segment> timings) {
        var words = new LinkedHashSet<String>();
        timings.forEach(tq1 -> words.addAll(TimingWords.of(tq1)));
        return List.copyOf(words);
    }

    private static void repeated(List<String> words, String what, Segment obr, int field) {
        for (int n = 1; n <= obr.repetitions(field); n++) {
            said(words, what, Names.of(obr, field, n));
        }
    }

    private static void said(List<String> words, String what, String said) {
        if (!said.isBlank() && !words.contains(what + " " + said.strip())) {
            words.add(what + " " + said.strip());
        }
    }
}
