package hmnet.record.forms;

import hmnet.ground.design.Messages;
import hmnet.record.answers.FilledItem;
import hmnet.record.answers.FilledSheet;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.BedsideTime;
import java.util.List;
import java.util.stream.Collectors;

/// An answer that stands differently here and there (食い違う回答).
public record DifferentAnswer(String text, String saved, String typed) {
    public static List<DifferentAnswer> between(FilledSheet saved, FilledSheet typed, Messages m) {
        return different(saved, typed).stream()
                .map(one -> new DifferentAnswer(
                        one.item().text().in(m.language().tag()),
                        said(at(saved, one.path()), m),
                        said(one.values(), m)))
                .toList();
    }

    static List<String> paths(FilledSheet saved, FilledSheet typed) {
        return different(saved, typed).stream().map(FilledItem::path).toList();
    }

    private static List<FilledItem> different(FilledSheet saved, FilledSheet typed) {
        return typed.all()
                .filter(one -> !AnswerValue.same(at(saved, one.path()), one.values()))
                .toList();
    }

    private static List<AnswerValue> at(FilledSheet saved, String path) {
        return saved.at(path).map(FilledItem::values).orElse(List.of());
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
