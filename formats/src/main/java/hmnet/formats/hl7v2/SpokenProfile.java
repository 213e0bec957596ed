package hmnet.formats.hl7v2;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.hl7v2.message.Profile;
import hmnet.formats.model.chart.PersonProfile;
import hmnet.formats.model.chart.PersonProfile.PersonInsurance;
import hmnet.formats.model.chart.Results.TestResult;
import hmnet.formats.model.chart.Sheet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A person's profile as the patient master tells it (患者基本情報の電文化).
final class SpokenProfile {
    private SpokenProfile() {}

    /// An empty one where the sheet has none.
    static Profile of(Sheet sheet) {
        return sheet.entries().stream()
                .filter(PersonProfile.class::isInstance)
                .map(PersonProfile.class::cast)
                .findFirst()
                .map(SpokenProfile::profile)
                .orElseGet(() -> new Profile("", "", "", List.of(), List.of()));
    }

    private static Profile profile(PersonProfile said) {
        return new Profile(
                value(said, "9N001"),
                value(said, "9N006"),
                value(said, "5H010"),
                said.insurances().stream().map(SpokenProfile::insurance).toList(),
                List.of());
    }

    private static String value(PersonProfile said, String analyte) {
        Optional<TestResult> found = said.measures().stream()
                .filter(measure -> measure.test().codes().stream()
                        .anyMatch(code -> code.code().startsWith(analyte)))
                .findFirst();
        return found.map(measure -> measure.value().isBlank() ? measure.coded().shown() : measure.value())
                .orElse("");
    }

    private static Profile.Insurance insurance(PersonInsurance said) {
        return new Profile.Insurance(
                SpokenItems.coded(said.kind()),
                said.insurer(),
                said.symbol(),
                said.number(),
                day(said.start()),
                day(said.end()),
                SpokenItems.coded(said.relation()));
    }

    private static @Nullable LocalDate day(String fhir) {
        return Hl7Time.date(fhir.replace("-", ""));
    }
}
