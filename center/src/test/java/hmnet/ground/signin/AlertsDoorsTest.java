package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.Keys;
import hmnet.ground.limits.LimitSettings;
import hmnet.ground.limits.ReadingAlerts;
import hmnet.ground.limits.ReadingLimits;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Who is turned away from the alerts on reading, by real requests.
class AlertsDoorsTest extends SignInCentre {
    @Autowired
    JdbcClient tables;

    @Autowired
    Keys rootKeys;

    @Autowired
    ReadingAlerts alerts;

    @Autowired
    TransactionTemplate inTransaction;

    @Test
    void theOfficeSeesAndClosesAnAlertAndADoctorSeesNone() {
        var reader = person(Profession.DOCTOR, false);
        reads(reader.staff(), 3, 0);
        var doctor = signedIn(reader);
        var unknown = doctor.get("/no-such-page").statusCode();
        assertThat(doctor.get("/alerts").statusCode()).isEqualTo(unknown);
        assertThat(browser().get("/alerts").statusCode()).isEqualTo(303);
        var id = tables.sql("select id from reading_alert where staff = ?")
                .param(reader.staff().value())
                .query(Long.class)
                .single();
        var conclusion = "/alerts/" + id + "/conclusion";
        assertThat(doctor.post(conclusion, Map.of("why", "x")).statusCode()).isEqualTo(unknown);
        var office = signedIn(person(Profession.OPERATOR, false));
        assertThat(office.get("/alerts").body()).contains("1 時間に 3 人のカルテを開きました", "id=\"alert-" + id + "\"");
        assertThat(office.post(conclusion, Map.of("why", " ")).statusCode()).isEqualTo(422);
        assertThat(office.post(conclusion, Map.of("why", "長".repeat(401))).body())
                .contains("id=\"e-why-" + id + "\"", "value=\"" + "長".repeat(401) + "\"")
                .doesNotContain("role=\"alert\"");
        assertThat(office.post(conclusion, Map.of("why", "当直と本人に確認")).statusCode())
                .isEqualTo(303);
        assertThat(office.get("/alerts?done=closed").body()).contains("当直と本人に確認", "警報を閉じました");
        assertThat(office.post(conclusion, Map.of("why", "もう一度")).statusCode()).isEqualTo(404);
    }

    @Test
    void theOfficeLiftsAStopAndADeskCannot() {
        var reader = person(Profession.DOCTOR, false);
        reads(reader.staff(), 3, 2);
        var id = tables.sql("select id from reading_alert where staff = ? and refused")
                .param(reader.staff().value())
                .query(Long.class)
                .single();
        var lift = "/alerts/" + id + "/lift";
        var words = Map.of("why", "当直と本人に確認");
        var doctor = signedIn(reader);
        assertThat(doctor.post(lift, words).statusCode())
                .isEqualTo(doctor.get("/no-such-page").statusCode());
        var desk = signedIn(desk());
        assertThat(desk.post(lift, words).statusCode())
                .isEqualTo(desk.get("/no-such-page").statusCode());
        assertThat(desk.get("/alerts").body()).doesNotContain(lift);
        var office = signedIn(person(Profession.OPERATOR, false));
        assertThat(office.get("/alerts").body()).contains(lift, "停止を解いて閉じる");
        assertThat(office.post(lift, Map.of("why", "")).statusCode()).isEqualTo(422);
        assertThat(office.post(lift, words).statusCode()).isEqualTo(303);
        assertThat(office.get("/alerts?done=lifted").body()).contains("停止を解き、警報を閉じました", "停止を解除");
    }

    private void reads(StaffId reader, int charts, int hour) {
        var limits = new ReadingLimits(tables, alerts, new LimitSettings(1, hour, 0, 0, 0, 0, 0, 0, 0, 0, 0), rootKeys);
        var by = staff.byId(reader).orElseThrow();
        for (int n = 0; n < charts; n++) {
            inTransaction.executeWithoutResult(status -> limits.admit(by, UUID.randomUUID()));
        }
    }
}
