package hmnet.office.setup;

import hmnet.consent.cards.CardNumber;
import hmnet.consent.cards.Cards;
import hmnet.office.setup.Plan.PlannedFacility;
import hmnet.office.setup.Plan.PlannedResident;
import hmnet.office.setup.Plan.PlannedStaff;
import hmnet.office.setup.TakeOver.TakeOverResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The file that tells a newcomer how to sign in, send and open in a demonstration (実演用の資格情報). Mode
/// 600; paths in it are relative to it.
@Component
class DemoCredentials {
    private final Cards cards;
    private final JsonMapper json;

    DemoCredentials(Cards cards, JsonMapper json) {
        this.cards = cards;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    void write(Path file, String url, String mtls, TakeOverResult takeOverResult) throws IOException {
        var content = new LinkedHashMap<String, Object>();
        content.put("url", url);
        content.put("mtls", mtls);
        content.put("ca", "pki/ca.pem");
        content.put(
                "staff",
                takeOverResult.staff().stream().map(DemoCredentials::staff).toList());
        content.put(
                "facilities",
                takeOverResult.facilities().stream()
                        .map(DemoCredentials::facility)
                        .toList());
        content.put(
                "residents",
                takeOverResult.residents().stream().map(this::resident).toList());
        content.put("revoked", Map.of("cert", "pki/revoked.crt", "key", "pki/revoked.key"));
        store(file, content);
    }

    /// Writes the addresses of this start into credentials that are there already.
    void readdress(Path file, String url, String mtls) throws IOException {
        var content = (ObjectNode) json.readTree(file.toFile());
        content.put("url", url);
        content.put("mtls", mtls);
        store(file, content);
    }

    private void store(Path file, Object content) throws IOException {
        var fresh = Files.createTempFile(
                file.getParent(),
                "credentials",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, json.writeValueAsBytes(content));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Map<String, Object> staff(PlannedStaff staff) {
        var line = new LinkedHashMap<String, Object>();
        line.put("login", staff.login());
        line.put("name", staff.name());
        line.put("profession", staff.profession());
        line.put("facility", staff.facility());
        line.put("desk", staff.desk());
        line.put("password", staff.password());
        line.put("totpSecret", staff.totpSecret());
        return line;
    }

    private static Map<String, Object> facility(PlannedFacility facility) {
        var line = new LinkedHashMap<String, Object>();
        line.put("code", facility.code());
        line.put("name", facility.name());
        line.put("kind", facility.kind());
        var certificate = facility.certificate();
        line.put("cert", certificate == null ? null : "pki/" + certificate);
        line.put("key", certificate == null ? null : "pki/" + certificate.replaceFirst("\\.crt$", ".key"));
        line.put("crl", "pki/crl.pem");
        return line;
    }

    private Map<String, Object> resident(PlannedResident resident) {
        var line = new LinkedHashMap<String, Object>();
        line.put("card", resident.card());
        line.put("qr", qr(resident.card()));
        line.put("name", resident.name().family() + "　" + resident.name().given());
        line.put("birthDate", resident.birthDate().toString());
        line.put("consent", resident.consent());
        line.put("featured", resident.featured());
        line.put(
                "patients",
                resident.patients().stream()
                        .map(chart -> Map.of("facility", chart.facility(), "number", chart.number()))
                        .toList());
        return line;
    }

    private @Nullable String qr(@Nullable String card) {
        return card == null ? null : cards.qrOf(new CardNumber(card));
    }
}
