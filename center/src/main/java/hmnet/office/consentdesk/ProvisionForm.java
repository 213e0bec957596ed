package hmnet.office.consentdesk;

import static java.util.Map.entry;

import hmnet.consent.consents.Purpose;
import hmnet.consent.provisions.ConsentProvision;
import hmnet.consent.provisions.DeniedReaders;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.NamedParties.PartySet;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A denial as the desk typed it (制限条項の入力). All of it is text, so that what cannot be read stands in the form again.
///
/// @param to `everybody`, `facility`, `kind`, `others` (all but the named) or `staff`
/// @param readers names or codes of facilities, a line each
/// @param source name or code of the facility whose records they are; empty for all
/// @param end the last day on which the denial holds
record ProvisionForm(
        @Nullable String card,
        @Nullable String to,
        @Nullable String readers,
        @Nullable String staff,
        @Nullable List<String> facilityKinds,
        @Nullable String source,
        @Nullable List<String> kinds,
        @Nullable List<String> labels,
        @Nullable String careFrom,
        @Nullable String careUntil,
        @Nullable List<String> purposes,
        @Nullable String end,
        @Nullable String how,
        @Nullable String witness) {
    static final List<String> TO = List.of("everybody", "facility", "kind", "others", "staff");
    static final List<String> HOW = List.of("paper", "oral", "card");
    static final List<Label> LABELS = List.of(Label.PSYCHIATRY, Label.HIV, Label.GENETIC, Label.ABUSE);
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int WITNESS = 100;

    /// What cannot be used, as in `consent.provision.problem.…`, by field.
    ///
    /// @param named what `readers` and `staff` name
    /// @param sources what `source` names
    Map<String, String> problems(PartySet named, PartySet sources, LocalDate today) {
        var problems = new HashMap<String, String>();
        switch (text(to)) {
            case "facility" -> check(problems, "readers", named.facilities().size() == 1 && named.allKnown());
            case "others" -> check(problems, "readers", !named.facilities().isEmpty() && named.allKnown());
            case "staff" -> check(problems, "staff", named.staff().size() == 1 && named.allKnown());
            case "kind" -> check(problems, "facilityKinds", !kindsOfFacility().isEmpty());
            case "everybody" -> {}
            // From outside: what this form does not offer.
            default -> problems.put("to", "to");
        }
        check(problems, "source", sources.facilities().size() < 2 && sources.allKnown());
        day(problems, "careFrom", text(careFrom));
        day(problems, "careUntil", text(careUntil));
        day(problems, "end", text(end));
        var from = TypedForm.day(text(careFrom));
        var until = TypedForm.day(text(careUntil));
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            problems.put("careUntil", "order");
        }
        if (TypedForm.day(text(end)).filter(day -> day.isBefore(today)).isPresent()) {
            problems.put("end", "past");
        }
        check(problems, "how", HOW.contains(text(how)));
        check(problems, "witness", text(witness).length() <= WITNESS);
        return problems;
    }

    private static void check(Map<String, String> problems, String field, boolean good) {
        if (!good) {
            problems.put(field, field);
        }
    }

    private static void day(Map<String, String> problems, String field, String typed) {
        check(problems, field, typed.isBlank() || TypedForm.day(typed).isPresent());
        problems.computeIfPresent(field, (name, problem) -> "day");
    }

    DeniedReaders readers(PartySet named) {
        return switch (text(to)) {
            case "facility" -> DeniedReaders.of(named.facilities().iterator().next());
            case "others" -> DeniedReaders.allBut(named.facilities());
            case "staff" -> DeniedReaders.of(named.staff().iterator().next());
            case "kind" -> DeniedReaders.of(kindsOfFacility());
            // From outside: the form was checked before, which leaves everybody.
            default -> DeniedReaders.everybody();
        };
    }

    ConsentProvision what(Set<FacilityId> sources) {
        return new ConsentProvision(
                sources.stream().findFirst().orElse(null),
                masked(kinds, RecordKind.values(), RecordKind::mask),
                masked(labels, LABELS.toArray(Label[]::new), Label::mask),
                TypedForm.day(text(careFrom)).orElse(null),
                TypedForm.day(text(careUntil)).orElse(null));
    }

    long purposeMask() {
        return masked(purposes, Purpose.values(), Purpose::mask);
    }

    @Nullable
    OffsetDateTime until() {
        return TypedForm.day(text(end))
                .map(day -> day.plusDays(1).atStartOfDay(JAPAN).toOffsetDateTime())
                .orElse(null);
    }

    /// None chosen means all.
    private static <E extends Enum<E>> long masked(
            @Nullable List<String> chosen, E[] values, java.util.function.ToLongFunction<E> mask) {
        var sum = Arrays.stream(values)
                .filter(value -> chosen != null && chosen.contains(value.name()))
                .mapToLong(mask)
                .sum();
        return sum == 0 ? -1 : sum;
    }

    private Set<FacilityKind> kindsOfFacility() {
        return Arrays.stream(FacilityKind.values())
                .filter(kind -> facilityKinds != null && facilityKinds.contains(kind.word()))
                .collect(Collectors.toSet());
    }

    TypedForm again(Map<String, String> problems) {
        var values = new HashMap<>(Map.ofEntries(
                entry("to", text(to)),
                entry("readers", text(readers)),
                entry("staff", text(staff)),
                entry("source", text(source)),
                entry("careFrom", text(careFrom)),
                entry("careUntil", text(careUntil)),
                entry("end", text(end)),
                entry("how", text(how)),
                entry("witness", text(witness))));
        all(facilityKinds).forEach(one -> values.put("facilityKinds-" + one, "on"));
        all(kinds).forEach(one -> values.put("kinds-" + one, "on"));
        all(labels).forEach(one -> values.put("labels-" + one, "on"));
        all(purposes).forEach(one -> values.put("purposes-" + one, "on"));
        return new TypedForm(values, problems);
    }

    private static List<String> all(@Nullable List<String> chosen) {
        return Objects.requireNonNullElse(chosen, List.of());
    }

    static String text(@Nullable String typed) {
        return Optional.ofNullable(typed).orElse("");
    }
}
