package hmnet.care.chartforms;

import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.people.links.OwnCharts;
import hmnet.people.patients.PersonId;
import hmnet.record.forms.FormAuthor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Members of staff as authors of sheets (職員としての記入者): as the record of their facility, under its own chart number.
@Component
class StaffAuthors {
    private static final Messages JAPANESE = Messages.in(Language.JAPANESE);
    private final OwnCharts ownCharts;
    private final Facilities facilities;

    StaffAuthors(OwnCharts ownCharts, Facilities facilities) {
        this.ownCharts = ownCharts;
        this.facilities = facilities;
    }

    /// Whether somebody may fill in sheets of a person (記入の可否).
    sealed interface Authorship {
        record Author(FormAuthor author) implements Authorship {}

        /// @param why as in `chartforms.barred.…`
        record Barred(String why) implements Authorship {}
    }

    Authorship of(Requester requester, PersonId person) {
        if (!requester.direction().discloses()) {
            return new Authorship.Barred("discloses");
        }
        return number(requester, person)
                .<Authorship>map(number -> new Authorship.Author(author(requester, person, number)))
                .orElseGet(() -> new Authorship.Barred("number"));
    }

    private Optional<String> number(Requester requester, PersonId person) {
        return ownCharts.ofPersons(requester.facility(), List.of(person)).stream()
                .filter(chart -> person.equals(chart.person()))
                .map(OwnCharts.OwnChart::number)
                .findFirst();
    }

    private FormAuthor author(Requester requester, PersonId person, String number) {
        return new FormAuthor(
                requester.actor(),
                requester.name() + "（"
                        + JAPANESE.t("profession." + requester.profession().word()) + "・" + requester.facilityName()
                        + "）",
                requester.facility(),
                FormAuthor.system(facilities.get(requester.facility()).code()),
                number,
                person,
                requester::did);
    }
}
