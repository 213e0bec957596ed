package hmnet.office.membership;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What happened to accounts (利用者の履歴), kept for good, each with its event in the audit log.
@Component
class MemberHistory {
    private static final int MOST = 200;

    private final JdbcClient db;
    private final Audit audit;

    MemberHistory(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /// @param detail in words of the database: a day, a profession, a number
    record MemberEntry(StaffId staff, MemberEvent what, String detail, String why, StaffId by, OffsetDateTime at) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(StaffId staff, MemberEvent what, String detail, String why, Requester by) {
        db.sql("insert into staff_event (staff, what, detail, why, by) values (?, ?, ?, ?, ?)")
                .params(staff.value(), what.word(), detail, why, by.staff().value())
                .update();
        audit.write(by.did(
                action(what), null, what.word(), Map.of("staff", Long.toString(staff.value()), "detail", detail)));
    }

    private static Action action(MemberEvent what) {
        return switch (what) {
            case LEFT, LEAVE_PLANNED, LEAVE_WITHDRAWN, ROLE, EMERGENCY_ROOM, MOVE_ASKED, MOVE_REFUSED, MOVED, JOINED ->
                Action.STAFF_CHANGED;
            case RENEWAL_ASKED, RENEWAL_REFUSED, RENEWAL_OBJECTED, RENEWED, SLIP_ENDED -> Action.SIGN_IN_RENEWAL;
        };
    }

    /// The newest first.
    List<MemberEntry> of(StaffId staff) {
        return db.sql("select staff, what, detail, why, by, at from staff_event where staff = ? order by id desc limit "
                        + MOST)
                .param(staff.value())
                .query((row, number) -> new MemberEntry(
                        new StaffId(row.getLong("staff")),
                        ColumnWord.read(row, "what", MemberEvent.class),
                        row.getString("detail"),
                        row.getString("why"),
                        new StaffId(row.getLong("by")),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
    }
}
