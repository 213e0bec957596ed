package hmnet.record.corrections;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.record.vault.OlderTable;
import hmnet.record.vault.RowSeals;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Seals the chart numbers and source keys of notices that earlier versions wrote (旧行の封印).
@Component
class OlderNotices implements OlderTable {
    private static final int AT_ONCE = 500;
    private final RowSeals seals;
    private final FieldSeal seal;

    OlderNotices(RowSeals seals, Keys keys) {
        this.seals = seals;
        this.seal = new FieldSeal(keys, NoticeRows.SEALED);
    }

    @Override
    public boolean owns(String relation) {
        return relation.equals("correction_notice");
    }

    private record OlderNotice(long id, long patient, String number, String sourceKey) {}

    @Override
    public void seal(JdbcTemplate owner, String relation) {
        List<OlderNotice> notices = owner.query(
                "select id, patient, former_number, source_key from correction_notice where former_number is not null",
                (row, number) -> new OlderNotice(
                        row.getLong("id"),
                        row.getLong("patient"),
                        row.getString("former_number"),
                        row.getString("source_key")));
        owner.batchUpdate(
                "update correction_notice set number = ?, source_key = ?, former_number = null where id = ?",
                notices,
                AT_ONCE,
                (statement, notice) -> {
                    var place = NoticeRows.place(notice.patient());
                    statement.setBytes(1, seal.seal(place, notice.number().getBytes(UTF_8)));
                    statement.setString(2, seals.of(notice.patient()).source(notice.sourceKey()));
                    statement.setLong(3, notice.id());
                });
    }
}
