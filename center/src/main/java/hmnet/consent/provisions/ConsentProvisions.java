package hmnet.consent.provisions;

import hmnet.consent.consents.Consents;
import hmnet.consent.consents.Purpose;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.people.patients.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What persons deny within their consents (同意の制限条項): recorded and ended, each as an event of the log. Both wait for
/// open charts of the person and hold for everything opened after their commit.
@Component
public class ConsentProvisions {
    private static final int LISTED = 500;

    private final JdbcClient db;
    private final Consents consents;
    private final Audit audit;

    ConsentProvisions(JdbcClient db, Consents consents, Audit audit) {
        this.db = db;
        this.consents = consents;
        this.audit = audit;
    }

    /// A provision as a person asks for it.
    ///
    /// @param purposes mask of `Purpose`; -1 for all
    /// @param until its last moment; null for ever
    public record ProvisionDraft(
            DeniedReaders to,
            ConsentProvision what,
            long purposes,
            @Nullable OffsetDateTime until) {
        /// The purposes it is about; none where it is about all.
        public List<Purpose> purposeList() {
            var some = Arrays.stream(Purpose.values())
                    .filter(purpose -> (purposes & purpose.mask()) != 0)
                    .toList();
            return some.size() == Purpose.values().length ? List.of() : some;
        }
    }

    /// How it was said (意思の確認方法).
    ///
    /// @param how `paper`, `oral`, `card` or `app`
    /// @param witness who saw the person sign; empty where nobody did
    public record ProvisionSource(String how, String noticeVersion, String witness) {}

    /// One that stands, or stood.
    public record RecordedProvision(
            long id,
            ProvisionDraft draft,
            OffsetDateTime since,
            String how,
            @Nullable OffsetDateTime endedAt) {}

    /// Who reads, in the numbers of the database.
    ///
    /// @param line what the facility is to those who shut somebody out: itself and whom it followed
    /// @param consented what it is to those who let somebody in
    public record ReaderNumbers(StaffId staff, Long[] line, Long[] consented, long facilityKind, Purpose purpose) {}

    /// @return its number
    @Transactional
    public long record(PersonId person, ProvisionDraft draft, ProvisionSource said, Requester by) {
        changed(person);
        var to = draft.to();
        var what = draft.what();
        long id = db.sql("""
                        insert into consent_provision
                               (person, staff, facility, facility_kinds, other_than, source, kinds, labels,
                                care_from, care_until, purposes, until, how, notice_version, by)
                        values (:person, :staff, :facility, :facility_kinds, :other_than::bigint[], :source, :kinds,
                                :labels, :care_from, :care_until, :purposes, :until, :how, :notice, :by) returning id""")
                .param("person", person.value())
                .param("staff", to.staff() == null ? null : to.staff().value())
                .param("facility", to.facility() == null ? null : to.facility().value())
                .param("facility_kinds", to.facilityKinds())
                .param(
                        "other_than",
                        to.otherThan() == null ? null : to.otherThan().toArray(Long[]::new))
                .param("source", what.source() == null ? null : what.source().value())
                .param("kinds", what.kinds())
                .param("labels", what.labels())
                .param("care_from", what.careFrom())
                .param("care_until", what.careUntil())
                .param("purposes", draft.purposes())
                .param("until", draft.until())
                .param("how", said.how())
                .param("notice", said.noticeVersion())
                .param("by", by.actor().word())
                .query(Long.class)
                .single();
        var detail = new TreeMap<>(Map.of("how", said.how(), "notice", said.noticeVersion(), "provision", id + ""));
        if (!said.witness().isEmpty()) {
            detail.put("witness", said.witness());
        }
        audit.write(by.did(Action.CONSENT_RECORDED, person.value(), "denied", detail));
        return id;
    }

    /// @return whether it stood until now and was this person's
    @Transactional
    public boolean end(PersonId person, long id, ProvisionSource said, Requester by) {
        changed(person);
        var ended = db.sql("""
                                update consent_provision set ended_at = clock_timestamp(), ended_by = ?
                                 where id = ? and person = ? and ended_at is null""").params(by.actor().word(), id, person.value()).update() == 1;
        if (ended) {
            audit.write(by.did(
                    Action.CONSENT_RECORDED,
                    person.value(),
                    "no-longer-denied",
                    Map.of("how", said.how(), "notice", said.noticeVersion(), "provision", id + "")));
        }
        return ended;
    }

