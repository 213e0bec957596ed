package hmnet.consent.sight;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.decisions.Audience;
import hmnet.consent.decisions.Condition.SeenPart;
import hmnet.consent.decisions.Decision.Granted;
import hmnet.consent.decisions.DecisionBasis;
import hmnet.consent.decisions.Decisions;
import hmnet.consent.decisions.Rules;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.provisions.ConsentProvision;
import hmnet.consent.provisions.DeniedReaders;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.residents.ResidentWard;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Who would see what, told to the resident and the office by the conditions that decide.
class SightTest extends ResidentWard {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/consents/sight");

    @Autowired
    private OfficeSightPage page;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Rules rules;

    @Autowired
    private Audit audit;

    @Autowired
    private SignInAccounts signInAccounts;

    @Autowired
    private Tickets tickets;

    @Autowired
    private TransactionTemplate transaction;

    /// Somebody known at a hospital, who chose something; and a doctor elsewhere to whom the card was shown.
    private record Known(Card card, PersonId person, Requester doctor, FacilityId hospital) {}

    private Known known(ConsentChoice choice) {
        var card = card();
        var person = card.holder().id();
        var number = number();
        var hospital = hospital();
        consents.record(person, choice, "paper", ConsentNotice.FIRST, office());
        relations.tie(at(hospital, Profession.RECEPTION), person, number);
        filed(hospital, Papers.of(number).visit());
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return new Known(card, person, doctor, hospital);
    }

    private DecisionBasis basis(Requester reader, PersonId person) {
        return Objects.requireNonNull(
                transaction.execute(status -> decisions.explain(reader, person, Purpose.TREATMENT)));
    }

    private static String asked(Browser browser, Requester reader, String profession) {
        return browser.get("/my/sight?reader=f" + reader.facility().value() + "&profession=" + profession)
                .body();
    }

    @Test
    void whatIsExplainedIsWhatTheGrantOpens() {
        var known = known(ConsentChoice.MEDICINES_AND_EMERGENCY);
        rules.add(
                known.hospital(),
                LocalDate.of(2026, 4, 1),
                RecordKind.DISPENSING.mask(),
                null,
                Audience.PROFESSIONAL,
                false,
                0,
                "見本");
        var basis = basis(known.doctor(), known.person());
        var grant = ((Granted) basis.decision()).grant();
        assertThat(basis.kinds()).hasSize(RecordKind.values().length);
        for (var kind : basis.kinds()) {
            var opened = grant.lines().stream()
                    .anyMatch(line -> (line.kinds() & kind.kind().mask()) != 0
                            && line.facility().equals(kind.source()));
            assertThat(kind.reach() != SeenPart.NONE).as("%s", kind).isEqualTo(opened);
        }
    }

    @Test
    void aResidentReadsWhatADoctorSeesAndWhy() {
        var known = known(ConsentChoice.EVERYTHING_BUT_SENSITIVE);
        var browser = signedIn(known.card());
        assertThat(browser.get("/my/sight").body())
                .contains(known.doctor().facilityName(), "つながりのない薬局")
                .doesNotContain("いま開けます");
        assertThat(asked(browser, known.doctor(), "doctor"))
                .contains(known.doctor().facilityName() + "の医師", "いま開けます", "ネットワーク標準の開示ルール")
                .contains("次の記録は見えません", "精神科の記録")
                .as("nobody is told that something may not have been said yet")
                .doesNotContain("未告知");
        assertThat(asked(browser, known.doctor(), "pharmacist")).contains("薬剤師が見る種別ではありません");
    }

    @Test
    void aStrangersPharmacyWouldSeeNothingUntilTheCardIsShown() {
        var known = known(ConsentChoice.EVERYTHING);
        assertThat(signedIn(known.card())
                        .get("/my/sight?reader=k-pharmacy&profession=pharmacist")
                        .body())
                .contains("つながりがないため、いまは何も見えません", "一部が見えます");
    }

