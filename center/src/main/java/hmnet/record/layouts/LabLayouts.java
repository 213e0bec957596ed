package hmnet.record.layouts;

import hmnet.formats.base.Unreadable;
import hmnet.formats.labcsv.LabLayout;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The layouts a facility declared (検査会社の取り決めの台帳): its files are read by those in force from then
/// on.
@Component
public class LabLayouts {
    private static final int MOST = 200;
    private static final Logger LOG = LoggerFactory.getLogger(LabLayouts.class);

    private final JdbcClient db;
    private final Audit audit;

    LabLayouts(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /// One version of a layout.
    public record LayoutVersion(
            long id,
            String name,
            int version,
            OffsetDateTime declaredAt,
            @Nullable OffsetDateTime endedAt,
            String text) {}

    /// Those in force, the newest first: where two fit a file, the newer is meant.
    public List<LabLayout> of(FacilityId facility) {
        var layouts = new ArrayList<LabLayout>();
        for (var text : db.sql("""
                        select declaration from lab_layout
                         where facility = ? and ended_at is null
                         order by declared_at desc, id desc
                         limit 50""")
                .param(facility.value())
                .query((row, number) -> row.getString("declaration"))
                .list()) {
            try {
                layouts.add(read(text));
            } catch (Unreadable e) {
                LOG.warn(
                        "A declared layout of facility {} can no longer be read: {}", facility.value(), e.getMessage());
            }
        }
        return List.copyOf(layouts);
    }

    static LabLayout read(String declaration) throws Unreadable {
        return LabLayout.read(declaration.getBytes(StandardCharsets.UTF_8));
    }

    /// Every version, the newest first.
    List<LayoutVersion> all(FacilityId facility) {
        return db.sql("""
                        select id, name, version, declared_at, ended_at, declaration as text from lab_layout
                         where facility = ?
                         order by id desc
                         limit ?""")
                .params(facility.value(), MOST)
                .query((row, number) -> new LayoutVersion(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getInt("version"),
                        row.getObject("declared_at", OffsetDateTime.class),
                        row.getObject("ended_at", OffsetDateTime.class),
                        row.getString("text")))
                .list();
    }

    /// The next version of a layout; the one before it ends.
    @Transactional
    public void declare(String declaration, Requester by) throws Unreadable {
        var name = read(declaration).name();
        var facility = by.facility().value();
        db.sql("select pg_advisory_xact_lock(hashtext('lab_layout'), ?)")
                .param(Math.toIntExact(facility % Integer.MAX_VALUE))
                .query((row, number) -> number)
                .list();
        db.sql("update lab_layout set ended_at = now() where facility = ? and name = ? and ended_at is null")
                .params(facility, name)
                .update();
        db.sql("""
                        insert into lab_layout (facility, name, version, declaration, declared_by)
                        select ?, ?, coalesce(max(version), 0) + 1, ?, ?
                          from lab_layout where facility = ? and name = ?""")
                .params(facility, name, declaration, by.staff().value(), facility, name)
                .update();
        trace("declared", name, by);
    }

    /// Ends a layout of one's own facility; another's is as if it were not there.
    @Transactional
    public void end(long id, Requester by) {
        db.sql("""
                        update lab_layout set ended_at = now()
                         where id = ? and facility = ? and ended_at is null
                        returning name""")
                .params(id, by.facility().value())
                .query(String.class)
                .optional()
                .ifPresent(name -> trace("ended", name, by));
    }

    private void trace(String done, String name, Requester by) {
        audit.write(by.did(Action.LAB_LAYOUT_CHANGED, null, done, Map.of("layout", name)));
    }
}
