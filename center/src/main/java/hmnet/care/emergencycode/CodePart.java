package hmnet.care.emergencycode;

import hmnet.formats.model.code.RecordKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What a person may put into their code (救急QRの項目), in the order in which a crew needs it. The number stands in
/// codes on paper and never changes. Wishes and contacts are the words of the life box (命の宝箱).
public enum CodePart {
    /// 氏名・生年月日・性別. Its words stand in the head of a code, not in a section.
    NAME(1),
    BLOOD(2, RecordKind.PROFILE),
    ALLERGIES(3, RecordKind.ALLERGY),
    /// 血液を固まりにくくする薬.
    BLEEDING(4, RecordKind.PRESCRIPTION, RecordKind.DISPENSING),
    /// 医療・ケアの希望, whole or not at all.
    WISHES(5),
    PROBLEMS(6, RecordKind.DIAGNOSIS),
    MEDICINES(7, RecordKind.PRESCRIPTION, RecordKind.DISPENSING),
    /// 体内の機器・透析・処置.
    DEVICES(8, RecordKind.PROCEDURE, RecordKind.DIAGNOSIS),
    /// 最近かかった医療機関.
    DOCTOR(9, RecordKind.VISIT, RecordKind.ADMISSION),
    /// 連絡先, the first to be called first.
    CONTACTS(10),
    /// 記録の届き方: whose records are late, and what was kept out of all parts. Nobody chooses it.
    NOTES(11);

    private final int number;
    private final long kinds;

    CodePart(int number, RecordKind... kinds) {
        this.number = number;
        this.kinds = Stream.of(kinds).mapToLong(RecordKind::mask).reduce(0, (some, one) -> some | one);
    }

    public int number() {
        return number;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Mask of the kinds of record that its words come from.
    long kinds() {
        return kinds;
    }

    /// Whether it is chosen unless the person says otherwise: whoever has a reader reads a code.
    public boolean isUsual() {
        return this != WISHES && this != CONTACTS;
    }

    /// What a person chooses from.
    static Stream<CodePart> choices() {
        return Arrays.stream(values()).filter(part -> part != NOTES);
    }

    /// Those that stand in sections.
    static Stream<CodePart> sections() {
        return Arrays.stream(values()).filter(part -> part != NAME);
    }

    /// Those that a form named; words that mean none are passed over.
    static Set<CodePart> of(List<String> words) {
        var parts = EnumSet.noneOf(CodePart.class);
        choices().filter(part -> words.contains(part.word())).forEach(parts::add);
        return parts;
    }
}
