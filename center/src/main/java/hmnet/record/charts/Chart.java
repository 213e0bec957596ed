package hmnet.record.charts;

import hmnet.consent.consents.EmergencyDoor;
import hmnet.consent.decisions.Decision.Granted;
import hmnet.consent.decisions.Grant;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.keys.ErasedKey;
import hmnet.people.links.Person;
import hmnet.record.charts.ChartEntry.CutFrom;
import hmnet.record.filing.RecordState;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.PatientSeal;
import hmnet.record.vault.RowSeals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowMapper;

/// A person's chart, open within a grant (診療録の開示). Lives inside the transaction that decided; only
/// `Charts` makes one.
public final class Chart {
    /// So many rows of one patient are looked at for an overview.
    private static final int ROWS_MAX = 20_000;
    private static final int OF_ONE_NUMBER_MAX = 50;

    private static final String DOCUMENT = GrantRows.ENTRY + ", r.content, r.final_at, r.released_at";
    private static final String LIVE = "r.state = " + RecordState.LIVE_CODE;
    private static final String IN_SPAN = " and r.occurred_at >= ?::timestamptz and r.occurred_at < ?::timestamptz";

    private final @Nullable Requester requester;
    private final Person person;
    private final Grant grant;
    private final @Nullable EmergencyDoor door;
    private final JdbcTemplate db;
    private final Envelopes envelopes;
    private final RowSeals seals;
    private final Map<Long, PatientSeal> sealOf = new HashMap<>();
    /// Which rows stand on it.
    final String standing;

    /// Read once, for the trace and for the page.
    private final Map<UUID, Optional<Document>> documents = new HashMap<>();
    private final Map<UUID, List<ChartEntry>> ofOneNumber = new HashMap<>();
    private final ErasedRows erased = new ErasedRows();
    private boolean untold;

    /// @param requester null where it is one's own
    /// @param doubled some rows of these patients are hidden, since others say the same
    Chart(
            @Nullable Requester requester,
            Granted granted,
            JdbcTemplate db,
            Envelopes envelopes,
            RowSeals seals,
            boolean doubled) {
        this.requester = requester;
        this.person = granted.person();
        this.grant = granted.grant();
        this.door = granted.door();
        this.db = db;
        this.envelopes = envelopes;
        this.seals = seals;
        this.standing = doubled ? LIVE + " " + GrantRows.NO_DOUBLE : LIVE;
    }

    /// The member of staff who reads. Nobody of a facility reads where a resident opened their own chart: asking then
    /// is a mistake of the page, and throws.
    public Requester requester() {
        return Objects.requireNonNull(requester, "A resident reads their own chart");
    }

    public Person person() {
        return person;
    }

    /// The emergency door through which it is open; nothing where it is by consent and tie.
    public Optional<EmergencyDoor> door() {
        return Optional.ofNullable(door);
    }

    public Grant grant() {
        return grant;
    }

    /// What the grant shows of these kinds in this span, newest care first, at most `limit`.
    ///
    /// @param kinds mask of record kinds
    /// @param facility one facility's only
    public List<ChartEntry> entries(long kinds, Optional<FacilityId> facility, CareSpan span, int limit) {
        var rows = GrantRows.ofKinds(
                seals,
                grant,
                kinds,
                line -> facility.isEmpty() || facility.get().equals(line.facility()));
        return newest(rows, GrantRows.ENTRY, this::read, span, limit);
    }

    private <T> List<T> newest(
            GrantRows rows, String columns, RowMapper<@Nullable T> mapper, CareSpan span, int limit) {
        var newest = " order by r.occurred_at desc, r.id desc limit ?";
        var sql = rows.sql("select r.* from (", columns, "", standing + IN_SPAN + newest, ") r" + newest);
        var from = span.from().toString();
        var until = span.until().toString();
        return ErasedRows.passedOver(
                mapper,
                limit,
                ROWS_MAX,
                (met, most) -> query(rows, sql, met, List.of(from, until, most), List.of(most)));
    }

