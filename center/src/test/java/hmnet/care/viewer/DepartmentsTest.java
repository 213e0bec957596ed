package hmnet.care.viewer;

import static hmnet.care.viewer.Filed.HOSPITAL;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.code.Label;
import hmnet.formats.model.extract.SentDepartment;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DepartmentsTest {
    private static final Messages M = Messages.in(Language.JAPANESE);

    @Test
    void theNameThatWasSentGoesBeforeTheStandardOne() {
        assertThat(Departments.words(visit("01", "総合診療部"), M)).isEqualTo("総合診療部");
        assertThat(Departments.words(visit("-", "総合診療部"), M)).isEqualTo("総合診療部");
    }

    @Test
    void aStandardNameStandsAloneAndWithItsCodeWhereTheRecordIsShownWhole() {
        assertThat(Departments.words(visit("01", ""), M)).isEqualTo("内科");
        assertThat(Departments.whole(visit("01", ""), M)).isEqualTo("内科（01）");
        assertThat(Departments.whole(visit("11", ""), Messages.in(Language.ENGLISH)))
                .isEqualTo("整形外科 (11)");
        assertThat(Departments.whole(visit("01", "総合診療部"), M)).isEqualTo("総合診療部");
    }

    @Test
    void aCodeNobodyNamesStandsAsItWasSent() {
        assertThat(Departments.words(visit("A7", ""), M)).isEqualTo("診療科 A7");
        assertThat(Departments.words(visit("-", ""), M)).isNull();
        assertThat(Departments.words("内科外来", Set.of(), M)).isEqualTo("内科外来");
    }

    /// Whoever may not see psychiatric records learns nothing new from a code.
    @Test
    void aNameThatGivesALabelAwayIsNotGuessedFromACode() {
        assertThat(Departments.words("02", Set.of(), M)).isEqualTo("診療科 02");
        assertThat(Departments.words("02", Set.of(Label.PSYCHIATRY), M)).isEqualTo("精神科");
    }

    private static ChartEntry visit(String code, String sent) {
        var entry = Filed.admitted(HOSPITAL, "2026-08-05T14:00");
        return new ChartEntry(
                entry.id(),
                entry.kind(),
                entry.facility(),
                code,
                entry.occurredAt(),
                entry.receivedAt(),
                entry.labels(),
                false,
                false,
                entry.title(),
                SentDepartment.before(entry.extract().json(), sent));
    }
}
