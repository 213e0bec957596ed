package hmnet.record.forms;

import hmnet.record.sheets.FormSheet;
import hmnet.record.sheets.ReadSheet;
import hmnet.record.sheets.SheetReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The versions of all sheets (帳票の台帳). A version never changes: each is read once.
@Component
public class SheetStore {
    /// Versions of all sheets together.
    static final int MOST = 500;

    private static final String COLUMNS = "id, entered_at, entered_by, agreed_by, since, until";
    private static final String SELECT = "select " + COLUMNS + " from sheet";

    private final JdbcClient db;
    private final Map<Long, FormSheet> read = new ConcurrentHashMap<>();

    SheetStore(JdbcClient db) {
        this.db = db;
    }

    /// The versions that are offered: of each sheet one at most.
    public List<KeptSheet> offered() {
        return db
                .sql(SELECT + " where since is not null and until is null order by url, id")
                .query(SheetStore::row)
                .list()
                .stream()
                .map(this::kept)
                .toList();
    }

    /// All versions, the newest first.
    public List<KeptSheet> all() {
        return db
                .sql(SELECT + " order by entered_at desc, id desc limit ?")
                .param(MOST)
                .query(SheetStore::row)
                .list()
                .stream()
                .map(this::kept)
                .toList();
    }

    public Optional<KeptSheet> find(long id) {
        return db.sql(SELECT + " where id = ?")
                .param(id)
                .query(SheetStore::row)
                .optional()
                .map(this::kept);
    }

    /// The version that a response names.
    public Optional<KeptSheet> find(String canonical) {
        var bar = canonical.lastIndexOf('|');
        return bar < 0
                ? Optional.empty()
                : db.sql(SELECT + " where url = ? and version = ?")
                        .params(canonical.substring(0, bar), canonical.substring(bar + 1))
                        .query(SheetStore::row)
                        .optional()
                        .map(this::kept);
    }

    /// The file as it was entered.
    public byte[] bytes(long id) {
        return db.sql("select bytes from sheet where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    /// Enters a version that waits for a second person.
    ///
    /// @return its number; nothing where this version is there already, or there are too many
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Long> enter(FormSheet sheet, byte[] bytes, long by) {
        return db.sql("""
                        insert into sheet (url, version, bytes, entered_by)
                        select :url, :version, :bytes, :by where (select count(*) from sheet) < :most
                            on conflict (url, version) do nothing returning id""")
                .param("url", sheet.url())
                .param("version", sheet.version())
                .param("bytes", bytes)
                .param("by", by)
                .param("most", MOST)
                .query(Long.class)
                .optional();
    }

    /// A sheet that comes with the centre: offered from its first start on, unless its end was agreed to.
    @Transactional
    public void bring(FormSheet sheet, byte[] bytes) {
        db.sql("""
                        insert into sheet (url, version, bytes, since) values (?, ?, ?, now())
                            on conflict (url, version) do nothing returning id""")
                .params(sheet.url(), sheet.version(), bytes)
                .query(Long.class)
                .optional()
                .ifPresent(this::takesOver);
    }

    /// What was offered of the same sheet so far is offered no more, also once this version has ended.
    private void takesOver(long id) {
        db.sql("""
                        update sheet set until = now()
                         where url = (select url from sheet where id = :id) and id <> :id
                           and since is not null and until is null""").param("id", id).update();
    }

    /// Offers a version from now on, in place of the one before.
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(long id, long agreedBy) {
        db.sql("update sheet set since = now(), agreed_by = ? where id = ? and since is null")
                .params(agreedBy, id)
                .update();
        takesOver(id);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void end(long id) {
        db.sql("update sheet set until = now() where id = ? and since is not null and until is null")
                .param(id)
                .update();
    }

    /// Forgets a version that was never offered.
    @Transactional(propagation = Propagation.MANDATORY)
    void drop(long id) {
        db.sql("delete from sheet where id = ? and since is null").param(id).update();
        read.remove(id);
    }

    /// What changes of a version (版の行).
    private record SheetRow(
            long id,
            OffsetDateTime enteredAt,
            @Nullable Long enteredBy,
            @Nullable Long agreedBy,
            @Nullable OffsetDateTime since,
            @Nullable OffsetDateTime until) {}

    private static SheetRow row(ResultSet row, int number) throws SQLException {
        return new SheetRow(
                row.getLong("id"),
                row.getObject("entered_at", OffsetDateTime.class),
                whole(row, "entered_by"),
                whole(row, "agreed_by"),
                row.getObject("since", OffsetDateTime.class),
                row.getObject("until", OffsetDateTime.class));
    }

    private KeptSheet kept(SheetRow row) {
        return new KeptSheet(
                row.id(), sheet(row.id()), row.enteredAt(), row.enteredBy(), row.agreedBy(), row.since(), row.until());
    }

    /// The file, of up to 1 MB, is fetched once and not with each list.
    private FormSheet sheet(long id) {
        var known = read.get(id);
        if (known == null) {
            known = of(id, SheetReader.read(bytes(id)));
            read.put(id, known);
        }
        return known;
    }

    private static @Nullable Long whole(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    private static FormSheet of(long id, ReadSheet read) {
        return read.sheet()
                .orElseThrow(() -> new IllegalStateException(
                        "Sheet " + id + " was entered and is none any more: " + read.findings()));
    }
}
