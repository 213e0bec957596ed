package hmnet.ground.passkeys;

import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What a browser is asked (問いかけ; WebAuthn 5.4 and 5.5), in the JSON that `parseCreationOptionsFromJSON` and
/// `parseRequestOptionsFromJSON` read. The person must be verified in the device; a new key must be one that signs in
/// without a name typed.
final class PasskeyQuestion {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NETWORK = "hmnet";
    private static final int WAIT_MS = 300_000;

    private PasskeyQuestion() {}

    static String toAdd(
            byte[] challenge,
            RelyingParty at,
            byte[] handle,
            String account,
            String name,
            List<COSEAlgorithmIdentifier> algorithms,
            List<byte[]> known) {
        var question = new LinkedHashMap<String, Object>();
        question.put("rp", Map.of("id", at.name(), "name", NETWORK));
        question.put("user", Map.of("id", text(handle), "name", account, "displayName", name));
        question.put("challenge", text(challenge));
        question.put(
                "pubKeyCredParams",
                algorithms.stream()
                        .map(each -> Map.of("type", "public-key", "alg", each.getValue()))
                        .toList());
        question.put("timeout", WAIT_MS);
        question.put(
                "excludeCredentials",
                known.stream()
                        .map(each -> Map.of("type", "public-key", "id", text(each)))
                        .toList());
        question.put(
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        question.put("attestation", "none");
        return JSON.writeValueAsString(question);
    }

    static String toSignIn(byte[] challenge, RelyingParty at) {
        return JSON.writeValueAsString(Map.of(
                "challenge", text(challenge),
                "rpId", at.name(),
                "timeout", WAIT_MS,
                "userVerification", "required",
                "allowCredentials", List.of()));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
