package hmnet.care.chartforms;

import hmnet.care.viewer.ChartFrame;
import hmnet.ground.design.Messages;
import hmnet.record.answers.FilledItem;
import hmnet.record.answers.FilledSheet;
import hmnet.record.forms.ShownSheet;
import hmnet.record.forms.ShownSheet.ShownProblem;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.BedsideTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A sheet that is being filled in (帳票の記入画面).
///
/// @param version as the form names it when it is saved
/// @param problems what keeps it from being signed
/// @param unsigned why it cannot be signed as it is, in words, or null
/// @param meanwhile what stands differently since somebody saved at another place; empty where nobody did
record FillScreen(
        ChartFrame chart,
        String id,
        int version,
        OffsetDateTime savedAt,
        ShownSheet sheet,
        List<ShownProblem> problems,
        @Nullable String unsigned,
        List<DifferentAnswer> meanwhile) {
    /// An answer that stands differently here and there (食い違う回答).
    record DifferentAnswer(String text, String saved, String typed) {
        static List<DifferentAnswer> between(FilledSheet saved, FilledSheet typed, Messages m) {
            return typed.all()
                    .flatMap(one -> {
                        var theirs =
                                saved.at(one.path()).map(FilledItem::values).orElse(List.of());
                        return AnswerValue.same(theirs, one.values())
                                ? Stream.<DifferentAnswer>of()
                                : Stream.of(new DifferentAnswer(
                                        one.item().text().in(m.language().tag()),
                                        said(theirs, m),
                                        said(one.values(), m)));
                    })
                    .toList();
        }

        private static String said(List<AnswerValue> values, Messages m) {
            return values.stream().map(value -> said(value, m)).collect(Collectors.joining("、"));
        }

        private static String said(AnswerValue value, Messages m) {
            var language = m.language().tag();
            return switch (value) {
                case AnswerValue.Measured(var number, var unit) -> number.toPlainString() + unit.shown(language);
                case AnswerValue.YesNo(var yes) -> m.t(yes ? "forms.yes" : "forms.no");
                case AnswerValue.Chosen(var code) -> code.shown(language);
                case AnswerValue.Moment(var text) -> BedsideTime.here(text).replace('T', ' ');
                case AnswerValue.Unread one -> one.typed();
                case AnswerValue.Words(var text) -> text;
                case AnswerValue.Whole one -> value.typed();
                case AnswerValue.Fraction one -> value.typed();
            };
        }
    }

    String path() {
        return chart.path() + "/forms/drafts/" + id;
    }

    boolean isLast() {
        return sheet.step() == sheet.steps().size() - 1;
    }
}