    /// Waits for open charts; what the office chose for persons who are one ends, since one of them says something new.
    private void changed(PersonId person) {
        consents.endChoice(consents.held(person));
        db.sql("update consent set provisions = provisions + 1 where person = ?")
                .param(person.value())
                .update();
    }

    /// Those that stand for a person, newest first.
    public List<RecordedProvision> standing(PersonId person) {
        return db.sql("""
                        select * from consent_provision
                         where person = ? and ended_at is null and (until is null or until > now())
                         order by id desc limit ?""")
                .params(person.value(), LISTED)
                .query(ConsentProvisions::recorded)
                .list();
    }

    /// What holds now for a reader, of a person and all who are one with them. The caller holds their consents.
    /// Where a life is at risk and nobody can be asked, those denials hold that name that purpose, a label or a
    /// member of staff (decision 0089).
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ConsentProvision> against(PersonId person, ReaderNumbers reader) {
        return db.sql("""
                        select p.source, p.kinds, p.labels, p.care_from, p.care_until from consent_provision p
                         where p.person = any(array(select s.other from same_person s where s.person = :person)
                                              || cast(:person as uuid))
                           and p.ended_at is null and p.since <= now() and (p.until is null or p.until > now())
                           and p.purposes & :purpose <> 0
                           and (not :lifeAtRisk or p.purposes <> -1 or p.labels <> -1 or p.staff is not null)
                           and (p.staff = :staff
                                or p.facility = any(:line::bigint[])
                                or p.facility_kinds & :kind <> 0
                                or not p.other_than && :consented::bigint[])""")
                .param("person", person.value())
                .param("purpose", reader.purpose().denials())
                .param("lifeAtRisk", reader.purpose() == Purpose.BREAK_GLASS)
                .param("staff", reader.staff().value())
                .param("line", reader.line())
                .param("kind", reader.facilityKind())
                .param("consented", reader.consented())
                .query((row, number) -> provision(row))
                .list();
    }

    /// A denial that is about every facility of some kinds.
    ///
    /// @param facilityKinds mask; -1 = everybody
    public record KindDenial(long facilityKinds, ConsentProvision what) {}

    /// What each of many persons denies to a reader whom nobody named, for treatment at a moment: denials to kinds of
    /// facility, to everybody, and to all but some.
    public Map<PersonId, List<KindDenial>> unnamed(Collection<PersonId> persons, OffsetDateTime at) {
        var denials = new HashMap<PersonId, List<KindDenial>>();
        db.sql("""
                        select p.person, coalesce(p.facility_kinds, -1) as readers, p.source, p.kinds, p.labels,
                               p.care_from, p.care_until
                          from consent_provision p
                         where p.person = any(:persons::uuid[]) and p.staff is null and p.facility is null
                           and p.ended_at is null and p.since <= greatest(:at, now())
                           and (p.until is null or p.until > :at)
                           and p.purposes & :purpose <> 0
                         order by p.person, p.id""")
                .param("persons", persons.stream().map(PersonId::toString).toArray(String[]::new))
                .param("at", at)
                .param("purpose", Purpose.TREATMENT.mask())
                .query(row -> {
                    denials.computeIfAbsent(
                                    new PersonId(row.getObject("person", UUID.class)), first -> new ArrayList<>())
                            .add(new KindDenial(row.getLong("readers"), provision(row)));
                });
        return denials;
    }

    private static RecordedProvision recorded(ResultSet row, int number) throws SQLException {
        var staff = row.getObject("staff", Long.class);
        var facility = row.getObject("facility", Long.class);
        var others = row.getArray("other_than");
        return new RecordedProvision(
                row.getLong("id"),
                new ProvisionDraft(
                        new DeniedReaders(
                                staff == null ? null : new StaffId(staff),
                                facility == null ? null : new FacilityId(facility),
                                row.getObject("facility_kinds", Long.class),
                                others == null ? null : Set.of((Long[]) others.getArray())),
                        provision(row),
                        row.getLong("purposes"),
                        row.getObject("until", OffsetDateTime.class)),
                row.getObject("since", OffsetDateTime.class),
                row.getString("how"),
                row.getObject("ended_at", OffsetDateTime.class));
    }

    private static ConsentProvision provision(ResultSet row) throws SQLException {
        var source = row.getObject("source", Long.class);
        return new ConsentProvision(
                source == null ? null : new FacilityId(source),
                row.getLong("kinds"),
                row.getLong("labels"),
                row.getObject("care_from", LocalDate.class),
                row.getObject("care_until", LocalDate.class));
    }
}
