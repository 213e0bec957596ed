package hmnet.office.patientlist;

import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.SealedNumbers;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A facility's patients whose chart number begins so, in the order of numbers (カルテ番号の順). The database sees no number:
/// all of the facility's are opened, out of one index that holds nothing else.
@Component
class NumberOrder {
    private final JdbcClient db;
    private final SealedNumbers numbers;

    NumberOrder(JdbcClient db, SealedNumbers numbers) {
        this.db = db;
        this.numbers = numbers;
    }

    /// @param begins empty for all of the facility
    /// @param last the place of the last line of the page before
    List<ListPlace> after(FacilityId facility, String begins, ListPlace last) {
        return db
                .sql("select id, number from patient where facility = ? and closed_at is null")
                .param(facility.value())
                .query((row, n) -> new ListPlace(numbers.opened(row.getBytes("number")), row.getLong("id")))
                .list()
                .stream()
                .filter(place -> place.follows(last, begins))
                .sorted(ListPlace.order())
                .toList();
    }
}
