package hmnet.office.portal;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.provisions.DeniedReaders;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Visitor;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.WaitingWork;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The home page says how much waits, and what stays closed.
class WaitingWorkTest extends Ward {
    @Autowired
    private HomePage homePage;

    @Autowired
    private List<WaitingWork> works;

    private String home(Requester of, Visitor as) {
        var frame = Preview.frame(Language.JAPANESE, as, "/");
        return Objects.requireNonNull(homePage.show(null, of, frame).getBody());
    }

    private long waiting(String path, Requester by) {
        return works.stream()
                .filter(work -> work.path().equals(path))
                .mapToLong(work -> work.waiting(by))
                .sum();
    }

    @Test
    void everyNumberStandsAtAnEntryOfTheMenu() {
        var offered = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/").menu();
        var desk = Preview.frame(Language.JAPANESE, Preview.DESK, "/").menu();
        assertThat(works)
                .isNotEmpty()
                .allSatisfy(work -> assertThat(List.of(offered, desk))
                        .anySatisfy(menu ->
                                assertThat(menu).anyMatch(entry -> entry.path().equals(work.path()))));
    }

    @Test
    void theOperatorSeesHowManyFilesAndCardsWait() {
        var office = office();
        var files = waiting("/intake/quarantine", office);
        var printing = waiting("/office/batches", office);
        filed(hospital(), new ReceivedFile("x.txt", "MSH|^~\\&|HIS|H\rPID|1\r".getBytes(StandardCharsets.US_ASCII)));
        card();
        assertThat(waiting("/intake/quarantine", office)).isEqualTo(files + 1);
        assertThat(waiting("/office/batches", office)).isEqualTo(printing + 1);
        assertThat(home(office, Preview.OPERATOR)).contains(">" + (files + 1) + " 件<", ">" + (printing + 1) + " 件<");
    }

    /// Everything that a second person, or anybody at all, has to answer stands as a number on the first page.
    @Test
    void eachQueueOfTheOfficeHasItsNumber() {
        assertThat(works)
                .extracting(WaitingWork::path)
                .doesNotHaveDuplicates()
                .contains(
                        "/reviews",
                        "/office/numbers",
                        "/desk/numbers",
                        "/office/joined",
                        "/protection",
                        "/intake/feeds",
                        "/intake/quarantine",
                        "/doubles",
                        "/office/facilities",
                        "/office/machines",
                        "/office/witnesses",
                        "/incidents",
                        "/alerts",
                        "/staff",
                        "/participation",
                        "/erasures",
                        "/desk",
                        "/disclosure-rules",
                        "/disclosure-stop");
    }

    @Test
    void aMessageThatFitsNobodyIsCountedAtItsDeskAndAtTheOffice() {
        var office = office();
        var hospital = hospital();
        var desk = at(hospital, Profession.RECEPTION);
        var other = at(hospital(), Profession.RECEPTION);
        var before = waiting("/office/numbers", office);
        var number = number();
        filed(hospital, Papers.of(number).profile());
        filed(
                hospital,
                Papers.of(number)
                        .later(30)
                        .called("仮名", "太郎", "カメイ", LocalDate.of(1981, 7, 1))
                        .profile());
        assertThat(waiting("/desk/numbers", desk)).isEqualTo(1);
        assertThat(waiting("/desk/numbers", other)).isZero();
        assertThat(waiting("/office/numbers", office)).isEqualTo(before + 1);
        assertThat(home(office, Preview.OPERATOR)).contains("href=\"/office/numbers\"");
    }

    @Test
    void whoTakesApplicationsOfProtectionReadsNoNumberThere() {
        assertThat(works).filteredOn(work -> work.path().equals("/protection")).allSatisfy(work -> {
            assertThat(work.concerns(office())).isTrue();
            assertThat(work.concerns(at(hospital(), Profession.NURSE))).isFalse();
        });
    }

    /// U20.
    @Test
    void whoWithdrewIsNotGreen() {
        var desk = at(facility(FacilityKind.CLINIC), Profession.RECEPTION);
        var doctor = at(desk.facility(), Profession.DOCTOR);
        var person = resident(ConsentChoice.NOTHING, hospital(), number());
        relations.begin(desk, person, RelationOrigin.CARD);
        assertThat(home(desk, Preview.DESK)).contains("同意を撤回されています").doesNotContain("badge good");
        assertThat(home(doctor, Preview.DOCTOR)).contains("同意を撤回されています").doesNotContain("badge good");
        var other = resident(ConsentChoice.EVERYTHING, hospital(), number());
        relations.begin(desk, other, RelationOrigin.CARD);
        denied(other, DeniedReaders.of(doctor.facility()), -1);
        assertThat(home(doctor, Preview.DOCTOR)).contains("ご本人がこの施設への開示を止めています");
    }
}
