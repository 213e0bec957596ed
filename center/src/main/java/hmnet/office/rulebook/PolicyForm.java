package hmnet.office.rulebook;

import hmnet.consent.policy.PolicyDraft;
import hmnet.consent.policy.PolicyDraft.ProfessionDraft;
import hmnet.consent.policy.PolicyDraft.SafetyDraft;
import hmnet.consent.policy.ProfessionLine;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A line of the policy as the office typed it (方針の変更の入力): of a profession or of a label.
record PolicyForm(
        @Nullable String profession,
        @Nullable String label,
        @Nullable String from,
        @Nullable List<String> at,
        @Nullable List<String> kinds,
        @Nullable List<String> labels,
        @Nullable List<String> professions) {
    /// What is wrong, as in `rulebook.problem.…`, by field.
    Map<String, String> problems(LocalDate today) {
        var problems = new HashMap<String, String>();
        var day = TypedForm.day(text(from));
        if (day.isEmpty()) {
            problems.put("from", "from");
        } else if (day.get().isBefore(today)) {
            problems.put("from", "past");
        }
        return problems;
    }

    /// The profession it is about, if there is one that sees charts.
    static Optional<Profession> profession(@Nullable String word) {
        return RuleForm.readers().filter(one -> one.word().equals(word)).findFirst();
    }

    /// The label it is about: 未交付 is the sender's alone and no policy opens it.
    static Optional<Label> label(@Nullable String name) {
        return PolicyScreen.LABELS.stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /// The change itself; nothing where it is about no line that there is.
    Optional<PolicyDraft> read() {
        var day = TypedForm.day(text(from)).orElseThrow();
        var kindMask = mask(kinds, RecordKind.values(), RecordKind::name, RecordKind::mask);
        return profession(profession)
                .<PolicyDraft>map(one -> new ProfessionDraft(
                        one, where(), day, kindMask, mask(labels, labelArray(), Label::name, Label::mask)))
                .or(() -> label(label)
                        .map(one -> new SafetyDraft(
                                one,
                                day,
                                mask(
                                        professions,
                                        RuleForm.readers().toArray(Profession[]::new),
                                        Profession::word,
                                        Profession::mask),
                                kindMask)));
    }

    private long where() {
        var some = mask(at, FacilityKind.values(), FacilityKind::word, FacilityKind::mask);
        return some == 0 ? ProfessionLine.ANYWHERE : some;
    }

    private static Label[] labelArray() {
        return PolicyScreen.LABELS.toArray(Label[]::new);
    }

    private static <T> long mask(
            @Nullable List<String> chosen, T[] all, Function<T, String> word, ToLongFunction<T> mask) {
        return Arrays.stream(all)
                .filter(one -> chosen != null && chosen.contains(word.apply(one)))
                .mapToLong(mask)
                .sum();
    }

    /// What was typed, as the form shows it again.
    TypedForm again(Map<String, String> problems) {
        var values = new HashMap<>(Map.of("from", text(from)));
        all(at).forEach(one -> values.put("at-" + one, "on"));
        all(kinds).forEach(one -> values.put("kind-" + one, "on"));
        all(labels).forEach(one -> values.put("label-" + one, "on"));
        all(professions).forEach(one -> values.put("to-" + one, "on"));
        return new TypedForm(values, problems);
    }

    private static List<String> all(@Nullable List<String> chosen) {
        return Objects.requireNonNullElse(chosen, List.of());
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said.strip();
    }
}
