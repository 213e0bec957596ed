package hmnet.ground.passkeys;

import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/// An authenticator with one key, and the browser before it (試験用の認証器): what it says is signed, and may be a lie.
public final class TestDevice {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int MAY_SYNC = 0x08;
    private static final int CARRIES_KEY = 0x40;

    private final String origin;
    private final KeyPair pair;
    private final byte[] id = new byte[32];
    private byte[] handle = new byte[0];
    private long count = 1;
    private boolean verifies = true;
    private boolean syncs;

    public TestDevice(String origin) {
        this.origin = origin;
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        new SecureRandom().nextBytes(id);
    }

    public TestDevice verifies(boolean person) {
        this.verifies = person;
        return this;
    }

    public TestDevice syncs() {
        this.syncs = true;
        return this;
    }

    public TestDevice countsFrom(long next) {
        this.count = next;
        return this;
    }

    /// Says that the key is somebody else's.
    public TestDevice saysItIs(byte[] other) {
        this.handle = other.clone();
        return this;
    }

    public byte[] handle() {
        return handle.clone();
    }

    public String adds(String question) {
        return adds(question, origin);
    }

    public String adds(String question, String seenOrigin) {
        var asked = JSON.readTree(question);
        handle = Base64.getUrlDecoder().decode(asked.at("/user/id").asString());
        var credential = new AttestedCredentialDataConverter(new ObjectConverter())
                .convert(new AttestedCredentialData(
                        AAGUID.ZERO,
                        id,
                        EC2COSEKey.create((ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.ES256)));
        var data = join(authenticatorData(asked.at("/rp/id").asString(), CARRIES_KEY), credential);
        var attestation = new LinkedHashMap<String, Object>();
        attestation.put("fmt", "none");
        attestation.put("attStmt", Map.of());
        attestation.put("authData", data);
        var bytes = new CBORMapper().writeValueAsBytes(attestation);
        return credential(Map.of(
                "clientDataJSON",
                text(client("webauthn.create", asked, seenOrigin)),
                "attestationObject",
                text(bytes)));
    }

    public String signsIn(String question) {
        return signsIn(question, origin);
    }

    public String signsIn(String question, String seenOrigin) {
        var asked = JSON.readTree(question);
        var data = authenticatorData(asked.at("/rpId").asString(), 0);
        var client = client("webauthn.get", asked, seenOrigin);
        return credential(Map.of(
                "clientDataJSON", text(client),
                "authenticatorData", text(data),
                "signature", text(signed(join(data, sha256(client)))),
                "userHandle", text(handle)));
    }

    private byte[] authenticatorData(String site, int more) {
        var flags = PRESENT | (verifies ? VERIFIED : 0) | (syncs ? MAY_SYNC : 0) | more;
        return ByteBuffer.allocate(37)
                .put(sha256(site.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt((int) count++)
                .array();
    }

    private static byte[] client(String type, JsonNode asked, String origin) {
        return JSON.writeValueAsBytes(Map.of(
                "type", type, "challenge", asked.at("/challenge").asString(), "origin", origin, "crossOrigin", false));
    }

    private String credential(Map<String, String> response) {
        return JSON.writeValueAsString(Map.of(
                "id",
                text(id),
                "rawId",
                text(id),
                "type",
                "public-key",
                "authenticatorAttachment",
                "platform",
                "clientExtensionResults",
                Map.of(),
                "response",
                response));
    }

    private byte[] signed(byte[] message) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
