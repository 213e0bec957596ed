package hmnet.record.answers;

import ca.uhn.fhir.context.FhirContext;
import hmnet.record.answers.FilledItem.AnswerOrigin;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.FormSheet;
import hmnet.record.sheets.SheetItem;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;

/// Fills in what a sheet says by itself (自動記入): first values from the chart and by expressions, and at each
/// step what is computed and what is asked.
///
/// @param asked the paths that are asked now
/// @param failed the paths whose expression could not be answered
public record SheetFilling(FilledSheet filled, Set<String> asked, Set<String> failed) {
    /// A sheet opened anew.
    ///
    /// @param words how the person's own data and the chart are called as a source
    public static SheetFilling opened(FormSheet sheet, Prefill prefill, String words) {
        var clock = new RunClock();
        var given = given(prefill);
        var first = FilledSheet.empty(sheet).map(one -> proposed(one, prefill));
        var run = new ExpressionRun(first, Enablement.ofRules(first), given, clock);
        var filled = first.map(one -> {
            var expression = one.item().expressions().initial();
            if (expression.isEmpty() || one.isAnswered()) {
                return one;
            }
            var values = ExpressionValues.of(run.answer(one, expression), one.item());
            return values.isEmpty() ? one : one.proposed(values, new AnswerOrigin("", words));
        });
        return computed(filled, given, clock, run.failed());
    }

    /// A sheet that was filled in so far: what is computed is computed anew.
    public static SheetFilling of(FilledSheet filled, Prefill prefill) {
        return computed(filled, given(prefill), new RunClock(), Set.of());
    }

    /// A sheet that was signed, to be read: nothing is computed anew, and whatever was answered is shown.
    public static SheetFilling signed(FilledSheet filled) {
        var shown = new HashSet<>(Enablement.ofRules(filled));
        filled.all().filter(FilledItem::isAnswered).forEach(one -> {
            shown.add(one.path());
            filled.all()
                    .map(FilledItem::path)
                    .filter(path -> one.path().startsWith(path + "."))
                    .forEach(shown::add);
        });
        return new SheetFilling(filled, shown, Set.of());
    }

    private static SheetFilling computed(
            FilledSheet before, Map<String, Base> given, RunClock clock, Set<String> failedBefore) {
        var filled = before;
        var rounds = rounds(before.sheet());
        for (var round = 0; ; round++) {
            var failed = new HashSet<>(failedBefore);
            var asked = asked(filled, given, clock, failed);
            var run = new ExpressionRun(filled, asked, given, clock);
            var next = filled.map(one -> computed(one, asked, run));
            failed.addAll(run.failed());
            if (next.equals(filled)) {
                return new SheetFilling(next, Set.copyOf(asked), Set.copyOf(failed));
            }
            if (round == rounds) {
                return unsettled(filled, next, asked, failed);
            }
            filled = next;
        }
    }

    /// An expression may need what another gives, and that one a third: each round settles one more.
    private static long rounds(FormSheet sheet) {
        return sheet.all()
                .map(SheetItem::expressions)
                .filter(own -> !own.calculated().isEmpty() || !own.enableWhen().isEmpty())
                .count();
    }

    /// What still changes is no answer, since one round more would give another one: it is told as failed.
    private static SheetFilling unsettled(
            FilledSheet before, FilledSheet after, Set<String> asked, Set<String> failed) {
        var changing = after.all()
                .filter(one -> !before.at(one.path()).map(FilledItem::values).equals(Optional.of(one.values())))
                .map(FilledItem::path)
                .collect(Collectors.toUnmodifiableSet());
        failed.addAll(changing);
        return new SheetFilling(
                after.map(one -> changing.contains(one.path()) ? one.with(List.of()) : one),
                Set.copyOf(asked),
                Set.copyOf(failed));
    }

    /// The paths that are asked. What an expression hides counts for nothing in the expression of another, so this too
    /// is done until it stands still.
    private static Set<String> asked(FilledSheet filled, Map<String, Base> given, RunClock clock, Set<String> failed) {
        var asked = Enablement.ofRules(filled);
        if (filled.sheet()
                .all()
                .allMatch(item -> item.expressions().enableWhen().isEmpty())) {
            return asked;
        }
        var rounds = rounds(filled.sheet());
        for (var round = 0; ; round++) {
            var run = new ExpressionRun(filled, asked, given, clock);
            var now = Enablement.of(filled, run);
            if (now.equals(asked) || round == rounds) {
                failed.addAll(run.failed());
                failed.addAll(onlyIn(now, asked));
                failed.addAll(onlyIn(asked, now));
                return now;
            }
            asked = now;
        }
    }

    private static Set<String> onlyIn(Set<String> these, Set<String> others) {
        var only = new HashSet<>(these);
        only.removeAll(others);
        return only;
    }

    private static FilledItem computed(FilledItem one, Set<String> asked, ExpressionRun run) {
        var expression = one.item().expressions().calculated();
        return expression.isEmpty() || !asked.contains(one.path())
                ? one
                : one.with(ExpressionValues.of(run.answer(one, expression), one.item()));
    }

    /// The newest value of the chart under the item's code, where the sheet asks for it.
    private static FilledItem proposed(FilledItem one, Prefill prefill) {
        var since = one.item().extraction().since();
        if (since.isEmpty() || one.isAnswered() || !one.item().kind().isQuestion()) {
            return one;
        }
        return one.item().codes().stream()
                .flatMap(code -> prefill.newest(code, Period.parse(since.get())).stream())
                .flatMap(found -> value(found, one.item()).stream()
                        .map(value -> one.proposed(
                                List.of(value),
                                new AnswerOrigin(
                                        found.on() == null ? "" : found.on().toString(), found.source()))))
                .findFirst()
                .orElse(one);
    }

    /// Only a clean number in a unit that the item takes.
    private static Optional<AnswerValue> value(Prefill.ProposedValue found, SheetItem item) {
        var units = item.units();
        int unit = 0;
        while (unit < units.size()
                && !units.get(unit).code().equals(found.unit())
                && !units.get(unit).display().plain().equals(found.unit())) {
            unit++;
        }
        return !units.isEmpty() && unit == units.size()
                ? Optional.empty()
                : TypedAnswer.read(item, found.number(), Integer.toString(unit))
                        .filter(value -> !(value instanceof AnswerValue.Unread));
    }

    private static Map<String, Base> given(Prefill prefill) {
        var given = new HashMap<String, Base>();
        prefill.resources()
                .forEach((name, json) -> given.put(name, (Resource)
                        FhirContext.forR4Cached().newJsonParser().parseResource(json)));
        return given;
    }
}
