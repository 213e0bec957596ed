package hmnet.consent.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.Condition.RowFacts;
import hmnet.consent.decisions.Condition.SeenPart;
import hmnet.consent.provisions.ConsentProvision;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// An explanation evaluated again gives the verdict of the grant, and its summary says no more and no less: 100,000
/// records under random consents, denials, rules, delays, departments and ties, told by the database's own comparison.
class DecisionBasisTest {
    private static final int CASES = 100_000;
    private static final int RECORDS = 25;
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final List<String> DEPARTMENTS = List.of("01", "02", "13");

    private final SplittableRandom random = new SplittableRandom(20261125);

    @Test
    void anExplanationEvaluatedAgainGivesTheSameVerdict() {
        var shown = 0;
        for (var round = 0; round < CASES / RECORDS; round++) {
            var asked = asked();
            var grant = asked.grant();
            var conditions = asked.conditions();
            for (var record = 0; record < RECORDS; record++) {
                var kind = pick(RecordKind.values());
                var row = row();
                var basis = conditions.stream()
                        .filter(one -> one.kind() == kind)
                        .findFirst()
                        .orElseThrow();
                var verdict = grant.lines().stream().anyMatch(line -> lets(line, kind, row));
                assertThat(basis.lets(row))
                        .as("%s %s of %s: %s", kind, row, asked, basis)
                        .isEqualTo(verdict);
                assertThat(basis.reach()).as("%s", basis).isNotEqualTo(verdict ? SeenPart.NONE : SeenPart.ALL);
                shown += verdict ? 1 : 0;
            }
        }
        assertThat(shown).as("records that are shown").isBetween(CASES / 20, CASES * 19 / 20);
    }

    /// What is said to be wholly closed is closed by the grant, whatever the row.
    @Test
    void nothingIsSaidToBeClosedThatSomeRowOpens() {
        for (var round = 0; round < 2_000; round++) {
            var asked = asked();
            var opened =
                    asked.grant().lines().stream().mapToLong(GrantLine::kinds).reduce(0, (all, one) -> all | one);
            assertThat(asked.conditions().stream().filter(one -> one.reach() == SeenPart.NONE))
                    .allMatch(one -> (opened & one.kind().mask()) == 0);
        }
    }

    /// As `GrantRows` compares in SQL.
    private static boolean lets(GrantLine line, RecordKind kind, RowFacts row) {
        var others = line.otherThan().isEmpty()
                ? List.<String>of()
                : List.of(line.otherThan().split(","));
        return (line.kinds() & kind.mask()) != 0
                && !row.occurred().isBefore(line.since())
                && row.occurred().isBefore(line.until())
                && (row.released() || !line.onlyReleased() && !row.received().isAfter(line.receivedBefore()))
                && (line.preliminary() || !row.preliminary())
                && (line.department() == null || line.department().equals(row.department()))
                && !others.contains(String.valueOf(row.department()))
                && (row.labels() & ~line.labels()) == 0;
    }

    private Asked asked() {
        var asked = Asked.by(
                        pick(Profession.DOCTOR, Profession.DENTIST, Profession.PHARMACIST, Profession.NURSE),
                        pick(ConsentChoice.values()))
                .denying(denials())
                .disclosedFrom(random.nextInt(4) == 0 ? day() : null);
        for (var more = random.nextInt(4); more > 0; more--) {
            asked = asked.ruled(rule());
        }
        asked = random.nextInt(8) == 0 ? asked.stopped() : asked;
        return switch (random.nextInt(5)) {
            case 0 -> asked.asResident();
            case 1 -> asked.atHome();
            default -> asked;
        };
    }

    private Ruled rule() {
        var kinds = random.nextInt(3) == 0 ? -1 : random.nextLong();
        var rule = Ruled.of(kinds, random.nextInt(5) == 0 ? Audience.RESIDENT : Audience.PROFESSIONAL)
                .effective(pick("2026-02-01", "2026-10-01", "2027-01-01"))
                .since(random.nextInt(3) == 0 ? day() : null)
                .delayed(pick(0, 0, 3, 30));
        rule = random.nextInt(3) == 0 ? rule.department(pick(DEPARTMENTS.toArray(String[]::new))) : rule;
        rule = random.nextInt(4) == 0 ? rule.to(Profession.DOCTOR.mask(), FacilityKind.CLINIC.mask()) : rule;
        rule = random.nextInt(4) == 0 ? rule.releasing(random.nextBoolean(), random.nextBoolean()) : rule;
        return random.nextInt(6) == 0 ? rule.closed() : rule;
    }

    private List<ConsentProvision> denials() {
        var denials = new ArrayList<ConsentProvision>();
        for (var count = random.nextInt(3); count > 0; count--) {
            denials.add(new ConsentProvision(
                    random.nextBoolean() ? null : pick(Asked.HOSPITAL, new FacilityId(8)),
                    random.nextInt(4) == 0 ? -1 : random.nextLong() | 1,
                    random.nextBoolean() ? labels() | Label.HIV.mask() : ConsentProvision.WHATEVER,
                    random.nextBoolean() ? day() : null,
                    null));
        }
        return denials;
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(90));
    }

    private long labels() {
        return Arrays.stream(Label.values())
                .filter(label -> random.nextInt(5) == 0)
                .mapToLong(Label::mask)
                .reduce(0, (all, one) -> all | one);
    }

    private RowFacts row() {
        return new RowFacts(
                labels(),
                moment(),
                Asked.NOW.minusHours(random.nextInt(800)),
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                department());
    }

    private @Nullable String department() {
        return random.nextInt(3) == 0 ? null : pick(DEPARTMENTS.toArray(String[]::new));
    }

    /// Often near midnight in Japan, where a day ends.
    private OffsetDateTime moment() {
        return day().atStartOfDay(Disclosure.JAPAN)
                .toOffsetDateTime()
                .plusSeconds(random.nextInt(3) - 1L)
                .plusHours(random.nextInt(2) * 11L);
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
