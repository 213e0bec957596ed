package hmnet.region.plan;

import hmnet.formats.base.Table;
import hmnet.region.plan.Resident.Consent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A resident whose chart shows one thing well (見本の住民). The first six open the plan, in this order, and are sent before
/// anybody else; those with a story stand together a little later, in a region that is large enough.
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
    DELAYED("1983-01-27", "F", Consent.GIVEN, List.of(2), List.of("asthma", "gastritis")),

    /// Ten years at six facilities, sixty diagnoses.
    LONG_STORY("1946-02-11", "F", Consent.GIVEN, List.of(0, 1, 2, 3, 4, 5), Stories.LONG),
    /// Born eight weeks ago.
    BABY(58, "F", List.of(3), List.of("newborn-jaundice", "infant-check")),
    /// A name with a selector of a variant (IVS), which the office writes and no hospital can send.
    VARIANT_NAME("1958-06-19", "M", Consent.GIVEN, List.of(0), List.of("hypertension", "dyslipidaemia")),
    /// A card and a consent, and no chart anywhere.
    NOTHING("1990-04-04", "F", Consent.GIVEN, List.of(), List.of()),
    /// Half of it is not permitted: all that the hospital with the delay sends.
    HALF_CLOSED(
            "1963-12-05",
            "M",
            Consent.GIVEN,
            List.of(0, 2),
            List.of("hypertension", "asthma", "dyslipidaemia", "gastritis")),
    /// At a dialysis clinic every week for two years.
    DIALYSIS(730, "1955-08-17", "M", List.of(4), List.of("dialysis", "hypertension")),
    /// In the thirtieth week, after a first stay.
    PREGNANT(210, "1995-10-23", "F", List.of(5), List.of("pregnancy")),
    /// Cycles of infusions for sixteen months.
    CHEMOTHERAPY(500, "1959-01-30", "M", List.of(1), List.of("colon-cancer"));

    /// How long charts reach back where nothing else is said.
    private static final int TEN_YEARS = 10 * 365 - 3;

    final String birthDate;
    final String sex;
    final Consent consent;
    public final List<Integer> hospitals;
    public final List<String> illnesses;

    /// For how many days the charts have been kept.
    public final int days;

    FeaturedResident(String birthDate, String sex, Consent consent, List<Integer> hospitals, List<String> illnesses) {
        this(TEN_YEARS, birthDate, sex, consent, hospitals, illnesses);
    }

    FeaturedResident(int days, String birthDate, String sex, List<Integer> hospitals, List<String> illnesses) {
        this(days, birthDate, sex, Consent.GIVEN, hospitals, illnesses);
    }

    /// Somebody whose chart begins the day after birth.
    FeaturedResident(int daysOld, String sex, List<Integer> hospitals, List<String> illnesses) {
        this(daysOld - 1, "", sex, Consent.GIVEN, hospitals, illnesses);
    }

    FeaturedResident(
            int days, String birthDate, String sex, Consent consent, List<Integer> hospitals, List<String> illnesses) {
        this.days = days;
        this.birthDate = birthDate;
        this.sex = sex;
        this.consent = consent;
        this.hospitals = hospitals;
        this.illnesses = illnesses;
    }

    /// Those that open the plan.
    public static List<FeaturedResident> first() {
        return Arrays.stream(values()).filter(one -> !one.tellsAStory()).toList();
    }

    /// Those that stand together a little later.
    public static List<FeaturedResident> stories() {
        return Arrays.stream(values()).filter(FeaturedResident::tellsAStory).toList();
    }

    private boolean tellsAStory() {
        return compareTo(LONG_STORY) >= 0;
    }

    LocalDate born(LocalDate today) {
        return birthDate.isEmpty() ? today.minusDays(days + 1L) : LocalDate.parse(birthDate);
    }

    /// What the office writes: drawn, but for the one whose name needs a selector.
    PersonName named(PersonName drawn) {
        return this == VARIANT_NAME ? new PersonName("葛\uDB40\uDD00霧", "邉\uDB40\uDD04樹", "カツラギリ", "ヘンジュ") : drawn;
    }

    /// The word in `plan.json`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What befell those with much to tell.
    private static final class Stories {
        private static final List<String> LONG = Table.read(FeaturedResident.class, "long-story.csv").stream()
                .map(List::getFirst)
                .toList();
    }
}
