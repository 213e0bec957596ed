package hmnet.office.patientlist;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.office.patientlist.PatientList.PatientListFilter;
import hmnet.office.patientlist.PatientList.PatientListQuery;
import hmnet.office.patientlist.PatientList.PatientRow;
import hmnet.office.reviewdesk.Desk;
import hmnet.people.folding.SearchedReading;
import hmnet.people.links.LinkSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A facility's list of its own patients.
class PatientListTest extends Desk {
    @Autowired
    PatientList list;

    @Autowired
    Protections protections;

    private FacilityId hospital = new FacilityId(0);

    @SuppressWarnings("NullAway.Init") // before each test
    private Requester clerk;

    @BeforeEach
    void aHospitalOfItsOwn() {
        hospital = hospital();
        clerk = deskOf(hospital);
    }

    private List<PatientRow> page(PatientListQuery asked, int limit) {
        return Objects.requireNonNull(transaction.execute(status -> list.page(asked, limit)));
    }

    private List<PatientRow> shown(PatientListFilter shown) {
        return page(new PatientListQuery(clerk, "", false, shown, "", 0), 100);
    }

    @Test
    void eachPatientSaysWhetherTheyAreLinkedHaveACardAndAgreed() {
        var tied = number();
        var stranger = number();
        resident(ConsentChoice.EVERYTHING, hospital, tied);
        arrived(hospital, stranger);
        assertThat(shown(PatientListFilter.ALL)).extracting(PatientRow::number).containsExactly(tied, stranger);
        assertThat(shown(PatientListFilter.LINKED)).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(tied);
            assertThat(row.source()).isEqualTo(LinkSource.DESK);
            assertThat(row.card()).isTrue();
            assertThat(row.consent()).isEqualTo(ConsentState.GIVEN);
        });
        for (var without :
                List.of(PatientListFilter.UNLINKED, PatientListFilter.NO_CARD, PatientListFilter.NOT_GIVEN)) {
            assertThat(shown(without)).extracting(PatientRow::number).containsExactly(stranger);
        }
        assertThat(shown(PatientListFilter.WITHDRAWN)).isEmpty();
    }

    @Test
    void noOtherFacilitysPatientIsEverOnIt() {
        arrived(hospital(), number());
        assertThat(shown(PatientListFilter.ALL)).isEmpty();
    }

    @Test
    void itIsReadPageByPage() {
        var numbers = List.of(number(), number(), number());
        numbers.forEach(number -> arrived(hospital, number));
        var read = new ArrayList<String>();
        var asked = new PatientListQuery(clerk, "", false, PatientListFilter.ALL, "", 0);
        for (var page = page(asked, 2); !page.isEmpty(); page = page(asked, 2)) {
            page.forEach(row -> read.add(row.number()));
            asked = asked.behind(page.getLast());
        }
        assertThat(read).containsExactlyElementsOf(numbers);
    }

    @Test
    void aReadingIsFoundHoweverItIsWritten() {
        var number = number();
        arrived(hospital, number);
        var kana = shown(PatientListFilter.ALL).getFirst().kana();
        var begin = kana.substring(0, 2);
        var hiragana = begin.codePoints()
                .map(c -> c >= 'ァ' && c <= 'ヶ' ? c - 0x60 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        for (var search : List.of(begin, hiragana)) {
            assertThat(page(
                            new PatientListQuery(
                                    clerk, SearchedReading.folded(search), true, PatientListFilter.ALL, "", 0),
                            10))
                    .extracting(PatientRow::number)
                    .containsExactly(number);
        }
        assertThat(page(
                        new PatientListQuery(clerk, SearchedReading.folded("ンンン"), true, PatientListFilter.ALL, "", 0),
                        10))
                .isEmpty();
        assertThat(SearchedReading.folded("ｶﾞｯｺｳ ヂ")).isEqualTo(SearchedReading.folded("がつこうじ"));
    }

    @Test
    void whoIsLeftOutOfMatchingStandsThereLikeAnybodyNotLinked() {
        var number = number();
        var patient = linkedByMatching(hospital, number);
        assertThat(shown(PatientListFilter.LINKED)).hasSize(1);
        matchExclusions.leave(personOf(patient).orElseThrow(), "protected", Actor.staff(1));
        assertThat(shown(PatientListFilter.LINKED)).isEmpty();
        assertThat(shown(PatientListFilter.ALL)).singleElement().satisfies(row -> {
            assertThat(row.source()).isNull();
            assertThat(row.card()).isFalse();
            assertThat(row.consent()).isEqualTo(ConsentState.NONE);
        });
    }

    @Test
    void whoIsProtectedFromTheFacilityReadsAsNotLinkedThereEvenByItsOwnTie() {
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        assertThat(shown(PatientListFilter.LINKED)).hasSize(1);
        protections.begin(person, new ProtectionOrder("person", "photo", Set.of(hospital), Set.of()), office());
        for (var without : List.of(
                PatientListFilter.ALL,
                PatientListFilter.UNLINKED,
                PatientListFilter.NO_CARD,
                PatientListFilter.NOT_GIVEN)) {
            assertThat(shown(without)).singleElement().satisfies(row -> {
                assertThat(row.number()).isEqualTo(number);
                assertThat(row.source()).isNull();
                assertThat(row.card()).isFalse();
                assertThat(row.consent()).isEqualTo(ConsentState.NONE);
            });
        }
        for (var with : List.of(PatientListFilter.LINKED, PatientListFilter.CARD, PatientListFilter.GIVEN)) {
            assertThat(shown(with)).isEmpty();
        }
    }
}
