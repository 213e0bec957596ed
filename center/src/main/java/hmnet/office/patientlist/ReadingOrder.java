package hmnet.office.patientlist;

import hmnet.ground.directory.FacilityId;
import hmnet.people.folding.SearchedReading;
import hmnet.people.patients.PeopleKeys;
import hmnet.people.patients.SealedDemographics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A facility's patients whose reading begins so, in the order of readings (よみの順). The database knows the first four
/// characters of a reading as keyed numbers; what is longer is compared after opening.
@Component
class ReadingOrder {
    private final JdbcClient db;
    private final SealedDemographics sealed;
    private final PeopleKeys keys;

    ReadingOrder(JdbcClient db, SealedDemographics sealed, PeopleKeys keys) {
        this.db = db;
        this.sealed = sealed;
        this.keys = keys;
    }

    /// @param begins folded; empty for all of the facility
    /// @param last the place of the last line of the page before
    List<ListPlace> after(FacilityId facility, String begins, ListPlace last) {
        return db
                .sql("""
                        with hit as materialized (select id, facility, shown from patient
                                                   where closed_at is null and %s)
                        select id, shown from hit where facility = :facility""".formatted(begins.isEmpty() ? "facility = :facility" : "kana_keys @> :keys::bigint[]"))
                .param("facility", facility.value())
                .param("keys", keys.beginning(facility, begins))
                .query(this::place)
                .list()
                .stream()
                .filter(place -> place.follows(last, begins))
                .sorted(ListPlace.order())
                .toList();
    }

    private ListPlace place(ResultSet row, int number) throws SQLException {
        var said = sealed.patient(row, "id");
        return new ListPlace(SearchedReading.folded(said.familyKana() + said.givenKana()), row.getLong("id"));
    }
}
