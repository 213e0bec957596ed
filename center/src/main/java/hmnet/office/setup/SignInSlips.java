package hmnet.office.setup;

import hmnet.ground.signin.SignInAccounts;
import hmnet.office.setup.Plan.PlannedStaff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What newcomers are handed so that they can sign in the first time (初回サインイン票): an initial password
/// and the secret for an authenticator app, made here and kept nowhere else in the clear.
final class SignInSlips {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmssSSS");

    private final List<Map<String, String>> slips = new ArrayList<>();
    private final SignInAccounts accounts;
    private final JsonMapper json;

    SignInSlips(SignInAccounts accounts, JsonMapper json) {
        this.accounts = accounts;
        this.json = json;
    }

    /// The same person with what they sign in with. What the file says of that is not used.
    PlannedStaff of(PlannedStaff person) {
        var fresh = accounts.slip(person.login());
        var slip = new LinkedHashMap<String, String>();
        slip.put("login", person.login());
        slip.put("name", person.name());
        slip.put("facility", person.facility());
        slip.put("initialPassword", fresh.password());
        slip.put("totpSecret", fresh.totpSecret());
        slip.put("totpAddress", fresh.totpAddress());
        slip.put("lastDay", fresh.lastDay().toString());
        slips.add(slip);
        return new PlannedStaff(
                person.login(),
                person.name(),
                person.kana(),
                person.profession(),
                person.facility(),
                fresh.password(),
                fresh.totpSecret(),
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
}
