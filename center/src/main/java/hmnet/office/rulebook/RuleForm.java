package hmnet.office.rulebook;

import hmnet.consent.decisions.RuleDraft;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.office.rulebook.RuleScreen.TypedRule;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A change of the rule as the desk typed it (開示ルールの変更の入力). All of it is text, so that what cannot be
/// read stands in the form again.
record RuleForm(
        @Nullable String from,
        @Nullable List<String> kinds,
        @Nullable String department,
        @Nullable List<String> professions,
        @Nullable String shown,
        @Nullable String delay,
        @Nullable String why) {
    private static final String ALL = "all";
    private static final Pattern DEPARTMENT = Pattern.compile("[A-Za-z0-9]{1,10}");
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,3}");

    /// What cannot be used, as in `rulebook.problem.…`, by field; the reason aside.
    Map<String, String> problems(LocalDate today) {
        var problems = new HashMap<String, String>();
        var day = TypedForm.day(text(from));
        if (day.isEmpty()) {
            problems.put("from", "from");
        } else if (day.get().isBefore(today)) {
            problems.put("from", "past");
        }
        if (kinds == null || kinds.isEmpty() || !known().containsAll(kinds)) {
            problems.put("kinds", "kinds");
        }
        if (!text(department).isEmpty() && !DEPARTMENT.matcher(text(department)).matches()) {
            problems.put("department", "department");
        }
        if (!Set.of("yes", "no").contains(text(shown))) {
            problems.put("shown", "shown");
        }
        if (to().isEmpty()) {
            problems.put("professions", "professions");
        }
        if (days().isEmpty()) {
            problems.put("delay", "delay");
        }
        return problems;
    }

    /// The change itself; only where nothing is wrong.
    TypedRule read(Requester by) {
        var mask = Stream.of(RecordKind.values())
                .filter(kind -> kinds != null && kinds.contains(kind.name()))
                .mapToLong(RecordKind::mask)
                .reduce(0, (a, b) -> a | b);
        var draft = new RuleDraft(
                by.facility(),
                TypedForm.day(text(from)).orElseThrow(),
                mask,
                text(department).isEmpty() ? null : text(department),
                to().stream().mapToLong(Profession::mask).reduce(0, (a, b) -> a | b),
                "yes".equals(shown),
                days().orElseThrow());
        return new TypedRule(draft, to().stream().map(Profession::word).toList());
    }

    Optional<String> reason() {
        return Optional.of(text(why)).filter(said -> !said.isEmpty() && said.length() <= RuleScreen.WHY_MAX);
    }

    /// What was typed, as the form shows it again.
    TypedForm again(Map<String, String> problems) {
        var values = new HashMap<>(Map.of(
                "from", text(from),
                "department", text(department),
                "shown", text(shown),
                "delay", text(delay),
                "why", text(why)));
        if (kinds != null) {
            kinds.forEach(kind -> values.put("kind-" + kind, kind));
        }
        to().forEach(profession -> values.put("to-" + profession.word(), profession.word()));
        return new TypedForm(values, problems);
    }

    private List<Profession> to() {
        return readers()
                .filter(one -> professions != null && (professions.contains(ALL) || professions.contains(one.word())))
                .toList();
    }

    private Optional<Integer> days() {
        var typed = Normalizer.normalize(text(delay), Normalizer.Form.NFKC);
        return Optional.of(typed)
                .filter(said -> DAYS.matcher(said).matches())
                .map(Integer::valueOf)
                .filter(days -> days <= RuleScreen.DELAY_MAX);
    }

    private static List<String> known() {
        return Stream.of(RecordKind.values()).map(RecordKind::name).toList();
    }

    /// Who may read charts at all.
    static Stream<Profession> readers() {
        return Arrays.stream(Profession.values()).filter(one -> one.rights().contains(Right.VIEW_CHART));
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said.strip();
    }
}
