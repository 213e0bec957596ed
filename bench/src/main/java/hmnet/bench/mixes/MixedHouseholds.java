package hmnet.bench.mixes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// The households of a made-up region, one after the other (架空の世帯): with twins, fathers and sons of one name,
/// newborns, foreigners, and namesakes of people who were drawn before.
final class MixedHouseholds {
    private static final int REMEMBERED = 4000;
    private final MixShares shares;
    private final SplittableRandom lots;
    private final List<MixHuman> earlier = new ArrayList<>();
    private MixHome dormitory;
    private int number;
    private int beds;

    MixedHouseholds(MixShares shares, SplittableRandom lots) {
        this.shares = shares;
        this.lots = lots;
        this.dormitory = MixHome.draw(lots, shares.towns());
    }

    List<MixHuman> next() {
        var members = new ArrayList<MixHuman>();
        if (lots.nextDouble() < shares.foreign() * 1.6) {
            foreigners(members);
        } else {
            family(members);
        }
        namesakes(members);
        return members;
    }

    private void family(List<MixHuman> members) {
        var family = JapaneseName.family(lots);
        var home = MixHome.draw(lots, shares.towns());
        var before = moved(home);
        var insurance = MixInsurance.draw(lots);
        var insuredBefore = insuredAnew(insurance);
        var count = 1 + lots.nextInt(5);
        for (var n = 0; n < count; n++) {
            var woman = n == 0 ? lots.nextInt(3) == 0 : lots.nextInt(5) < 3;
            var named = family.withGiven(lots, woman);
            var father = members.isEmpty() ? null : members.getFirst();
            var kinds = new ArrayList<String>();
            if (father != null && n > 1 && lots.nextDouble() < shares.namedAlike() * 5 && !father.woman()) {
                woman = false;
                named = lots.nextInt(10) == 0 ? father.name() : father.name().like(lots, false);
                kinds.add("father_and_son");
            }
            var baby = father != null && lots.nextDouble() < shares.babies() * 1.3;
            var born = baby ? MixHuman.TODAY.minusDays(1 + lots.nextInt(1500)) : MixHuman.birthday(lots);
            var formerly = woman && lots.nextDouble() < shares.renamed() * 1.8 ? JapaneseName.family(lots) : null;
            var one = human(
                    named,
                    woman,
                    born,
                    home,
                    before,
                    insurance.of(n),
                    insuredBefore.of(n),
                    formerly,
                    baby ? father : null,
                    kinds);
            members.add(one);
            if (lots.nextDouble() < shares.twins()) {
                members.add(twin(one, n + 5));
            }
        }
    }

    private MixHuman human(
            JapaneseName name,
            boolean woman,
            LocalDate born,
            MixHome home,
            MixHome before,
            MixInsurance insurance,
            MixInsurance insuredBefore,
            @Nullable JapaneseName formerly,
            @Nullable MixHuman mother,
            List<String> kinds) {
        var own = born.isBefore(MixHuman.TODAY.minusYears(75)) ? MixInsurance.own(lots) : null;
        return new MixHuman(
                ++number,
                name,
                null,
                null,
                formerly,
                mother == null ? null : mother.name(),
                woman,
                born,
                home,
                before,
                mother == null ? MixHuman.mobile(lots) : mother.mobile(),
                own == null ? insurance : own,
                own == null ? insuredBefore : lots.nextInt(4) == 0 ? insurance : own,
                List.copyOf(kinds));
    }

    private MixHuman twin(MixHuman one, int branch) {
        var alike = lots.nextDouble() < shares.likeTwins();
        var woman = alike || lots.nextInt(3) > 0 ? one.woman() : !one.woman();
        var name = alike ? one.name().like(lots, woman) : one.name().withGiven(lots, woman);
        return new MixHuman(
                ++number,
                name.given().equals(one.name().given()) ? one.name().withGiven(lots, woman) : name,
                null,
                null,
                null,
                one.mother(),
                woman,
                one.born(),
                one.home(),
                one.before(),
                one.baby() || one.born().isAfter(MixHuman.TODAY.minusYears(15)) || lots.nextInt(10) == 0
                        ? one.mobile()
                        : MixHuman.mobile(lots),
                one.insurance().own() ? MixInsurance.own(lots) : one.insurance().of(branch),
                one.insuredBefore().own()
                        ? MixInsurance.own(lots)
                        : one.insuredBefore().of(branch),
                List.of("twin"));
    }

    private void foreigners(List<MixHuman> members) {
        var together = lots.nextDouble() < shares.dormitories();
        if (together && beds-- <= 0) {
            beds = 8 + lots.nextInt(20);
            dormitory = MixHome.draw(lots, shares.towns());
        }
        var home = together ? dormitory : MixHome.draw(lots, shares.towns());
        var before = moved(home);
        var insurance = MixInsurance.draw(lots);
        var count = together ? 1 : 1 + lots.nextInt(3);
        for (var n = 0; n < count; n++) {
            var name = ForeignName.draw(lots);
            var woman = lots.nextBoolean();
            var alias =
                    name.korean() && lots.nextDouble() < shares.alias() * 3 ? MixName.alias(name, woman, lots) : null;
            var born = together ? MixHuman.TODAY.minusDays(7000 + lots.nextInt(4500)) : MixHuman.birthday(lots);
            members.add(new MixHuman(
                    ++number,
                    JapaneseName.draw(lots, woman),
                    name,
                    alias,
                    null,
                    null,
                    woman,
                    born,
                    home,
                    before,
                    together && lots.nextBoolean() ? dormitory.phone() : MixHuman.mobile(lots),
                    insurance.of(n),
                    insuredAnew(insurance).of(n),
                    List.of()));
        }
    }

    private MixHome moved(MixHome home) {
        return lots.nextDouble() < shares.moved() ? MixHome.draw(lots, shares.towns()) : home;
    }

    private MixInsurance insuredAnew(MixInsurance insurance) {
        return lots.nextDouble() < shares.insuredAnew() ? MixInsurance.draw(lots) : insurance;
    }

    /// Somebody of another home with the name and the birthday, or nearly the birthday, of one drawn before.
    private void namesakes(List<MixHuman> members) {
        for (var n = 0; n < members.size(); n++) {
            var one = members.get(n);
            var near = lots.nextDouble() < shares.nearNamesakes();
            if (one.foreign() == null
                    && one.kinds().isEmpty()
                    && !earlier.isEmpty()
                    && (near || lots.nextDouble() < shares.namesakes())) {
                var other = earlier.get(lots.nextInt(earlier.size()));
                if (other.home().equals(one.home())) {
                    continue;
                }
                var born = near ? other.born().plusDays(lots.nextBoolean() ? 1 : 10) : other.born();
                var own = human(
                        other.name(),
                        other.woman(),
                        born,
                        one.home(),
                        one.before(),
                        one.insurance(),
                        one.insuredBefore(),
                        null,
                        null,
                        List.of("namesake"));
                members.set(n, own);
            } else if (one.foreign() == null && one.kinds().isEmpty() && !one.baby() && earlier.size() < REMEMBERED) {
                earlier.add(one);
            }
        }
    }
}
