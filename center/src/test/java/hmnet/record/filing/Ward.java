package hmnet.record.filing;

import hmnet.Centre;
import hmnet.consent.cards.Cards;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Consents;
import hmnet.consent.consents.Purpose;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.provisions.ConsentProvision;
import hmnet.consent.provisions.ConsentProvisions;
import hmnet.consent.provisions.ConsentProvisions.ProvisionDraft;
import hmnet.consent.provisions.ConsentProvisions.ProvisionSource;
import hmnet.consent.provisions.DeniedReaders;
import hmnet.consent.relations.Relations;
import hmnet.formats.model.chart.Demographics;
import hmnet.ground.database.Accounts;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.keys.KeyRing;
import hmnet.ground.keys.Keys;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedDemographics;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Digest;
import hmnet.record.charts.Opening;
import hmnet.record.inbox.Inbox;
import hmnet.record.inbox.InboxReceipt;
import hmnet.record.inbox.InboxState;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.RowSeals;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The shared centre with hospitals that send, people who hold cards, and people who ask (病棟).
public abstract class Ward extends Centre {
    protected static final ProvisionSource ON_PAPER = new ProvisionSource("paper", ConsentNotice.FIRST, "");
    private static final AtomicInteger NUMBER = new AtomicInteger(0);

    @Autowired
    protected Facilities facilities;

    @Autowired
    protected Staff staff;

    @Autowired
    protected Cards cards;

    @Autowired
    protected Consents consents;

    @Autowired
    protected ConsentProvisions provisions;

    @Autowired
    protected Relations relations;

    @Autowired
    protected Inbox inbox;

    @Autowired
    private Envelopes envelopes;

    @Autowired
    protected RowSeals seals;

    @Autowired
    protected Charts charts;

    @Autowired
    protected JdbcClient db;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Keys keys;

    /// Those of this centre.
    protected Keys keys() {
        return keys;
    }

    /// What is known of a facility's open charts.
    protected List<Demographics> demographicsAt(FacilityId facility) {
        var sealed = new SealedDemographics(keys);
        return db.sql("select id, shown from patient where facility = ? and closed_at is null order by id")
                .param(facility.value())
                .query((row, n) -> sealed.patient(row, "id"))
                .list();
    }

    @Autowired
    protected KeyRing ring;

    /// A chart number no other test uses.
    protected static String number() {
        return "%010d".formatted(7_000_000 + NUMBER.incrementAndGet());
    }

    protected FacilityId hospital() {
        return facility(FacilityKind.HOSPITAL);
    }

    protected FacilityId facility(FacilityKind kind) {
        return facility(kind, Direction.DISCLOSE_AND_VIEW);
    }

    protected FacilityId facility(FacilityKind kind, Direction direction) {
        var number = 930_000 + NUMBER.incrementAndGet();
        return facilities.register(
                new Facility(
                        new FacilityId(0),
                        String.valueOf(number),
                        kind,
                        "見本施設 " + number,
                        "ミホンシセツ",
                        "082-000-0000",
                        "",
                        direction,
                        "HM",
                        false,
                        null),
                "見本会");
    }

    protected Requester at(FacilityId facility, Profession profession) {
        var login = "ward" + NUMBER.incrementAndGet();
        staff.register(facility, login, "見本 花子", "ミホン ハナコ", profession, true);
        return staff.byLogin(login).orElseThrow();
    }

    protected Requester doctor() {
        return at(facility(FacilityKind.CLINIC), Profession.DOCTOR);
    }

    protected Requester office() {
        return at(facility(FacilityKind.OFFICE), Profession.OPERATOR);
    }

    /// A card just issued, with the telephone of the papers; the person has said nothing yet.
    protected Cards.Card card() {
        var n = NUMBER.incrementAndGet();
        var applicant = new Person(
                PersonId.fresh(),
                "",
                "架空",
                "花子" + n,
                "カクウ",
                "ハナコ",
                LocalDate.of(1950, 2, 28),
                "female",
                "730-0000",
                "広島県架空市一丁目" + n,
                "架空市",
                "082-000-0000");
        return cards.issueFor(applicant, office());
    }

    /// Somebody with a card who shows this much, known at a hospital under a number.
    protected PersonId resident(ConsentChoice choice, FacilityId hospital, String number) {
        var person = card().holder().id();
        consents.record(person, choice, "paper", "2026-04", office());
        relations.tie(at(hospital, Profession.RECEPTION), person, number);
        return person;
    }

    /// The person denies rows of these kinds, whatever they bear and for ever.
    protected long denied(PersonId person, DeniedReaders to, long kinds) {
        return denied(person, to, new ConsentProvision(null, kinds, ConsentProvision.WHATEVER, null, null));
    }

    protected long denied(PersonId person, DeniedReaders to, ConsentProvision what) {
        return provisions.record(person, new ProvisionDraft(to, what, -1, null), ON_PAPER, office());
    }

    protected List<InboxReceipt> sent(FacilityId hospital, ReceivedFile... files) {
        return inbox.keep(hospital, List.of(files));
    }

    /// Sends and waits until all of it is filed.
    protected List<InboxReceipt> filed(FacilityId hospital, ReceivedFile... files) {
        var kept = sent(hospital, files);
        settle(hospital);
        return kept;
    }

    protected void settle(FacilityId hospital) {
        await(() -> db.sql("select count(*) from inbox_waiting where facility = ? and parked_until is null")
                        .param(hospital.value())
                        .query(Long.class)
                        .single()
                == 0);
    }

    /// What the inbox holds of a hospital, opened, in the order it came.
    protected List<byte[]> opened(FacilityId hospital) {
        return db.sql("select key, body from inbox where facility = ? order by id")
                .param(hospital.value())
                .query((row, number) -> {
                    var place = EnvelopeContext.ofInbox(hospital.value(), row.getBytes("key"));
                    var sealed = row.getBytes("body");
                    return envelopes.with(envelope -> envelope.open(sealed, place));
                })
                .list();
    }

    protected InboxState state(FacilityId hospital, InboxReceipt kept) {
        return inbox.state(hospital, kept.id()).orElseThrow();
    }

    /// What a requester's chart shows, newest first; nothing when it stays closed.
    protected List<ChartEntry> shown(Requester requester, PersonId person) {
        return charts.open(requester, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
            case Opening.Opened(var chart) -> chart.entries(-1, java.util.Optional.empty(), CareSpan.all(), 500);
            case Opening.Closed closed -> List.<ChartEntry>of();
        });
    }

    /// A connection of the tables' owner, in a transaction that is never committed.
    protected Connection owner() throws SQLException {
        var connection = DriverManager.getConnection(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
        connection.setAutoCommit(false);
        return connection;
    }

    /// The digest's line of the rows of one facility, as if it were alone and always the same one.
    protected String digest(FacilityId only) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            // The digest reads whole tables: narrower ones stand before them on this connection only.
            statement.execute(
                    "create temp view record as select * from public.record where facility = " + only.value());
            statement.execute("create temp view facility as select id, 'one' as code from public.facility");
            statement.execute("create temp view inbox_outcome as select * from public.inbox_outcome where facility = "
                    + only.value());
            return new Digest(new SingleConnectionDataSource(connection, true), keys, ring).line();
        }
    }

    /// Whether somebody waits for a lock that another holds.
    protected boolean somebodyWaits() {
        return db.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }
}
