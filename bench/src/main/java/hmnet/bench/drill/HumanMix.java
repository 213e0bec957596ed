package hmnet.bench.drill;

import hmnet.formats.model.chart.Demographics;
import hmnet.people.patients.NumberHistory;
import hmnet.people.patients.PatientClaim;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One chart number and the random humans it means (番号の持ち主の乱数列): reuse, slips of the pen, newborns, marriages, twins,
/// deaths and missing fields. Who a message is about is known from how it was made, never from how it reads.
final class HumanMix {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-01-05T09:00:00+09:00");
    private static final List<String> FAMILIES = List.of(
            "架空 カクウ", "仮名 カメイ", "見本 ミホン", "髙野 タカノ", "高野 タカノ", "渡邉 ワタナベ", "例示 レイジ", "試験 シケン");
    private static final List<String> GIVEN = List.of(
            "花子 ハナコ f", "華子 ハナコ f", "さくら サクラ f", "桜 サクラ f", "太郎 タロウ m", "一郎 イチロウ m", "陸 リク m", "空 ソラ m",
            "翔太 ショウタ m", "翔平 ショウヘイ m", "美咲 ミサキ f", "美月 ミツキ f");
    private static final int MESSAGES = 14;
    private static final int DAYS_A_MESSAGE = 25;

    private final SplittableRandom lots;
    private final List<MixedHuman> humans = new ArrayList<>();
    private final List<Integer> charts = new ArrayList<>();
    private int messages;
    private int waiting;
    private int wrong;

    HumanMix(long seed) {
        this.lots = new SplittableRandom(seed);
    }

    /// @param sex `m` or `f`
    /// @param named whether a newborn has a name by now
    private record MixedHuman(
            String family,
            String familyKana,
            String given,
            String givenKana,
            LocalDate born,
            String sex,
            String home,
            boolean named,
            @Nullable LocalDate died) {
        MixedHuman married(String other, String kana) {
            return new MixedHuman(other, kana, given, givenKana, born, sex, home, named, died);
        }

        MixedHuman withName() {
            return new MixedHuman(family, familyKana, given, givenKana, born, sex, home, true, died);
        }

        MixedHuman dead(LocalDate on) {
            return new MixedHuman(family, familyKana, given, givenKana, born, sex, home, named, on);
        }
    }

    HumanMix play() {
        var history = new NumberHistory();
        var at = START;
        var now = newcomer(at.toLocalDate());
        humans.add(now);
        for (var n = 0; n < MESSAGES; n++) {
            at = at.plusDays(1L + lots.nextInt(DAYS_A_MESSAGE));
            var fresh = n == 0;
            if (n > 0 && chance(6)) {
                humans.add(chance(3) ? twin(humans.getLast()) : newcomer(at.toLocalDate()));
                fresh = true;
            } else if (chance(12)) {
                change(at.toLocalDate());
            }
            var about = fresh || chance(85) ? humans.size() - 1 : lots.nextInt(humans.size());
            send(history, about, fresh, at);
        }
        return this;
    }

    private void send(NumberHistory history, int about, boolean fresh, OffsetDateTime at) {
        var human = humans.get(about);
        var claim = claim(human, fresh, at);
        messages++;
        var twins = humans.stream().anyMatch(one -> one != human && one.born().equals(human.born()));
        var filed = history.file(claim, twins);
        if (filed.isEmpty()) {
            waiting++;
            var known = charts.indexOf(about);
            if (known >= 0) {
                history.assign(known, claim);
            } else {
                history.open(claim);
                charts.add(about);
            }
        } else if (filed.getAsInt() == charts.size()) {
            charts.add(about);
        } else if (charts.get(filed.getAsInt()) != about) {
            wrong++;
        }
    }

