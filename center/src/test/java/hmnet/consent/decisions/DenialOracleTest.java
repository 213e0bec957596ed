package hmnet.consent.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.policy.FirstPolicy;
import hmnet.consent.provisions.ConsentProvision;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A hundred thousand random records under random consents with random denials: the grant shows exactly those that an
/// oracle shows, which knows no lines, only one record and what was said of it.
class DenialOracleTest {
    private static final int CASES = 100_000;
    private static final int RECORDS = 20;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final long SENSITIVE =
            Label.PSYCHIATRY.mask() | Label.HIV.mask() | Label.GENETIC.mask() | Label.ABUSE.mask();

    private final SplittableRandom random = new SplittableRandom(20261125);

    /// A record as the oracle sees it.
    private record Row(RecordKind kind, long labels, OffsetDateTime occurred) {}

    @Test
    void theGrantShowsWhatTheOracleShows() {
        var shown = 0;
        var hidden = 0;
        for (var round = 0; round < CASES / RECORDS; round++) {
            var profession = pick(Profession.DOCTOR, Profession.PHARMACIST, Profession.NURSE);
            var choice = pick(
                    ConsentChoice.EVERYTHING,
                    ConsentChoice.EVERYTHING_BUT_SENSITIVE,
                    ConsentChoice.MEDICINES_AND_EMERGENCY);
            var denials = denials();
            var grant = Asked.by(profession, choice).denying(denials).grant();
            var undenied = Asked.by(profession, choice).grant();
            for (var record = 0; record < RECORDS; record++) {
                var row = row();
                var expected = lets(undenied, row) && denials.stream().noneMatch(one -> denies(one, row, profession));
                assertThat(lets(grant, row))
                        .as("%s of %s by %s, %s, denied %s", row, Asked.HOSPITAL, profession, choice, denials)
                        .isEqualTo(expected);
                shown += expected ? 1 : 0;
                hidden += !expected && lets(undenied, row) ? 1 : 0;
            }
        }
        assertThat(shown).as("records that stay").isGreaterThan(CASES / 20);
        assertThat(hidden).as("records that denials alone keep").isGreaterThan(CASES / 20);
    }

    /// No line lets through what another does: counts stay exact.
    @Test
    void noRecordIsShownTwice() {
        for (var round = 0; round < 2_000; round++) {
            var grant = Asked.by(Profession.DOCTOR, ConsentChoice.EVERYTHING)
                    .denying(denials())
                    .grant();
            var row = row();
            assertThat(grant.lines().stream().filter(line -> lets(line, row))).hasSizeLessThan(2);
        }
    }

    /// In the words of the form: a record of these kinds, of this hospital, of care from this day to that one, that
    /// bears one of these labels; except that a safety check sees what it may of a label.
    private static boolean denies(ConsentProvision denial, Row row, Profession profession) {
        var day = row.occurred().atZoneSameInstant(ZoneId.of("Asia/Tokyo")).toLocalDate();
        var ofHospital = denial.source() == null || denial.source().equals(Asked.HOSPITAL);
        var inTime = (denial.careFrom() == null || !day.isBefore(denial.careFrom()))
                && (denial.careUntil() == null || !day.isAfter(denial.careUntil()));
        if ((denial.kinds() & row.kind().mask()) == 0 || !ofHospital || !inTime) {
            return false;
        }
        var unsafe = row.labels()
                & ~FirstPolicy.BOOK.of(profession, FacilityKind.CLINIC, FIRST).safe(row.kind());
        return denial.labels() == ConsentProvision.WHATEVER || (unsafe & denial.labels()) != 0;
    }

    private static boolean lets(Grant grant, Row row) {
        return grant.lines().stream().anyMatch(line -> lets(line, row));
    }

    private static boolean lets(GrantLine line, Row row) {
        return (line.kinds() & row.kind().mask()) != 0
                && (row.labels() & ~line.labels()) == 0
                && !row.occurred().isBefore(line.since())
                && row.occurred().isBefore(line.until());
    }

    private List<ConsentProvision> denials() {
        var denials = new ArrayList<ConsentProvision>();
        for (var count = random.nextInt(4); count > 0; count--) {
            var from = day();
            var until = day();
            denials.add(new ConsentProvision(
                    random.nextBoolean() ? null : pick(Asked.HOSPITAL, new FacilityId(8)),
                    random.nextInt(4) == 0 ? -1 : random.nextLong() | 1,
                    random.nextInt(3) == 0
                            ? random.nextLong() & SENSITIVE | Label.HIV.mask()
                            : ConsentProvision.WHATEVER,
                    from == null || until == null || !until.isBefore(from) ? from : until,
                    from == null || until == null || !until.isBefore(from) ? until : from));
        }
        return denials;
    }

    private @Nullable LocalDate day() {
        return random.nextInt(3) == 0 ? null : FIRST.plusDays(random.nextInt(60));
    }

    /// Often near midnight in Japan, where a day ends.
    private Row row() {
        var midnight = FIRST.plusDays(random.nextInt(60))
                .atStartOfDay(ZoneId.of("Asia/Tokyo"))
                .toOffsetDateTime();
        var labels = random.nextInt(2) == 0 ? 0 : random.nextLong() & SENSITIVE;
        return new Row(
                pick(RecordKind.values()),
                labels,
                midnight.plusSeconds(random.nextInt(3) - 1L).plusHours(random.nextInt(2) * 11L));
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
