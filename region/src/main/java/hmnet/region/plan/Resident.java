package hmnet.region.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A resident (住民): who they are, their card and consent, and the hospitals that know them.
public record Resident(
        int index,
        PersonName name,
        LocalDate birthDate,
        String sex,
        String address,
        String postalCode,
        String phone,
        @Nullable String card,
        Consent consent,
        @Nullable FeaturedResident featured,
        List<Integer> hospitals) {

    /// What the resident has agreed to (同意).
    enum Consent {
        GIVEN,
        WITHDRAWN,
        NONE;

        static Consent draw(Chance chance) {
            return chance.percent(70) ? GIVEN : chance.percent(15) ? WITHDRAWN : NONE;
        }
    }

    String key() {
        return "R" + index;
    }

    public int ageOn(LocalDate day) {
        return birthDate.until(day).getYears();
    }
}
