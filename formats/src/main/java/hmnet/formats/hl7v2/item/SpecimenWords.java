package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DisplayTime;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.SentFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a specimen says beside its material, in words (検体の付記, SPM): from where, how much, how it was.
final class SpecimenWords {
    private SpecimenWords() {}

    static List<String> of(@Nullable Segment spm) {
        var words = new ArrayList<String>();
        if (spm == null) {
            return words;
        }
        repeated(words, "検体の種類", spm, 5);
        repeated(words, "添加物", spm, 6);
        said(words, "採取方法", Names.of(spm, 7));
        said(words, "採取部位", SentFields.joined(Names.of(spm, 8), sides(spm)));
        said(words, "採取場所", Names.of(spm, 10));
        repeated(words, "検体の役割", spm, 11);
        said(words, "採取量", SentFields.quantity(spm, 12).shown());
        said(words, "検体", spm.joined(14, " "));
        repeated(words, "取り扱い", spm, 15);
        repeated(words, "危険", spm, 16);
        said(words, "到着", spm.has(18) ? DisplayTime.shown(spm.text(18)) : "");
        repeated(words, "検体不受理", spm, 21);
        said(words, "検体の質", Names.of(spm, 22));
        said(words, "検体の適切さ", Names.of(spm, 23));
        repeated(words, "検体の状態", spm, 24);
        return words;
    }

    private static String sides(Segment spm) {
        var sides = new ArrayList<String>();
        for (int n = 1; n <= spm.repetitions(9); n++) {
            sides.add(Names.of(spm, 9, n));
        }
        return String.join(" ", sides);
    }

    private static void repeated(List<String> words, String what, Segment spm, int field) {
        for (int n = 1; n <= spm.repetitions(field); n++) {
            said(words, what, Names.of(spm, field, n));
        }
    }

    private static void said(List<String> words, String what, String said) {
        if (!said.isBlank()) {
            words.add(what + " " + said.strip());
        }
    }
}
