package hmnet.exchange.personquery;

import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.DisclosureFilter;
import hmnet.exchange.callers.QueryTrail;
import hmnet.exchange.callers.Question;
import hmnet.exchange.personquery.Likenesses.Likeness;
import hmnet.formats.model.chart.Demographics;
import hmnet.people.links.PatientIndex;
import hmnet.people.matching.Match;
import hmnet.people.matching.MatchOutcome;
import hmnet.people.matching.Matcher;
import hmnet.people.matching.SearchKeys;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who resembles a description (本人照合; `$match`, ITI-119), by the odds the centre's own matching uses.
@Component
public class PersonMatch {
    private static final int READ_MAX = 500;
    private static final double PROBABLE = 0.9;
    private final PatientIndex patientIndex;
    private final PersonSearch search;
    private final Matcher matcher;
    private final QueryTrail trail;

    PersonMatch(PatientIndex patientIndex, PersonSearch search, Matcher matcher, QueryTrail trail) {
        this.patientIndex = patientIndex;
        this.search = search;
        this.matcher = matcher;
        this.trail = trail;
    }

    /// @param onlyCertain tells nobody unless exactly one person resembles without doubt
    @Transactional
    public Likenesses find(Caller caller, Question question, Demographics described, boolean onlyCertain, int most) {
        if (question.namesIndividual(described.phone(), List.of())) {
            trail.refused(caller, question.withoutParameters(), "individual number");
            return new Likenesses.IndividualNumber();
        }
        if (described.birthDate() == null && described.phone().isBlank()) {
            trail.refused(caller, question, "too vague");
            return new Likenesses.TooVague();
        }
        var graded = graded(caller, described);
        var certain = graded.stream()
                .filter(like -> like.grade() == Likeness.Grade.CERTAIN)
                .toList();
        var told = onlyCertain
                ? certain.size() == 1 ? certain : List.<Likeness>of()
                : graded.subList(0, Math.min(most, graded.size()));
        var people = told.stream()
                .map(like -> like.candidate().person())
                .filter(Objects::nonNull)
                .toList();
        var others = told.size() - people.size();
        if (!trail.admits(caller, question, people, others)) {
            return new Likenesses.OverLimit();
        }
        trail.told(caller, question, people, others);
        return new Likenesses.Graded(told);
    }

    private List<Likeness> graded(Caller caller, Demographics described) {
        var asked = comparable(described);
        var keys = SearchKeys.of(asked);
        var charts = search.ofOwn(caller, facility -> patientIndex.chartsLike(facility, keys, READ_MAX));
        var read = new PersonSearch.SearchedRows(
                like(asked, charts, chart -> comparable(chart.said())),
                like(
                        asked,
                        patientIndex.peopleLike(keys, READ_MAX),
                        person -> comparable(DisclosureFilter.received(person))));
        var candidates = search.candidates(caller, Traits.NONE, read);
        var matches = matcher.compare(
                asked, candidates.stream().map(one -> comparable(one.said())).toList());
        return IntStream.range(0, candidates.size())
                .filter(i -> matches.get(i).outcome() != MatchOutcome.SEPARATE)
                .mapToObj(i -> new Likeness(candidates.get(i), matches.get(i).score(), grade(matches.get(i))))
                .sorted(Comparator.comparing(Likeness::grade)
                        .thenComparing(
                                Comparator.comparingDouble(Likeness::score).reversed()))
                .toList();
    }

    private <T> List<T> like(
            hmnet.people.matching.Demographics asked,
            List<T> all,
            Function<T, hmnet.people.matching.Demographics> said) {
        var matches = matcher.compare(asked, all.stream().map(said).toList());
        var alike = new ArrayList<T>();
        for (var i = 0; i < all.size(); i++) {
            if (matches.get(i).outcome() != MatchOutcome.SEPARATE) {
                alike.add(all.get(i));
            }
        }
        return alike;
    }

    private static Likeness.Grade grade(Match match) {
        return switch (match.outcome()) {
            case LINK -> Likeness.Grade.CERTAIN;
            case REVIEW, SEPARATE -> match.score() >= PROBABLE ? Likeness.Grade.PROBABLE : Likeness.Grade.POSSIBLE;
        };
    }

    private static hmnet.people.matching.Demographics comparable(Demographics said) {
        var born = said.birthDate();
        return new hmnet.people.matching.Demographics(
                "",
                "",
                "",
                said.familyName() + "　" + said.givenName(),
                said.familyKana() + "　" + said.givenKana(),
                said.sex(),
                born == null ? "" : DateTimeFormatter.BASIC_ISO_DATE.format(born),
                said.postalCode(),
                said.address(),
                said.phone(),
                "",
                "",
                "",
                "");
    }
}
