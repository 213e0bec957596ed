package hmnet.people.arrivals;

import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientId;

/// The shared centre with questions for the review desk (確認待ちのある窓口), for tests of other modules.
public abstract class Questions extends Reception {
    /// A chart of somebody new, under a number of a hospital.
    protected PatientId arrived(FacilityId hospital, String number) {
        return matched(sent(hospital, number, Human.somebody()));
    }

    /// Two charts that look like one person's: the second one's hospital asks.
    protected long likely(FacilityId hospital, String number) {
        var one = Human.somebody().insured();
        matched(one);
        var other = one.born(one.born().plusYears(7).plusMonths(4).plusDays(11));
        return only(matched(sent(hospital, number, other)));
    }

    /// Two persons whom the office registered and who look like one.
    protected long persons() {
        var one = Human.somebody();
        registered(one);
        var other = registered(one.living(one.address() + "見本荘", one.phone()));
        return db.sql("""
                        select id from match_review
                         where (person = :person or other_person = :person) and state in ('open', 'later')""").param("person", other.value()).query(Long.class).single();
    }

    /// A chart that a desk has tied to a person and that reads like somebody else's by now.
    protected long contradiction(FacilityId hospital, String number) {
        var one = Human.somebody();
        var person = registered(one);
        var patient = matched(sent(hospital, number, one));
        persons.link(person, hospital, number, Actor.staff(7), "desk");
        matched(sent(hospital, number, Human.named("幻谷", "九郎", "マボロシダニ", "クロウ").born(one.born())));
        return only(patient);
    }

    /// A chart that matching has linked with another one by itself.
    protected PatientId linkedByMatching(FacilityId hospital, String number) {
        var one = Human.somebody();
        matched(one);
        return matched(sent(hospital, number, one));
    }

    /// Matches a chart again, as when it comes once more.
    protected void matchedAgain(PatientId patient) {
        matched(patient);
    }

    private long only(PatientId patient) {
        return asked(patient).getFirst().id();
    }
}
