package hmnet.formats.fhirfile.value;

import hmnet.formats.model.chart.Concept;
import java.util.Map;

/// Why there is no value (結果なしの理由): data-absent-reason of FHIR in words. Refused, not done and unknown
/// never look alike.
public final class AbsentReasons {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("unknown", "不明"),
            Map.entry("asked-unknown", "尋ねたが不明"),
            Map.entry("temp-unknown", "まだ不明"),
            Map.entry("not-asked", "尋ねていない"),
            Map.entry("asked-declined", "回答拒否"),
            Map.entry("masked", "非開示"),
            Map.entry("not-applicable", "該当せず"),
            Map.entry("unsupported", "対応なし"),
            Map.entry("as-text", "文章に記載"),
            Map.entry("error", "測定エラー"),
            Map.entry("not-a-number", "数値でない"),
            Map.entry("negative-infinity", "負の無限大"),
            Map.entry("positive-infinity", "正の無限大"),
            Map.entry("not-performed", "未実施"),
            Map.entry("not-permitted", "許可されていない"));

    private AbsentReasons() {}

    public static String word(Concept reason) {
        return reason.text().isBlank() ? WORDS.getOrDefault(reason.first().code(), reason.shown()) : reason.text();
    }
}
