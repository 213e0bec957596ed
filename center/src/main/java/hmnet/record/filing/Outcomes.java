package hmnet.record.filing;

import hmnet.formats.base.hl7.Message.Repair;
import hmnet.ground.directory.FacilityId;
import hmnet.record.filing.ReadResult.Good;
import hmnet.record.filing.ReadResult.Refused;
import hmnet.record.inbox.InboxSeal;
import hmnet.record.inbox.InboxState.FileState;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The results of filing (取込結果): repairs and quarantine reasons, and the counts of each facility.
@Component
class Outcomes {
    private final JdbcTemplate db;
    private final InboxSeal seal;

    Outcomes(JdbcTemplate db, InboxSeal seal) {
        this.seal = seal;
        this.db = db;
    }

    void write(FacilityId facility, List<? extends Good> understood, List<Refused> refused, int resources) {
        var repaired =
                understood.stream().filter(read -> !read.repairs().isEmpty()).toList();
        db.batchUpdate("""
                insert into inbox_outcome (id, facility, state, repairs)
                values (?, ?, %1$d, string_to_array(?, ' ')) on conflict (id) do update
                   set state = %1$d, repairs = excluded.repairs, reason = null, detail = null,
                       sealed_detail = null""".formatted(FileState.REPAIRED_CODE), repaired, 100, (statement, read) -> {
            statement.setLong(1, read.waiting().id());
            statement.setLong(2, facility.value());
            statement.setString(
                    3, read.repairs().stream().map(Repair::code).distinct().collect(Collectors.joining(" ")));
        });
        db.batchUpdate("""
                insert into inbox_outcome (id, facility, state, reason, sealed_detail) values (?, ?, %1$d, ?, ?)
                    on conflict (id) do update set state = %1$d, reason = excluded.reason, detail = null,
                       sealed_detail = excluded.sealed_detail""".formatted(FileState.QUARANTINED_CODE), refused, 100, (statement, bad) -> {
            statement.setLong(1, bad.waiting().id());
            statement.setLong(2, facility.value());
            statement.setString(3, bad.reason());
            statement.setBytes(4, seal.sealDetail(bad.waiting().id(), printable(bad.detail())));
        });
        db.update(
                """
                insert into inbox_count as known (facility, accepted, repaired, quarantined, resources) values (?, ?, ?, ?, ?)
                    on conflict (facility) do update
                   set accepted = known.accepted + excluded.accepted, repaired = known.repaired + excluded.repaired,
                       quarantined = known.quarantined + excluded.quarantined,
                       resources = known.resources + excluded.resources""", facility.value(), understood.size() - repaired.size(), repaired.size(), refused.size(), resources);
    }

    private static String printable(String detail) {
        var text = detail.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(300)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return text.toString();
    }
}
