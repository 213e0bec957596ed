package hmnet.record.charts;

import static hmnet.record.filing.Papers.ast;
import static hmnet.record.filing.Papers.hiv;
import static hmnet.record.filing.Papers.protein;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.Audience;
import hmnet.consent.decisions.Rules;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A hospital shows its results three days after they came; a correction is no new result.
class KeptReleasesTest extends Ward {
    private static final String ORDER = "000000000000031";
    private static final int DAYS = 3;
    private static final Pattern CODING = Pattern.compile("\"system\":\"([^\"]+)\",\"code\":\"([^\"]+)\"");

    @Autowired
    private Rules rules;

    @Autowired
    private DataKeys keys;

    @Autowired
    private Envelopes envelopes;

    private final String number = number();
    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();
    private @Nullable Requester doctor;

    @BeforeEach
    void aHospitalShowsResultsAfterThreeDays() {
        hospital = hospital();
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var caring = doctor();
        relations.begin(caring, person, RelationOrigin.CARD);
        doctor = caring;
        var kinds = RecordKind.LABORATORY.mask() | RecordKind.LAB_SAFETY.mask();
        rules.add(hospital, LocalDate.of(2026, 1, 1), kinds, null, Audience.PROFESSIONAL, true, DAYS, "agreed");
    }

    @Test
    void aCorrectedValueIsShownAsSoonAsTheOldOneWas() throws SQLException {
        filed(hospital, results(0, ast("31", "F"), protein("7.2")));
        assertThat(shownKinds()).isEmpty();
        olderByDays(DAYS + 2);
        assertThat(shownKinds()).hasSize(2);
        filed(hospital, results(1, ast("33", "C"), protein("7.2")));
        assertThat(shownKinds()).hasSize(2);
        assertThat(shown(caring(), person)).anyMatch(ChartEntry::correction);
        filed(hospital, results(2, ast("34", "C"), protein("7.2")));
        assertThat(shownKinds()).as("a correction of the correction").hasSize(2);
    }

    @Test
    void aCorrectionWaitsTheRestOfTheOldValuesDelay() throws SQLException {
        filed(hospital, results(0, ast("31", "F")));
        olderByDays(DAYS - 1);
        filed(hospital, results(1, ast("33", "C")));
        assertThat(shownKinds()).isEmpty();
        aDayPassesForDelays();
        assertThat(shownKinds()).hasSize(1);
    }

    @Test
    void whatACorrectionTellsForTheFirstTimeWaitsItsOwnDelay() throws SQLException {
        filed(hospital, results(0, ast("31", "F")));
        olderByDays(DAYS + 2);
        filed(hospital, results(1, ast("33", "C"), protein("7.2")));
        assertThat(shownKinds()).containsExactly(RecordKind.LAB_SAFETY);
    }

    @Test
    void aResultWithoutACodeInACorrectionWaitsItsOwnDelay() throws SQLException {
        filed(hospital, results(0, ast("31", "F"), protein("7.2")));
        olderByDays(DAYS + 2);
        filed(hospital, results(1, ast("33", "C"), protein("7.2"), named("", "", "病理組織診断")));
        assertThat(shownKinds()).containsExactly(RecordKind.LAB_SAFETY);
    }

    @Test
    void wordsAloneInheritNoRelease() throws SQLException {
        filed(hospital, results(0, named("", "", "細胞診")));
        olderByDays(DAYS + 2);
        assertThat(shownKinds()).hasSize(1);
        filed(hospital, results(1, named("", "", "病理組織診断"), ast("33", "C")));
        assertThat(shownKinds()).isEmpty();
    }

    @Test
    void anotherResultUnderOneOwnCodeWaitsItsOwnDelay() throws SQLException {
        filed(hospital, results(0, ast("31", "F"), named("Z99", "99XY1", "その他 甲")));
        olderByDays(DAYS + 2);
        filed(hospital, results(1, ast("33", "C"), named("Z99", "99XY1", "その他 甲")));
        assertThat(shownKinds()).as("the same is told again").hasSize(2);
        filed(hospital, results(2, ast("33", "C"), named("Z99", "99XY1", "その他 乙")));
        assertThat(shownKinds()).containsExactly(RecordKind.LAB_SAFETY);
    }

