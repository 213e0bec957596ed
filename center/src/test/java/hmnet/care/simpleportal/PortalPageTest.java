package hmnet.care.simpleportal;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergency.EmergencyWard;
import hmnet.care.today.TodaysPatients;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A care office finds its way by three buttons.
class PortalPageTest extends EmergencyWard {
    @Autowired
    private TodaysPatients patients;

    @Autowired
    private Protections protections;

    private FacilityId office;
    private Browser carer;

    @BeforeEach
    void aCareOffice() {
        office = facility(FacilityKind.VISITING_NURSE);
        carer = member(office, Profession.NURSE, false).browser();
    }

    private String checked(String code) {
        return carer.post("/portal/registration", Map.of("code", code)).body();
    }

    @Test
    void aButtonACardAndHerMeasurementsAreThere() {
        var card = card();
        consents.record(card.holder().id(), ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        assertThat(carer.get("/portal").body()).contains("健康手帳ビューワ", "HMカード登録確認", "検査データ");
        var code = cards.qrOf(card.number());
        var holder = leads(carer.post("/cards/reading", Map.of("code", code, "then", "home-vitals")));
        assertThat(holder).startsWith("/cards/holder?card=").endsWith("&then=home-vitals");
        var ticket = carer.get(holder).body().replaceAll("(?s).*name=\"card\" value=\"([^\"]+)\".*", "$1");
        assertThat(leads(carer.post("/relations", Map.of("card", ticket, "then", "home-vitals"))))
                .isEqualTo("/people/" + card.holder().id() + "/home-vitals");
        assertThat(leads(carer.post("/cards/reading", Map.of("code", code, "then", "laboratory"))))
                .isEqualTo("/people/" + card.holder().id() + "/laboratory");
        assertThat(leads(carer.post("/cards/reading", Map.of("code", code, "then", "//elsewhere.example"))))
                .as("to no other page")
                .isEqualTo("/people/" + card.holder().id() + "/summary");
    }

    @Test
    void thoseOfTodayStandThereWithTheWayToTheirPage() {
        var reader = at(office, Profession.NURSE);
        var tied = card();
        relations.begin(reader, tied.holder().id(), RelationOrigin.CARD);
        patients.add(reader, tied.holder().id());
        var untied = card();
        patients.add(reader, untied.holder().id());
        assertThat(carer.get("/portal/results").body())
                .contains("/people/" + tied.holder().id() + "/laboratory")
                .doesNotContain(untied.holder().id().toString());
        assertThat(carer.get("/portal/viewer").body())
                .contains("/people/" + tied.holder().id() + "/home-vitals");
    }

    @Test
    void theCheckOfACardTellsConsentToThoseAloneWhoAreLinked() {
        var card = card();
        consents.record(card.holder().id(), ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        var code = cards.qrOf(card.number());
        assertThat(checked(code))
                .contains("使えるカードです", card.holder().name(), "まだつながっていません")
                .doesNotContain("記録の共有に同意しています");
        assertThat(relations.holds(office, card.holder().id()))
                .as("a look begins nothing")
                .isFalse();
        relations.begin(at(office, Profession.NURSE), card.holder().id(), RelationOrigin.CARD);
        assertThat(checked(code)).contains("記録の共有に同意しています");
        cards.end(card.holder().id(), "lost", office());
        assertThat(checked(code))
                .contains("使えなくなったカード")
                .doesNotContain(card.holder().name());
    }

    @Test
    void aNumberAnIndividualNumberAndAProtectedCardAreRefused() {
        assertThat(checked("HM1.0000000000000.1.000000000000")).contains("登録のないカード");
        var card = card();
        assertThat(checked(card.number().value())).contains("番号だけでは確かめられません");
        protections.begin(card.holder().id(), new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        var answer = checked(cards.qrOf(card.number()));
        assertThat(answer).contains("登録のないカード").doesNotContain(card.holder().name());
    }

    @Test
    void aReceptionChecksCardsAndReadsNoResults() {
        var reception = member(office, Profession.RECEPTION, false).browser();
        assertThat(reception.get("/portal").body()).contains("HMカード登録確認").doesNotContain("/portal/results");
        assertThat(reception.get("/portal/results").statusCode()).isEqualTo(404);
        assertThat(reception.get("/portal/viewer").statusCode()).isEqualTo(404);
    }
}
