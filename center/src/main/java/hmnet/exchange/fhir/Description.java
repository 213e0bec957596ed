package hmnet.exchange.fhir;

import hmnet.formats.model.chart.Demographics;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/// A Patient resource read as the description of somebody (照合する患者情報): kanji and kana by JP Core's
/// extension, else by their characters.
public final class Description {
    private static final String REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

    private static final Set<String> FORMER = Set.of("OLD", "MAIDEN", "NICKNAME", "ANONYMOUS");
    private static final Pattern BLANKS = Pattern.compile("[ \u3000]+");
    private static final int DAY = 10;

    private Description() {}

    public static Demographics of(Patient patient) {
        var today = patient.getName().stream()
                .filter(name -> !FORMER.contains(String.valueOf(name.getUse())))
                .toList();
        var names = today.isEmpty() ? patient.getName() : today;
        var written = names.stream().filter(name -> !kana(name)).findFirst().orElseGet(HumanName::new);
        var heard = names.stream().filter(Description::kana).findFirst().orElseGet(HumanName::new);
        var address = patient.getAddressFirstRep();
        return new Demographics(
                family(written),
                given(written),
                family(heard),
                given(heard),
                day(patient.getBirthDateElement().getValueAsString()),
                patient.getGender() == null ? "unknown" : patient.getGender().toCode(),
                text(address.getPostalCode()),
                address.hasText()
                        ? address.getText()
                        : text(address.getState()) + text(address.getCity()) + lines(patient),
                patient.getTelecom().stream()
                        .filter(point -> point.getSystem() == null || point.getSystem() == ContactPointSystem.PHONE)
                        .findFirst()
                        .map(point -> text(point.getValue()))
                        .orElse(""),
                patient.getDeceased() instanceof DateTimeType died ? day(firstTen(died.getValueAsString())) : null);
    }

    /// What was described, for the audit log.
    public static Map<String, String> parameters(Patient patient, Demographics said) {
        var parameters = new TreeMap<String, String>();
        parameters.put("name", said.familyName() + " " + said.givenName());
        parameters.put("kana", said.familyKana() + " " + said.givenKana());
        parameters.put("birthdate", String.valueOf(said.birthDate()));
        parameters.put("gender", said.sex());
        parameters.put("address", said.postalCode() + " " + said.address());
        parameters.put("telecom", said.phone());
        parameters.put(
                "identifier",
                String.join(
                        ",",
                        patient.getIdentifier().stream()
                                .map(id -> text(id.getValue()))
                                .toList()));
        return parameters;
    }

    private static boolean kana(HumanName name) {
        var representation = name.getExtensionByUrl(REPRESENTATION);
        if (representation != null && representation.getValue() != null) {
            return representation.getValue().primitiveValue().equals("SYL");
        }
        var all = family(name) + given(name);
        return !all.isBlank()
                && all.chars().allMatch(c -> c == ' ' || c >= 0x3041 && c <= 0x30FF || c >= 0xFF66 && c <= 0xFF9F);
    }

    /// A name without parts is divided at its blank.
    private static String family(HumanName name) {
        return parted(name)
                ? text(name.getFamily())
                : BLANKS.split(text(name.getText()).strip(), 2)[0];
    }

    private static String given(HumanName name) {
        var words = BLANKS.split(text(name.getText()).strip(), 2);
        return parted(name) ? name.getGivenAsSingleString() : words.length > 1 ? words[1] : "";
    }

    private static boolean parted(HumanName name) {
        return name.hasFamily() || name.hasGiven();
    }

    private static String lines(Patient patient) {
        return String.join(
                "",
                patient.getAddressFirstRep().getLine().stream()
                        .map(line -> text(line.getValue()))
                        .toList());
    }

    private static @Nullable String firstTen(@Nullable String time) {
        return time == null ? null : time.substring(0, Math.min(DAY, time.length()));
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        return written != null && written.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(written) : null;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
