package hmnet.bench.drill.humans;

import hmnet.people.patients.NumberHistory;
import hmnet.people.patients.PatientClaim;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// One chart number and the random humans it means (番号の持ち主の乱数列): reuse, also after a death; marriages with and without
/// a move; newborns and their naming; twins; late results of earlier holders; messages that came under a
/// wrong number. Who a message is about is known from how it was made, never from how it reads. Twins have
/// charts of their own too.
public final class HumanMix {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-01-05T09:00:00+09:00");
    private static final int MESSAGES = 14;
    private static final int DAYS_A_MESSAGE = 25;

    private final SplittableRandom lots;
    private final MixedPeople people;
    private final MixedTelling telling;
    private final NumberHistory history = new NumberHistory();

    /// Everybody, and whether the number is theirs or was.
    private final List<MixedHuman> humans = new ArrayList<>();

    private final List<Integer> holders = new ArrayList<>();

    /// Whose each chart under the number truly is.
    private final List<Integer> charts = new ArrayList<>();

    /// What messages told of each so far.
    private final List<KnownFields> known = new ArrayList<>();

    private final Set<String> questions = new HashSet<>();
    private int messages;
    private int waiting;
    private int wrong;
    private int namesakes;

    public HumanMix(long seed) {
        this.lots = new SplittableRandom(seed);
        this.people = new MixedPeople(lots);
        this.telling = new MixedTelling(lots);
    }

    public HumanMix play() {
        var at = START;
        hold(people.newcomer(at.toLocalDate()));
        for (var n = 0; n < MESSAGES; n++) {
            at = at.plusDays(1L + lots.nextInt(DAYS_A_MESSAGE));
            if (n > 0) {
                live(at);
            }
            if (n > 0 && chance(3)) {
                humans.add(stranger(at));
                send(humans.size() - 1, at, true);
            } else {
                var late = holders.size() > 1 && chance(20);
                var about = late ? holders.get(lots.nextInt(holders.size())) : holders.getLast();
                send(about, at, n == 0 || !charts.contains(about));
            }
        }
        return this;
    }

    private void hold(MixedHuman human) {
        humans.add(human);
        holders.add(humans.size() - 1);
    }

    /// What happens to the holder between two messages.
    private void live(OffsetDateTime at) {
        var last = holders.getLast();
        var human = humans.get(last);
        var today = at.toLocalDate();
        if (chance(human.died() == null ? 6 : 30)) {
            hold(chance(8) ? people.twinOf(human, humans) : people.newcomer(today));
        } else if (human.died() == null && chance(14)) {
            humans.set(
                    last,
                    switch (lots.nextInt(5)) {
                        case 0 -> human.named() ? human.married(people.surname(human.foreign())) : human.withName();
                        case 1 ->
                            human.named()
                                    ? human.married(people.surname(human.foreign()))
                                            .living(people.home())
                                    : human.withName();
                        case 2 -> human.living(people.home());
                        case 3 -> human.withName();
                        default -> human.dead(today.minusDays(lots.nextInt(2)));
                    });
        }
    }

    /// Whose number was mistyped: anybody, or the holder's twin.
    private MixedHuman stranger(OffsetDateTime at) {
        return chance(25) ? people.twinOf(humans.get(holders.getLast()), humans) : people.newcomer(at.toLocalDate());
    }

    private void send(int about, OffsetDateTime at, boolean named) {
        var human = humans.get(about);
        var claim = telling.claim(human, at, named);
        messages++;
        var twin = IntStream.range(0, humans.size())
                .anyMatch(one -> one != about && humans.get(one).looksLikeATwinOf(human));
        var filed = history.file(claim, twin);
        if (filed.isEmpty()) {
            waiting++;
            questions.add(question(claim));
            answer(about, claim);
        } else if (filed.getAsInt() == charts.size()) {
            charts.add(about);
            known.add(KnownFields.NONE.and(humans.get(about), claim));
        } else {
            count(filed.getAsInt(), about, claim);
        }
    }

    private void count(int chart, int about, PatientClaim claim) {
        var before = known.get(chart);
        if (charts.get(chart) == about) {
            known.set(chart, before.and(humans.get(about), claim));
        } else if (before.contradicts(claim)) {
            wrong++;
        } else {
            namesakes++;
        }
    }

    /// The human at the desk knows whose it is; what came under a wrong number reaches no chart.
    private void answer(int about, PatientClaim claim) {
        var chart = charts.indexOf(about);
        if (chart >= 0) {
            history.assign(chart, claim);
            known.set(chart, known.get(chart).and(humans.get(about), claim));
        } else if (holders.contains(about)) {
            history.open(claim);
            charts.add(about);
            known.add(KnownFields.NONE.and(humans.get(about), claim));
        }
    }

    /// What is asked once: one answer holds for all that tell the same name, birth date and sex.
    private static String question(PatientClaim claim) {
        var d = claim.demographics();
        return d.familyName() + d.givenName() + d.familyKana() + d.givenKana() + d.birthDate() + d.sex();
    }

    private boolean chance(int percent) {
        return lots.nextInt(100) < percent;
    }

    public int messages() {
        return messages;
    }

    public int waiting() {
        return waiting;
    }

    /// Decisions that a human was asked for.
    public int questions() {
        return questions.size();
    }

    /// Messages of somebody else that tell nothing but what is true of the human whose chart they reached:
    /// nobody could know.
    public int namesakes() {
        return namesakes;
    }

    /// Messages that reached another human's chart without a human's word, though something in them says
    /// otherwise.
    public int wrong() {
        return wrong;
    }
}