    @Test
    void whatWasKeptBackIsToldToItsOwner() {
        var known = known(ConsentChoice.EVERYTHING);
        denied(known.person(), DeniedReaders.of(known.doctor().facility()), RecordKind.DIAGNOSIS.mask());
        assertThat(asked(signedIn(known.card()), known.doctor(), "doctor")).contains("「見せないと決めたもの」により閉じています");
        denied(
                known.person(),
                DeniedReaders.of(known.doctor().facility()),
                new ConsentProvision(null, -1, Label.PSYCHIATRY.mask(), null, null));
        assertThat(asked(signedIn(known.card()), known.doctor(), "doctor")).contains("「見せないと決めたもの」により、次の記録は見えません: 精神科");
        signedIn(known.card()).post("/my/consent/withdrawal", Map.of());
        assertThat(asked(signedIn(known.card()), known.doctor(), "doctor"))
                .contains("同意が撤回されているため、開けません", "見える記録はありません");
    }

    @Test
    void aHospitalThatIsKeptBackWholeStandsNowhereForAReader() {
        var known = known(ConsentChoice.EVERYTHING);
        var number = number();
        var other = hospital();
        relations.tie(at(other, Profession.RECEPTION), known.person(), number);
        filed(other, Papers.of(number).visit());
        var name = facilities.get(other).name();
        var shown = facilities.get(known.hospital()).name();
        var reasons = "/people/" + known.person() + "/reasons";
        var doctor = SignedIn.browser(
                port, signInAccounts, known.doctor().staff(), known.doctor().login());
        assertThat(doctor.get(reasons).body()).contains(shown, name);
        // Its own rule closes a kind besides, which would be named.
        rules.add(
                other,
                LocalDate.of(2026, 4, 1),
                RecordKind.DIAGNOSIS.mask(),
                null,
                Audience.PROFESSIONAL,
                false,
                0,
                "見本");
        denied(
                known.person(),
                DeniedReaders.of(known.doctor().facility()),
                new ConsentProvision(other, -1, ConsentProvision.WHATEVER, null, null));
        assertThat(doctor.get(reasons).body()).contains(shown).doesNotContain(name);
        assertThat(doctor.get("/people/" + known.person() + "/summary").body())
                .contains(shown)
                .doesNotContain(name);
        var stranger = doctor();
        var noTie = SignedIn.browser(port, signInAccounts, stranger.staff(), stranger.login());
        assertThat(noTie.get(reasons).statusCode()).as("no tie").isEqualTo(404);
    }

    @Test
    void nobodyAsksAboutAFacilityThatIsNoneOfTheirOwn() {
        var known = known(ConsentChoice.EVERYTHING);
        var other = known(ConsentChoice.EVERYTHING);
        assertThat(asked(signedIn(other.card()), known.doctor(), "doctor"))
                .contains("施設と職種の両方をえらんでください")
                .doesNotContain(known.doctor().facilityName());
        assertThat(browser().get("/my/sight").statusCode()).isEqualTo(303);
    }

    @Test
    void theOfficeExplainsAChartToWhoeverCallsAndSeesNoRecord() {
        var known = known(ConsentChoice.EVERYTHING);
        var office = office();
        assertThat(explained(office, known, known.doctor().login(), ""))
                .contains("いま開けます", known.doctor().facilityName())
                .doesNotContain("受診");
        denied(known.person(), DeniedReaders.of(known.doctor().staff()), -1);
        assertThat(explained(office, known, known.doctor().login(), ""))
                .as("what is closed to one member of staff counts")
                .contains("すべてを見せないことになっている");
        var clinic = facilities.get(known.doctor().facility()).code();
        assertThat(explained(office, known, clinic, "nurse")).contains("いま開けます", "看護師");
        assertThat(explained(office, known, clinic, "")).contains("見つかりません");
        assertThat(explained(office, known, "nobody", "doctor")).contains("見つかりません");
        assertThat(audit.of(known.person().value(), 500).stream()
                        .filter(entry -> entry.action() == Action.SIGHT_EXPLAINED))
                .as("each answer stands in the person's log")
                .hasSize(3);
    }

    @Test
    void withoutAProofOfTheCardTheOfficeIsTakenBack() {
        var known = known(ConsentChoice.EVERYTHING);
        var other = tickets.write(new Ticket(known.person(), "consent"), office());
        assertThat(page.show(other, known.doctor().login(), "", doctor(), FRAME).getStatusCode())
                .isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(page.show("", known.doctor().login(), "", office(), FRAME).getStatusCode())
                .isEqualTo(HttpStatus.SEE_OTHER);
    }

    private String explained(Requester office, Known known, String reader, String profession) {
        var card = tickets.write(new Ticket(known.person(), "consent"), office);
        return Objects.requireNonNull(
                page.show(card, reader, profession, office, FRAME).getBody());
    }
}