    @Test
    void oneMoreResultOfTheSameCodeWaitsItsOwnDelay() throws SQLException {
        filed(hospital, results(0, ast("31", "F"), protein("7.2")));
        olderByDays(DAYS + 2);
        filed(hospital, results(1, ast("33", "C"), protein("7.2"), protein("1.1")));
        assertThat(shownKinds()).containsExactly(RecordKind.LAB_SAFETY);
    }

    private static LabItem named(String code, String system, String name) {
        return new LabItem(
                new CodedText(code, name, system), CodedText.NONE, "ST", "所見あり", CodedText.NONE, "", "", "F");
    }

    @Test
    void aNewerResultThatIsNoCorrectionWaits() throws SQLException {
        filed(hospital, results(0, ast("31", "F")));
        olderByDays(DAYS + 2);
        filed(hospital, results(1, ast("33", "F")));
        assertThat(shownKinds()).isEmpty();
    }

    @Test
    void whatWasPreliminaryHandsNothingOnToWhatIsFinal() throws SQLException {
        filed(hospital, results(0, ast("31", "P")));
        olderByDays(DAYS + 2);
        filed(hospital, results(1, ast("33", "C")));
        assertThat(shownKinds()).isEmpty();
    }

    @Test
    void whatWasToldToThePatientStaysTold() throws SQLException {
        filed(hospital, results(0, ast("31", "F"), hiv()));
        asOwner("update record set released_at = now() where kind = " + RecordKind.LAB_SAFETY.bit());
        assertThat(shownKinds()).containsExactly(RecordKind.LAB_SAFETY);
        filed(hospital, results(1, ast("33", "C"), hiv()));
        assertThat(shownKinds()).containsExactly(RecordKind.LAB_SAFETY);
    }

    /// Earlier versions keyed codes to the patient alone.
    @Test
    void aCorrectionOfAnOlderVersionsResultIsShownAtOnce() throws SQLException {
        filed(hospital, results(0, ast("31", "F"), protein("7.2")));
        assertThat(codesAsOfBefore()).as("codes of two rows").isGreaterThan(1);
        olderByDays(DAYS + 2);
        assertThat(shownKinds()).hasSize(2);
        filed(hospital, results(1, ast("33", "C"), protein("7.2")));
        assertThat(shownKinds()).hasSize(2);
    }

    private int codesAsOfBefore() throws SQLException {
        var key = keys.of(hospital, number);
        var changed = 0;
        try (var connection = owner();
                var rows = connection
                        .createStatement()
                        .executeQuery("select id, patient, codes, content from record where facility = "
                                + hospital.value())) {
            while (rows.next()) {
                var id = rows.getObject("id", UUID.class);
                var patient = rows.getLong("patient");
                var content = rows.getBytes("content");
                var place = EnvelopeContext.ofRecord(hospital.value(), patient, id, 'c');
                var told = new String(envelopes.with(envelope -> envelope.open(content, place)), UTF_8);
                var former = new HashMap<Long, Long>();
                CODING.matcher(told)
                        .results()
                        .map(coding -> coding.group(1) + "|" + coding.group(2))
                        .forEach(code ->
                                former.put(key.code(code), seals.of(patient).code(code)));
                var codes = (Long[]) rows.getArray("codes").getArray();
                assertThat(former.keySet()).as(told).contains(codes);
                var each = Stream.of(codes)
                        .map(code -> String.valueOf(former.get(code)))
                        .sorted()
                        .toList();
                try (var update = connection.createStatement()) {
                    changed += update.executeUpdate("update record set codes = '{" + String.join(",", each)
                            + "}' where patient = " + patient + " and id = '" + id + "'");
                }
            }
            connection.commit();
        }
        return changed;
    }

    private Requester caring() {
        return Objects.requireNonNull(doctor);
    }

    private List<RecordKind> shownKinds() {
        return shown(caring(), person).stream().map(ChartEntry::kind).toList();
    }

    private ReceivedFile results(int hoursLater, LabItem... items) {
        var file = Papers.of(number).results(ORDER, items);
        return new ReceivedFile(file.path().replace("102030456", (10 + hoursLater) + "2030456"), file.body());
    }

    private void olderByDays(int days) throws SQLException {
        asOwner("update record set received_at = received_at - interval '%d days' where true".formatted(days));
    }

    private void aDayPassesForDelays() throws SQLException {
        asOwner("update record set counts_from = counts_from - interval '1 day 1 minute' where true");
    }

    private void asOwner(String update) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(update + " and facility = " + hospital.value());
            connection.commit();
        }
    }
}