    /// Rows of a short span with their bundles, newest care first; none is kept for later.
    public List<Document> documents(long kinds, CareSpan span) {
        var rows = GrantRows.ofKinds(seals, grant, kinds, line -> true);
        return newest(rows, DOCUMENT, this::readDocument, span, ROWS_MAX);
    }

    /// Everything the grant shows of these kinds in this span.
    public List<ChartEntry> all(long kinds, Optional<FacilityId> facility, CareSpan span) {
        return entries(kinds, facility, span, ROWS_MAX);
    }

    /// Whether the grant shows anything of these kinds in this span.
    public boolean reaches(long kinds, Optional<FacilityId> facility, CareSpan span) {
        return !entries(kinds, facility, span, 1).isEmpty();
    }

    /// The page of a list, newest care first. It ends between two moments, so that the next one, which asks for what
    /// lies before the last, misses nothing; a moment with more rows than a page is a page of its own.
    public EntryPage page(long kinds, Optional<FacilityId> facility, CareSpan span, int size) {
        var found = entries(kinds, facility, span, size + 1);
        if (found.size() <= size) {
            return new EntryPage(found, false);
        }
        var last = found.getLast().occurredAt();
        var whole =
                found.stream().filter(entry -> entry.occurredAt().isAfter(last)).toList();
        return whole.isEmpty()
                ? new EntryPage(
                        all(kinds, facility, CareSpan.at(last)),
                        reaches(kinds, facility, new CareSpan(span.from(), last)))
                : new EntryPage(whole, true);
    }

    /// What a page of several lists draws, in one reading: of each group its newest rows, newest care first.
    public List<ChartEntry> selection(RowSelection selection) {
        return selection(selection, SelectedRows.ROWS_AT_ONCE);
    }

    List<ChartEntry> selection(RowSelection selection, int most) {
        return new SelectedRows(this, seals, db).of(selection, most);
    }

    /// How much there is of each facility, kind and month, counted after the grant.
    public List<MonthlyCount> tally(long kinds, CareSpan span) {
        var rows = GrantRows.ofKinds(seals, grant, kinds, line -> true);
        var head =
                "select r.facility, r.kind, date_trunc('month', r.occurred_at at time zone 'Asia/Tokyo')::date as month,"
                        + " count(*) as n, min(r.occurred_at) as earliest, max(r.occurred_at) as latest from (";
        var sql = rows.sql(
                head,
                "r.facility, r.kind, r.occurred_at",
                "",
                standing + IN_SPAN,
                ") r group by 1, 2, 3 order by 1, 2, 3");
        var where = List.of(span.from().toString(), span.until().toString());
        return query(rows, sql, (row, number) -> MonthlyCount.of(row), where, List.of());
    }

    /// From how many facilities the grant shows something, and the newest of it.
    public ChartPreview glance() {
        var rows = new GrantRows(seals, grant, -1, line -> true);
        var sql = rows.sql(
                "select r.* from (",
                "r.facility, r.occurred_at",
                "",
                standing + " order by r.occurred_at desc limit 1",
                ") r");
        var newest = query(
                rows,
                sql,
                (row, number) -> Map.entry(row.getLong("facility"), row.getObject("occurred_at", OffsetDateTime.class)),
                List.of(),
                List.of());
        return new ChartPreview(
                (int) newest.stream().map(Map.Entry::getKey).distinct().count(),
                newest.stream().map(Map.Entry::getValue).max(OffsetDateTime::compareTo));
    }

    /// One row with its FHIR bundle, or nothing when the grant does not show it.
    public Optional<Document> document(UUID id) {
        return documents.computeIfAbsent(id, this::read);
    }

    private Optional<Document> read(UUID id) {
        var rows = new GrantRows(seals, grant, -1, line -> true);
        var sql = rows.sql("select r.* from (", DOCUMENT, "", standing + " and r.id = ? limit 1", ") r");
        return query(rows, sql, this::readDocument, List.of(id), List.of()).stream()
                .findFirst();
    }

