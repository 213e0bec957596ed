package hmnet.region.plan;

import hmnet.region.plan.Resident.Consent;
import java.util.List;
import java.util.Locale;

/// A resident whose chart shows one thing well (見本の住民). They are the first of the plan, in this order.
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
public enum FeaturedResident {
    /// Charts at the first two hospitals, ten years of them, which contradict each other in the blood group.
    TWO_HOSPITALS(
            "1954-03-08",
            "F",
            Consent.GIVEN,
            List.of(0, 1),
            List.of("hypertension", "diabetes", "fibrillation", "fracture")),
    WITHDRAWN("1961-07-21", "M", Consent.WITHDRAWN, List.of(0), List.of("hypertension", "dyslipidaemia")),
    NO_CARD("1972-11-02", "M", Consent.NONE, List.of(0), List.of("asthma", "gastritis")),
    /// An HIV test among routine ones, a psychiatric diagnosis, a cancer the patient has not been told of.
    LABELLED("1979-05-15", "F", Consent.GIVEN, List.of(0), List.of("depression", "gastritis", "colon-cancer")),
    /// A result corrected, another one taken back.
    CORRECTED("1966-09-30", "M", Consent.GIVEN, List.of(1), List.of("diabetes", "ckd")),
    /// Known only to a hospital whose delay is not over.
    DELAYED("1983-01-27", "F", Consent.GIVEN, List.of(2), List.of("asthma", "gastritis"));

    final String birthDate;
    final String sex;
    final Consent consent;
    public final List<Integer> hospitals;
    public final List<String> illnesses;

    FeaturedResident(String birthDate, String sex, Consent consent, List<Integer> hospitals, List<String> illnesses) {
        this.birthDate = birthDate;
        this.sex = sex;
        this.consent = consent;
        this.hospitals = hospitals;
        this.illnesses = illnesses;
    }

    /// The word in `plan.json`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
