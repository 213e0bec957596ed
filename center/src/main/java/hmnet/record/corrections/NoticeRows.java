package hmnet.record.corrections;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.RetractedRows.SourceMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of notices (お知らせの表).
@Component
class NoticeRows {
    private static final int MOST = 500;

    /// What the chart number is sealed for.
    static final String SEALED = "chart numbers of notices";
    private final JdbcClient db;
    private final FieldSeal seal;

    NoticeRows(JdbcClient db, Keys keys) {
        this.db = db;
        this.seal = new FieldSeal(keys, SEALED);
    }

    /// A notice and its number.
    record NoticeRow(long id, NoticeRecipient told, boolean seen) {}

    /// Writes a notice unless what was shown then was told of already: heard twice, an event tells once.
    void add(NoticeRecipient told) {
        db.sql("""
                        insert into correction_notice (staff, viewed_from, profession, displayed_at, person, facility,
                                                       patient, number, source_key, kinds, what, at, rows)
                        select :staff, :viewed_from, :profession, :displayed_at, :person, :facility, :patient, :number,
                               :source_key, :kinds, :what, :at, cast(:rows as uuid[])
                         where not exists (select from correction_notice t
                                            where t.staff = :staff and t.patient = :patient
                                              and t.source_key = :source_key and t.at >= :displayed_at
                                              and t.what in (:what, 'retracted'))
                            on conflict do nothing""")
                .param("staff", told.staff().value())
                .param("viewed_from", told.viewedFrom().value())
                .param("profession", told.profession())
                .param("displayed_at", told.displayedAt())
                .param("person", told.person().value())
                .param("facility", told.sender().value())
                .param("patient", told.message().patient().value())
                .param(
                        "number",
                        seal.seal(
                                place(told.message().patient().value()),
                                told.number().getBytes(UTF_8)))
                .param("source_key", told.message().sourceKey())
                .param("kinds", told.kinds())
                .param("what", told.what().word())
                .param("at", told.at())
                .param("rows", told.rows().stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /// What a member of staff has not yet confirmed, newest first.
    List<NoticeRow> unseen(StaffId staff) {
        return db.sql(
                        "select * from correction_notice where staff = ? and seen_at is null order by at desc, id limit ?")
                .params(staff.value(), MOST)
                .query(this::read)
                .list();
    }

    void seen(StaffId staff, Collection<Long> ids, OffsetDateTime at) {
        db.sql("update correction_notice set seen_at = ? where staff = ? and id = any(?) and seen_at is null")
                .params(at, staff.value(), ids.toArray(Long[]::new))
                .update();
    }

    /// Who was shown what a facility corrected or took back, newest first.
    List<NoticeRow> of(FacilityId sender, OffsetDateTime since) {
        return db.sql("""
                        select * from correction_notice where facility = ? and at >= ?
                         order by at desc, patient, id limit ?""").params(sender.value(), since, MOST).query(this::read).list();
    }

    static String place(long patient) {
        return "correction_notice.number of " + patient;
    }

    private NoticeRow read(ResultSet row, int number) throws SQLException {
        var told = new NoticeRecipient(
                new StaffId(row.getLong("staff")),
                new FacilityId(row.getLong("viewed_from")),
                row.getString("profession"),
                row.getObject("displayed_at", OffsetDateTime.class),
                new PersonId(row.getObject("person", UUID.class)),
                new FacilityId(row.getLong("facility")),
                new String(seal.open(place(row.getLong("patient")), row.getBytes("number")), UTF_8),
                new SourceMessage(new PatientId(row.getLong("patient")), row.getString("source_key")),
                row.getLong("kinds"),
                Correction.of(row.getString("what")),
                row.getObject("at", OffsetDateTime.class),
                List.of((UUID[]) row.getArray("rows").getArray()));
        return new NoticeRow(row.getLong("id"), told, row.getObject("seen_at") != null);
    }
}