    /// Nothing when the grant does not show the row.
    Optional<RowPlace> place(UUID id) {
        var rows = new GrantRows(seals, grant, -1, line -> true);
        var columns = "r.patient, r.facility, r.occurred_at, r.inbox";
        var sql = rows.sql("select r.* from (", columns, "", standing + " and r.id = ? limit 1", ") r");
        return query(rows, sql, (row, number) -> RowPlace.of(row), List.of(id), List.of()).stream()
                .findFirst();
    }

    /// Other rows that bear a number of this one, an order's or one that somebody else gave: the newest fifty. Nothing
    /// when the grant does not show the row itself.
    public List<ChartEntry> ofOneNumber(UUID id) {
        return ofOneNumber.computeIfAbsent(id, this::readOfOneNumber);
    }

    private List<ChartEntry> readOfOneNumber(UUID id) {
        var row = place(id);
        if (row.isEmpty()) {
            return List.of();
        }
        var rows = new GrantRows(seals, grant, -1, line -> true);
        var patients = grant.lines().stream()
                .map(line -> line.patient().value())
                .distinct()
                .toArray(Long[]::new);
        var others = db.queryForList("""
                        select distinct other.record from foreign_id asked
                          join foreign_id other on other.system = asked.system and other.value = asked.value
                         where asked.patient = ? and asked.record = ? and other.patient = any(?::bigint[])
                           and other.record <> asked.record""", UUID.class, row.get().patient(), id, patients).stream()
                .map(String::valueOf)
                .toArray(String[]::new);
        if (others.length == 0) {
            return List.of();
        }
        var newest = " order by r.occurred_at desc, r.id desc limit ?";
        var where = standing + " and r.id = any(?::uuid[])" + newest;
        var sql = rows.sql("select r.* from (", GrantRows.ENTRY, "", where, ") r" + newest);
        return query(rows, sql, this::read, List.<Object>of(others, OF_ONE_NUMBER_MAX), List.of(OF_ONE_NUMBER_MAX));
    }

    /// Whether the grant covers every row, old ones too, that was cut for this patient from the original.
    boolean coversAllOf(RowPlace place) {
        var rows = new GrantRows(seals, grant, -1, line -> line.patient().value() == place.patient());
        var sql = rows.sql("select count(distinct r.id) as n from (", "r.id", "", "r.inbox = ? and r.kind <> 0", ") r");
        var covered = query(rows, sql, (row, number) -> row.getLong("n"), List.of(place.inbox()), List.of());
        var all = db.queryForObject(
                "select count(*) from record where patient = ? and inbox = ? and kind <> 0",
                Long.class,
                place.patient(),
                place.inbox());
        return !covered.isEmpty() && covered.getFirst().equals(all);
    }

    /// What rows shown of this chart replaced, oldest version first, under the same grant. Nothing is said
    /// of a message of which the newest version holds a row whose labels the grant does not cover: what it
    /// hides now may have stood open before.
    public List<SupersededEntry> formers(Collection<UUID> shown) {
        var rows = new GrantRows(seals, grant, -1, line -> true);
        if (shown.isEmpty()) {
            return List.of();
        }
        var replacing = """
                join record now on now.patient = r.patient and now.source_key = r.source_key and now.state = %d
                               and now.kind = r.kind""".formatted(RecordState.LIVE_CODE);
        var replaced = """
                r.state in %s and now.id = any(?::uuid[])
                      and not exists (select from record n where n.patient = r.patient
                                         and n.source_key = r.source_key and n.state = %d
                                         and %s & ~g.labels <> 0)
                    order by r.version, r.id limit 1000""".formatted(RecordState.REPLACED, RecordState.LIVE_CODE, RowSeals.labels("g.seal", "n"));
        var sql = rows.sql(
                "select r.* from (",
                GrantRows.ENTRY + ", r.version, now.id as replaced_by",
                replacing,
                replaced,
                ") r order by r.version, r.id limit 1000");
        Object ids = shown.stream().map(UUID::toString).toArray(String[]::new);
        return query(rows, sql, this::readFormer, List.of(ids), List.of());
    }