    /// A new holder's first message comes from registration: it names the human and says when they were born.
    private PatientClaim claim(MixedHuman human, boolean fresh, OffsetDateTime at) {
        var given = human.named() ? human.given() : "ベビー";
        var givenKana = human.named() ? human.givenKana() : "ベビー";
        var born = human.born();
        var sex = human.sex().equals("m") ? "male" : "female";
        var kana = fresh || !chance(20);
        var nameless = !fresh && chance(4);
        var birthless = !fresh && chance(10);
        if (!fresh && chance(4)) {
            born = slip(born);
        }
        var half = chance(20);
        var person = new Demographics(
                nameless ? "" : written(human.family()),
                nameless ? "" : given,
                nameless || !kana ? "" : half ? narrow(human.familyKana()) : human.familyKana(),
                nameless || !kana ? "" : half ? narrow(givenKana) : givenKana,
                birthless ? null : born,
                !fresh && chance(10) ? "unknown" : sex,
                "",
                !fresh && chance(20) ? "" : human.home(),
                "",
                human.died());
        var master = fresh || chance(40);
        return new PatientClaim("1", person, at, master, null, null);
    }

    private void change(LocalDate today) {
        var human = humans.getLast();
        var other = FAMILIES.get(lots.nextInt(FAMILIES.size())).split(" ");
        humans.set(
                humans.size() - 1,
                human.died() != null ? human
                        : !human.named() ? human.withName() : chance(50) ? human.married(other[0], other[1]) : human.dead(today));
    }

    private MixedHuman newcomer(LocalDate today) {
        var family = FAMILIES.get(lots.nextInt(FAMILIES.size())).split(" ");
        var given = GIVEN.get(lots.nextInt(GIVEN.size())).split(" ");
        var baby = chance(15);
        var born = baby ? today.minusDays(lots.nextInt(5)) : LocalDate.of(1925, 1, 1).plusDays(lots.nextInt(36_000));
        var home = "架空市" + (1 + lots.nextInt(40)) + "丁目" + (1 + lots.nextInt(30)) + "番" + (1 + lots.nextInt(20)) + "号";
        return new MixedHuman(family[0], family[1], given[0], given[1], born, given[2], home, !baby, null);
    }

    private MixedHuman twin(MixedHuman of) {
        var given = GIVEN.get(lots.nextInt(GIVEN.size())).split(" ");
        while (given[1].equals(of.givenKana())) {
            given = GIVEN.get(lots.nextInt(GIVEN.size())).split(" ");
        }
        return new MixedHuman(
                of.family(), of.familyKana(), given[0], given[1], of.born(), given[2], of.home(), true, null);
    }

    private String written(String family) {
        return chance(30) ? family.replace('髙', '高').replace('邉', '辺') : family;
    }

    private LocalDate slip(LocalDate day) {
        var month = day.getDayOfMonth() % 10 == 9 ? -1 : 1;
        var other = day.plusDays(month);
        return other.getMonthValue() == day.getMonthValue() ? other : day;
    }

    private static String narrow(String kana) {
        var full = "アイウカクケコシジスソタトナニノハビベホマミメーョヤラリレロンツキサイヘ";
        var half = List.of("ｱ", "ｲ", "ｳ", "ｶ", "ｸ", "ｹ", "ｺ", "ｼ", "ｼﾞ", "ｽ", "ｿ", "ﾀ", "ﾄ", "ﾅ", "ﾆ", "ﾉ", "ﾊ", "ﾋﾞ", "ﾍﾞ",
                "ﾎ", "ﾏ", "ﾐ", "ﾒ", "ｰ", "ｮ", "ﾔ", "ﾗ", "ﾘ", "ﾚ", "ﾛ", "ﾝ", "ﾂ", "ｷ", "ｻ", "ｲ", "ﾍ");
        var text = new StringBuilder();
        kana.chars().forEach(c -> text.append(full.indexOf(c) < 0 ? Character.toString(c) : half.get(full.indexOf(c))));
        return text.toString();
    }

    private boolean chance(int percent) {
        return lots.nextInt(100) < percent;
    }

    int messages() {
        return messages;
    }

    int waiting() {
        return waiting;
    }

    /// Messages that reached another human's chart without a human's word.
    int wrong() {
        return wrong;
    }
}
