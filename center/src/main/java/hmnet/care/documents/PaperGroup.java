package hmnet.care.documents;

import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.record.charts.ChartEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a paper is, as a reader looks for it (文書の種類): the first that a word of its type or title names.
enum PaperGroup {
    SUMMARY("サマリ", "要約", "summary"),
    LETTER("紹介", "診療情報提供", "返書", "返信", "逆紹介", "letter", "referral"),
    NOTE("経過記録", "診療録", "カルテ", "看護記録", "progress", "note"),
    PATHOLOGY("病理", "細胞診", "pathology"),
    IMAGING("放射線", "画像", "読影", "ct", "mri", "x線", "レントゲン", "核医学", "radiology"),
    PHYSIOLOGY("内視鏡", "エコー", "超音波", "心電図", "生理", "脳波", "呼吸機能", "endoscopy"),
    CARE_PLAN("ケアプラン", "居宅サービス計画", "介護", "訪問看護"),
    REPORT,
    OTHER;

    private final List<String> words;

    PaperGroup(String... words) {
        this.words = List.of(words);
    }

    /// By its word, as an address has it; anything else asks for all of them.
    static Optional<PaperGroup> asked(@Nullable String word) {
        return Stream.of(values()).filter(group -> group.word().equals(word)).findFirst();
    }

    static PaperGroup of(ChartEntry entry) {
        if (entry.kind() == RecordKind.CARE) {
            return CARE_PLAN;
        }
        var type = entry.extract().read() instanceof DocumentExtract paper ? paper.type() : "";
        return Stream.of(type, entry.title())
                .map(said -> said.toLowerCase(Locale.ROOT))
                .flatMap(said -> Stream.of(values())
                        .filter(group -> group.words.stream().anyMatch(said::contains))
                        .limit(1))
                .findFirst()
                .orElse(entry.kind() == RecordKind.REPORT ? REPORT : OTHER);
    }

    /// The word in keys and addresses.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
