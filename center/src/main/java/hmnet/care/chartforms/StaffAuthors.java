package hmnet.care.chartforms;

import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.people.links.OwnCharts;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import hmnet.record.forms.FormAuthor;
import hmnet.record.forms.FormDrafts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Members of staff as authors of sheets (職員としての記入者): as the record of their facility, under its own chart number.
@Component
class StaffAuthors {
    private static final Messages JAPANESE = Messages.in(Language.JAPANESE);
    private final OwnCharts ownCharts;
    private final SamePersons samePersons;
    private final Facilities facilities;
    private final FormDrafts drafts;

    StaffAuthors(OwnCharts ownCharts, SamePersons samePersons, Facilities facilities, FormDrafts drafts) {
        this.ownCharts = ownCharts;
        this.samePersons = samePersons;
        this.facilities = facilities;
        this.drafts = drafts;
    }

    /// Whether somebody may fill in sheets of a person (記入の可否).
    sealed interface Authorship {
        record Author(FormAuthor author) implements Authorship {}

        /// @param why as in `chartforms.barred.…`
        record Barred(String why) implements Authorship {}

        /// Who fills in; nobody where they are barred.
        default Optional<FormAuthor> writer() {
            return switch (this) {
                case Author(var author) -> Optional.of(author);
                case Barred barred -> Optional.empty();
            };
        }
    }

    /// The same for whoever is about to write: the key is ready under which it is sealed. Outside the transaction that
    /// writes.
    Authorship ready(Requester requester, PersonId person) {
        var authorship = of(requester, person);
        authorship.writer().ifPresent(drafts::ready);
        return authorship;
    }

    Authorship of(Requester requester, PersonId person) {
        if (!requester.direction().discloses()) {
            return new Authorship.Barred("discloses");
        }
        var persons = same(person);
        return number(requester, persons)
                .<Authorship>map(number -> new Authorship.Author(author(requester, persons, number)))
                .orElseGet(() -> new Authorship.Barred("number"));
    }

    /// The chart of this person first, else of one who was found to be the same.
    private Optional<String> number(Requester requester, List<PersonId> persons) {
        return ownCharts.ofPersons(requester.facility(), persons).stream()
                .filter(chart -> chart.person() != null && persons.contains(chart.person()))
                .min(Comparator.comparingInt(chart -> persons.indexOf(chart.person())))
                .map(OwnCharts.OwnChart::number);
    }

    private List<PersonId> same(PersonId person) {
        return Stream.concat(Stream.of(person), samePersons.of(person).stream())
                .distinct()
                .toList();
    }

    private FormAuthor author(Requester requester, List<PersonId> persons, String number) {
        return new FormAuthor(
                requester.actor(),
                requester.name() + "（"
                        + JAPANESE.t("profession." + requester.profession().word()) + "・" + requester.facilityName()
                        + "）",
                requester.facility(),
                FormAuthor.system(facilities.get(requester.facility()).code()),
                number,
                persons,
                requester::did);
    }
}
