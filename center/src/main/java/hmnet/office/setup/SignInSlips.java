package hmnet.office.setup;

import hmnet.office.setup.Plan.PlannedStaff;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.util.encoders.Base32;
import tools.jackson.databind.json.JsonMapper;

/// What newcomers are handed so that they can sign in the first time (初回サインイン票): an initial password
/// and the secret for an authenticator app, made here and kept nowhere else in the clear.
final class SignInSlips {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmssSSS");

    /// Without letters and digits that are mistaken for one another on paper.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_LENGTH = 20;
    private static final int SECRET_BYTES = 20;

    private final SecureRandom random = new SecureRandom();
    private final List<Map<String, String>> slips = new ArrayList<>();
    private final JsonMapper json;

    SignInSlips(JsonMapper json) {
        this.json = json;
    }

    /// The same person with what they sign in with. What the file says of that is not used.
    PlannedStaff of(PlannedStaff person) {
        var password = password();
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base32.toBase32String(bytes).replace("=", "");
        var slip = new LinkedHashMap<String, String>();
        slip.put("login", person.login());
        slip.put("name", person.name());
        slip.put("facility", person.facility());
        slip.put("initialPassword", password);
        slip.put("totpSecret", secret);
        slip.put(
                "totpAddress",
                "otpauth://totp/hmnet:" + URLEncoder.encode(person.login(), StandardCharsets.UTF_8) + "?secret="
                        + secret + "&issuer=hmnet");
        slips.add(slip);
        return new PlannedStaff(
                person.login(),
                person.name(),
                person.kana(),
                person.profession(),
                person.facility(),
                password,
                secret,
                person.role());
    }

    /// Stores the slips beside the participants' file, for its owner only.
    ///
    /// @return the name of the file
    String store(Path participants) throws IOException {
        var name = "sign-in-" + LocalDateTime.now(ZoneId.of("Asia/Tokyo")).format(TIME) + ".json";
        var file = Files.createFile(
                participants.toAbsolutePath().resolveSibling(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(Map.of("staff", slips)));
        return name;
    }

    private String password() {
        var password = new StringBuilder();
        for (var n = 0; n < PASSWORD_LENGTH; n++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