    /// One row with the FHIR R4 bundle (JP Core) it was filed as, and when it became final and was released.
    ///
    /// @param inbox the original it was cut from
    public record Document(
            ChartEntry entry,
            String bundle,
            @Nullable OffsetDateTime finalAt,
            @Nullable OffsetDateTime releasedAt,
            long inbox) {}

    <T> List<T> query(
            GrantRows rows,
            String sql,
            RowMapper<@Nullable T> mapper,
            List<? extends @Nullable Object> where,
            List<? extends @Nullable Object> tail) {
        PreparedStatementCreator statement = connection -> {
            var prepared = connection.prepareStatement(sql);
            rows.bind(prepared, where, tail);
            return prepared;
        };
        return rows.none()
                ? List.of()
                : db.query(statement, mapper).stream().filter(Objects::nonNull).toList();
    }

    /// What rows read so far stand here in name only, since their keys were destroyed: it grows as the chart is read.
    public ErasedRows erased() {
        return erased;
    }

    /// Whether a row read so far tells what the patient has not been told (未告知).
    public boolean untold() {
        return untold;
    }

    /// Nothing for a row that is erased.
    @Nullable
    ChartEntry read(ResultSet row, int number) throws SQLException {
        try {
            return opened(row);
        } catch (ErasedKey e) {
            erased.add(
                    new FacilityId(row.getLong("facility")),
                    RecordKind.of(row.getInt("kind")),
                    row.getObject("id", UUID.class));
            return null;
        }
    }

    private ChartEntry opened(ResultSet row) throws SQLException {
        var facility = row.getLong("facility");
        var patient = row.getLong("patient");
        var id = row.getObject("id", UUID.class);
        var seal = sealOf.computeIfAbsent(patient, seals::of);
        var sealed = row.getBytes("extract");
        var open = ByteBuffer.wrap(
                envelopes.with(e -> e.open(sealed, EnvelopeContext.ofRecord(facility, patient, id, 'x'))));
        var title = new byte[open.getShort()];
        open.get(title);
        var extract = new byte[open.remaining()];
        open.get(extract);
        var labels = Label.of(seal.labels(id, row.getLong("labels")));
        untold |= labels.contains(Label.UNINFORMED);
        var kind = RecordKind.of(row.getInt("kind"));
        return new ChartEntry(
                id,
                kind,
                new FacilityId(facility),
                seal.department(id, row.getBytes("department")),
                row.getObject("occurred_at", OffsetDateTime.class),
                row.getObject("received_at", OffsetDateTime.class),
                labels,
                row.getBoolean("correction"),
                row.getBoolean("preliminary"),
                new String(title, StandardCharsets.UTF_8),
                new RowExtract(kind, extract),
                new CutFrom(patient, row.getLong("inbox")));
    }

    private @Nullable Document readDocument(ResultSet row, int number) throws SQLException {
        var entry = read(row, number);
        if (entry == null) {
            return null;
        }
        var sealed = row.getBytes("content");
        var place = EnvelopeContext.ofRecord(row.getLong("facility"), row.getLong("patient"), entry.id(), 'c');
        return new Document(
                entry,
                new String(envelopes.with(e -> e.open(sealed, place)), StandardCharsets.UTF_8),
                row.getObject("final_at", OffsetDateTime.class),
                row.getObject("released_at", OffsetDateTime.class),
                row.getLong("inbox"));
    }

    private @Nullable SupersededEntry readFormer(ResultSet row, int number) throws SQLException {
        var entry = read(row, number);
        return entry == null
                ? null
                : new SupersededEntry(row.getObject("replaced_by", UUID.class), row.getString("version"), entry);
    }
}
