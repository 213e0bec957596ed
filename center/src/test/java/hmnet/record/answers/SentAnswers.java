package hmnet.record.answers;

import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.FormSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Answers as a browser sends them, for tests (送信された回答の見本).
final class SentAnswers {
    private SentAnswers() {}

    /// Sends answers by path.
    static SheetFilling sent(FilledSheet before, String... pairs) {
        var sent = new HashMap<String, List<String>>();
        for (var n = 0; n < pairs.length; n += 2) {
            sent.computeIfAbsent("a-" + pairs[n], name -> new ArrayList<>()).add(pairs[n + 1]);
        }
        sent.put("on", List.copyOf(before.all().map(FilledItem::path).toList()));
        return SheetFilling.of(PostedAnswers.on(before, sent), Prefill.NONE);
    }

    static SheetFilling sent(FormSheet sheet, String... pairs) {
        return sent(FilledSheet.empty(sheet), pairs);
    }

    static String said(SheetFilling filling, String path) {
        return String.join(
                ",",
                filling.filled().at(path).orElseThrow().values().stream()
                        .map(AnswerValue::typed)
                        .toList());
    }
}
