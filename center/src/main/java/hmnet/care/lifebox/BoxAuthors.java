package hmnet.care.lifebox;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.people.patients.PersonId;
import hmnet.record.forms.FormAuthor;
import hmnet.record.forms.FormDrafts;
import hmnet.record.ownrecords.HandbookCharts;
import hmnet.record.ownrecords.HandbookCharts.HandbookChart;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Who signs a life box as the person's own (命の宝箱の記入者): filed as the record of the handbook.
@Component
class BoxAuthors {
    private static final String OWN = "本人";
    private static final String PROXY = "代理人";

    private final HandbookCharts handbook;
    private final FormDrafts drafts;
    private final TransactionOperations transaction;

    BoxAuthors(HandbookCharts handbook, FormDrafts drafts, TransactionOperations transaction) {
        this.handbook = handbook;
        this.drafts = drafts;
        this.transaction = transaction;
    }

    /// The resident who writes, with a chart in the handbook and a key; outside the transaction that writes. Nobody
    /// where no handbook is registered.
    Optional<FormAuthor> ready(ResidentCaller resident) {
        return ready(new PersonId(resident.person()), resident.actor(), words(resident), resident::did);
    }

    /// The same for the paper that a person signed at a counter.
    Optional<FormAuthor> ready(PersonId person, Requester at) {
        return ready(person, at.actor(), OWN + "（紙に署名、" + at.facilityName() + "の" + at.name() + "が確認）", at::did);
    }

    private Optional<FormAuthor> ready(
            PersonId person, Actor actor, String words, BiFunction<Action, String, Trace> trace) {
        var chart = transaction.execute(status -> handbook.made(person, actor));
        var author =
                Optional.ofNullable(chart).flatMap(made -> made).map(made -> author(made, person, actor, words, trace));
        author.ifPresent(drafts::ready);
        return author;
    }

    /// Whoever has written before: nothing is made for a look.
    Optional<FormAuthor> known(ResidentCaller resident) {
        var person = new PersonId(resident.person());
        return handbook.find(person)
                .map(chart -> author(chart, person, resident.actor(), words(resident), resident::did));
    }

    private FormAuthor author(
            HandbookChart chart, PersonId person, Actor actor, String words, BiFunction<Action, String, Trace> trace) {
        return new FormAuthor(
                actor,
                words,
                chart.facility().id(),
                FormAuthor.system(chart.facility().code()),
                chart.number(),
                handbook.same(person),
                trace);
    }

    /// Who signs what takes the place of another: under the chart number of that, or it would not take its place.
    Optional<FormAuthor> inPlaceOf(KeptBox standing, FormAuthor author) {
        return handbook.holding(author.person(), standing.facility(), standing.patient())
                .map(chart -> author.under(chart.number()));
    }

    private static String words(ResidentCaller resident) {
        return resident.representation() == null ? OWN : PROXY;
    }
}
