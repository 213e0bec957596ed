package hmnet.record.intake;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.database.Accounts;
import hmnet.ground.mtls.MachineConnector;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a facility's machine is told while the database finds no room (満杯のディスク): PostgreSQL's own state 53100,
/// raised where a row of this facility would be written.
class FullDiskDoorTest extends Ward {
    @Autowired
    MachineConnector connector;

    @Autowired
    Accounts accounts;

    @Test
    void whatFindsNoRoomIsToldWhenToComeAgainAndIsKeptThen() throws Exception {
        var facility = hospital();
        var sender =
                Machine.of(facility, facilities, facilityCa(), connector.port().orElseThrow());
        var file = Papers.of(number()).visit();
        fill(facility.value());
        try {
            var refused = sender.answer(file);
            assertThat(refused.statusCode()).isEqualTo(507);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
            var begun = sender.tus(
                    "POST",
                    "/inbox/uploads",
                    new byte[0],
                    "Upload-Length",
                    "10",
                    "Upload-Metadata",
                    "filename " + Base64.getEncoder().encodeToString("x.bin".getBytes(StandardCharsets.UTF_8)));
            assertThat(begun.statusCode()).isEqualTo(507);
            assertThat(begun.headers().firstValue("Retry-After")).hasValue("60");
        } finally {
            clear();
        }
        assertThat(sender.answer(file).statusCode()).isEqualTo(201);
    }

    private void fill(long facility) throws SQLException {
        owner("""
                create function no_room() returns trigger language plpgsql as
                $$begin raise exception 'could not extend file' using errcode = '53100'; end$$""");
        for (var table : new String[] {"inbox", "upload"}) {
            owner("""
                    create trigger no_room before insert on %s
                    for each row when (new.facility = %d) execute function no_room()""".formatted(table, facility));
        }
    }

    private void clear() throws SQLException {
        owner("drop function no_room() cascade");
    }

    private void owner(String sql) throws SQLException {
        try (Connection owner =
                        DriverManager.getConnection(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
