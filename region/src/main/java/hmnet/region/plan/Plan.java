package hmnet.region.plan;

import hmnet.region.plan.Resident.Consent;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A region to simulate (模擬地域の計画). Nothing is kept: each resident is drawn anew from seed and index
/// whenever asked for, so a hundred thousand weigh no more than one.
public record Plan(int people, long seed, LocalDate today) {
    public static final LocalDate USUAL_TODAY = LocalDate.of(2026, 11, 20);
    private static final List<FeaturedResident> FEATURED = FeaturedResident.first();
    private static final List<FeaturedResident> STORIES = FeaturedResident.stories();

    /// The place of the first resident with a story; in a smaller region there are none.
    public static final int FIRST_STORY = 20;

    public Plan {
        if (people < FEATURED.size()) {
            throw new IllegalArgumentException("A region has at least its " + FEATURED.size() + " featured residents");
        }
    }

    List<StaffMember> staff() {
        return StaffMember.all(seed);
    }

    public Stream<Resident> residents() {
        return IntStream.range(0, people).mapToObj(this::resident);
    }

    public Resident resident(int index) {
        if (index < FEATURED.size()) {
            return featured(index, FEATURED.get(index));
        }
        if (index >= FIRST_STORY && index < FIRST_STORY + STORIES.size()) {
            return featured(index, STORIES.get(index - FIRST_STORY));
        }
        // Twins and same-day namesakes are what a matcher of patients must keep apart.
        return switch (index % 100) {
            case 50 -> twin(index, anybody(index - 1));
            case 75 -> namesake(index, anybody(index - 1));
            default -> anybody(index);
        };
    }

    private Resident featured(int index, FeaturedResident featuredResident) {
        var chance = Chance.of(seed, "featured", index);
        var name = featuredResident.named(PersonName.draw(chance, featuredResident.sex));
        var card = featuredResident.consent == Consent.NONE ? null : CardNumbers.of(seed, index);
        var birth = featuredResident.born(today);
        return at(
                chance,
                index,
                name,
                birth,
                featuredResident.sex,
                card,
                featuredResident.consent,
                featuredResident,
                featuredResident.hospitals);
    }

    private Resident anybody(int index) {
        var chance = Chance.of(seed, "resident", index);
        var sex = chance.percent(52) ? "F" : "M";
        var consent = Consent.draw(chance);
        var card = consent == Consent.NONE ? null : CardNumbers.of(seed, index);
        return at(
                chance,
                index,
                PersonName.draw(chance, sex),
                birth(chance),
                sex,
                card,
                consent,
                null,
                hospitals(chance));
    }

    private Resident twin(int index, Resident other) {
        var drawn = anybody(index);
        var name = other.name().sibling(Chance.of(seed, "twin", index), drawn.sex());
        return new Resident(
                index,
                name,
                other.birthDate(),
                drawn.sex(),
                other.address(),
                other.postalCode(),
                other.phone(),
                drawn.card(),
                drawn.consent(),
                null,
                other.hospitals());
    }

    private Resident namesake(int index, Resident other) {
        var drawn = anybody(index);
        return new Resident(
                index,
                other.name(),
                other.birthDate(),
                other.sex(),
                drawn.address(),
                drawn.postalCode(),
                drawn.phone(),
                drawn.card(),
                drawn.consent(),
                null,
                drawn.hospitals());
    }

    private static Resident at(
            Chance chance,
            int index,
            PersonName name,
            LocalDate birth,
            String sex,
            @Nullable String card,
            Consent consent,
            @Nullable FeaturedResident featuredResident,
            List<Integer> hospitals) {
        var home = HomeAddress.draw(chance);
        return new Resident(
                index,
                name,
                birth,
                sex,
                home.address(),
                home.postalCode(),
                home.phone(),
                card,
                consent,
                featuredResident,
                hospitals);
    }

    /// Those who go to hospitals are older than the region: half are over 65.
    private LocalDate birth(Chance chance) {
        var age = 95 * (1 - Math.pow(chance.share(), 1.7));
        return today.minusDays((long) (age * 365.25) + 1);
    }

    /// Three in ten are known to more than one hospital. Any step reaches all of three.
    private static List<Integer> hospitals(Chance chance) {
        var first = chance.between(0, Facility.USUAL - 1);
        var count = chance.percent(70) ? 1 : chance.percent(87) ? 2 : 3;
        var step = chance.between(1, 2);
        return IntStream.range(0, count)
                .mapToObj(i -> (first + i * step) % Facility.USUAL)
                .toList();
    }
}
