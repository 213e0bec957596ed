package hmnet.consent.residentnotices;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.ResidentCaller;
import hmnet.people.patients.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Notices to residents (お知らせ), of the person and of everybody who is one with them. They say what was done, by which
/// facility and when: nothing of a record.
@Component
public class ResidentNotices {
    private static final String OF_PERSON = "person = any (one_with(:person)) and (:own or not kind = any (:alone))";
    private static final String[] ALONE = Arrays.stream(ResidentNoticeKind.values())
            .filter(ResidentNoticeKind::isOwnAlone)
            .map(ResidentNoticeKind::word)
            .toArray(String[]::new);

    private final JdbcClient db;
    private final Audit audit;

    ResidentNotices(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /// A notice (一件).
    ///
    /// @param facility whose staff did it, or null
    /// @param seenAt when the person said that they read it, or null
    public record ResidentNotice(
            long id,
            ResidentNoticeKind kind,
            @Nullable FacilityId facility,
            OffsetDateTime at,
            @Nullable OffsetDateTime seenAt) {}

    /// Tells, in the transaction of what is told.
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(PersonId person, ResidentNoticeKind kind, @Nullable FacilityId facility) {
        db.sql("insert into resident_notice (person, kind, facility) values (:person, :kind, :facility)")
                .param("person", person.value())
                .param("kind", kind.word())
                .param("facility", facility == null ? null : facility.value(), Types.BIGINT)
                .update();
    }

    /// The newest first, as an act of the log.
    ///
    /// @param before the number of the last one that was shown; the largest number for the first page
    @Transactional
    public List<ResidentNotice> shown(ResidentCaller resident, long before, int most) {
        audit.write(resident.did(Action.OWN_PAGE_SHOWN, "shown").with("page", "notices"));
        return db.sql("select * from resident_notice where " + OF_PERSON
                        + " and id < :before order by id desc limit :most")
                .param("person", resident.person())
                .param("own", isOwn(resident))
                .param("alone", ALONE)
                .param("before", before)
                .param("most", most)
                .query(ResidentNotices::notice)
                .list();
    }

    /// How many the person has not read.
    public long unread(ResidentCaller resident) {
        return db.sql("select count(*) from resident_notice where " + OF_PERSON + " and seen_at is null")
                .param("person", resident.person())
                .param("own", isOwn(resident))
                .param("alone", ALONE)
                .query(Long.class)
                .single();
    }

    /// The person says that they read all up to one. Who represents them leaves them unread.
    @Transactional
    public void seen(ResidentCaller resident, long last) {
        if (isOwn(resident)) {
            db.sql("update resident_notice set seen_at = now() where person = any (one_with(:person))"
                            + " and seen_at is null and id <= :last")
                    .param("person", resident.person())
                    .param("last", last)
                    .update();
        }
    }

    private static boolean isOwn(ResidentCaller resident) {
        return resident.representation() == null;
    }

    private static ResidentNotice notice(ResultSet row, int number) throws SQLException {
        var facility = row.getObject("facility", Long.class);
        return new ResidentNotice(
                row.getLong("id"),
                ColumnWord.read(row, "kind", ResidentNoticeKind.class),
                facility == null ? null : new FacilityId(facility),
                row.getObject("at", OffsetDateTime.class),
                row.getObject("seen_at", OffsetDateTime.class));
    }
}
