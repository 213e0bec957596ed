package hmnet.directory;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.design.Frame;
import hmnet.design.Language;
import hmnet.design.Preview;
import hmnet.directory.FacilityScreen.Called;
import hmnet.exchange.Domains;
import hmnet.records.Ward;
import hmnet.routes.Right;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What facilities are called from which day on, and the operators' page of it.
class AttributesTest extends Ward {
    private static final AtomicInteger CODES = new AtomicInteger(3_499_000);
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/facilities");

    @Autowired
    private Attributes attributes;

    @Autowired
    private Domains domains;

    @Autowired
    private FacilitiesPage page;

    @Autowired
    private SuccessionPage succession;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    private static String code() {
        return "341" + CODES.incrementAndGet();
    }

    @Test
    void whatAFacilityIsCalledTomorrowItIsNotCalledToday() {
        var hospital = hospital();
        var former = facilities.get(hospital).code();
        assertThat(attributes.add(hospital, new Called(today.plusDays(1), code(), "明日の病院", "見本会"), office()))
                .isTrue();
        assertThat(facilities.get(hospital).code()).isEqualTo(former);
        assertThat(attributes.add(hospital, new Called(today.plusDays(1), code(), "他の病院", ""), office()))
                .as("nothing is overwritten")
                .isFalse();
    }

    @Test
    void numbersUnderAFormerCodeAreFoundAndTheCodeIsNobodyElses() {
        var hospital = older();
        var former = facilities.get(hospital).code();
        var fresh = code();
        assertThat(attributes.add(hospital, new Called(today, fresh, "見本記念病院", "見本会"), office()))
                .isTrue();
        assertThat(facilities.get(hospital).name()).isEqualTo("見本記念病院");
        for (var code : List.of(former, fresh)) {
            assertThat(facilities.byCode(code).map(Facility::id)).contains(hospital);
        }
        assertThat(attributes.codesOf(hospital)).contains(former, fresh);
        await(() -> domains.find(former).isPresent());
        assertThat(domains.find(former))
                .hasValueSatisfying(domain -> assertThat(domain.facility()).isEqualTo(hospital));
        assertThat(attributes.add(hospital(), new Called(today.plusDays(2), former, "別の病院", ""), office()))
                .isFalse();
    }

    /// Registered some time ago.
    private FacilityId older() {
        var hospital = hospital();
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("update facility_attributes set since = since - 30 where facility = " + hospital.value());
            connection.commit();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return hospital;
    }

    @Test
    void operatorsAloneComeToThePageAndAnotherOneAgrees() {
        var before = hospital();
        var after = facilities.get(hospital());
        var clerk = office();
        assertThat(clerk.may(Right.OPERATE)).isTrue();
        assertThat(at(before, Profession.DOCTOR).may(Right.OPERATE)).isFalse();
        assertThat(at(before, Profession.RECEPTION).may(Right.OPERATE)).isFalse();
        var asked = succession.ask(
                before.value(), after.code(), today, List.of("records", "relations"), "successor", "合意書", clerk);
        assertThat(location(asked)).isEqualTo("/office/facilities/" + before.value());
        var shown = page.show(before.value(), null, clerk, FRAME).getBody();
        assertThat(shown).contains(after.name(), "2 人目の確認待ち", "自分の申請を自分で確かめることはできません");
        var id = Objects.requireNonNull(db.sql("select max(id) from facility_succession where facility = ?")
                .param(before.value())
                .query(Long.class)
                .single());
        assertThat(location(succession.agree(id, clerk))).endsWith("problem=same-person");
        assertThat(page.show(before.value(), null, office(), FRAME).getBody()).contains("確認して登録する");
        assertThat(location(succession.agree(id, office()))).doesNotContain("problem");
        assertThat(page.show(before.value(), null, clerk, FRAME).getBody()).contains("登録済み", "この承継を取り消す");
        assertThat(page.list(FRAME).getBody()).contains(after.name());
        assertThat(page.show(-1, null, clerk, FRAME).getStatusCode().value()).isEqualTo(404);
    }

    private static String location(org.springframework.http.ResponseEntity<String> answer) {
        return String.valueOf(answer.getHeaders().getLocation());
    }
}
