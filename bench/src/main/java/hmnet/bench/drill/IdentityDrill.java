package hmnet.bench.drill;

import hmnet.bench.drill.humans.HumanMix;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Result;

/// Random humans under one chart number (本人取違えの訓練): no message reaches another human's chart without a human's word,
/// and how many wait for one is told. Needs no centre.
final class IdentityDrill implements Drill {
    @Override
    public Verdict run(Home home, DrillSettings asked) {
        var messages = 0L;
        var waiting = 0L;
        var questions = 0L;
        var namesakes = 0L;
        var wrong = 0L;
        var mixes = asked.times(10_000);
        for (var n = 0; n < mixes; n++) {
            var mix = new HumanMix(asked.seed() + n).play();
            messages += mix.messages();
            waiting += mix.waiting();
            questions += mix.questions();
            namesakes += mix.namesakes();
            wrong += mix.wrong();
            if (mix.wrong() > 0 && wrong < 20) {
                System.err.println(
                        "drill identity: seed " + (asked.seed() + n) + " filed a message under another human");
            }
        }
        return Verdict.of(
                "identity",
                asked.seed(),
                messages > 0 && wrong == 0,
                "mixes",
                mixes,
                "messages",
                messages,
                "waiting_percent",
                Result.rounded(100.0 * waiting / Math.max(1, messages), 2),
                "questions_percent",
                Result.rounded(100.0 * questions / Math.max(1, messages), 2),
                "namesakes",
                namesakes,
                "wrong",
                wrong);
    }
}
