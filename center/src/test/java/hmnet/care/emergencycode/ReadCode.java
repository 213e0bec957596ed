package hmnet.care.emergencycode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.InflaterInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORMapper;

/// A code read as a stranger would, with the key of the published list and the JDK's own Ed25519 (救急QRの読み手).
///
/// @param number of the code, in hexadecimal digits
record ReadCode(boolean genuine, String issuer, long madeAt, long until, String number, JsonNode words) {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final CBORMapper CBOR = new CBORMapper();
    private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    static ReadCode of(String text, JsonNode list) {
        try {
            var cose = CBOR.readTree(inflated(base45(text.substring("HME1:".length()))));
            var head = cose.get(0).binaryValue();
            var payload = cose.get(2).binaryValue();
            var headers = CBOR.readTree(head);
            var key = list.path("keys")
                    .valueStream()
                    .filter(one -> one.path("id")
                            .asString()
                            .equals(HexFormat.of().formatHex(headers.path("4").binaryValue())))
                    .findFirst()
                    .orElseThrow();
            var claims = CBOR.readTree(payload);
            return new ReadCode(
                    headers.path("1").asInt() == -8
                            && verified(
                                    key.path("key").asString(),
                                    signed(head, payload),
                                    cose.get(3).binaryValue()),
                    claims.path("1").asString(),
                    claims.path("6").asLong(),
                    claims.path("4").asLong(),
                    HexFormat.of().formatHex(claims.path("7").binaryValue()),
                    claims.path("-65537"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything that it says, in one text.
    String said() {
        return words.toString();
    }

    private static byte[] signed(byte[] head, byte[] payload) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(0x84);
        out.write(0x6a);
        out.write("Signature1".getBytes(StandardCharsets.US_ASCII));
        bytes(out, head);
        bytes(out, new byte[0]);
        bytes(out, payload);
        return out.toByteArray();
    }

    private static void bytes(ByteArrayOutputStream out, byte[] value) throws IOException {
        if (value.length < 24) {
            out.write(0x40 + value.length);
        } else if (value.length < 256) {
            out.write(0x58);
            out.write(value.length);
        } else {
            out.write(0x59);
            out.write(value.length >> 8);
            out.write(value.length);
        }
        out.write(value);
    }

    private static boolean verified(String key, byte[] message, byte[] signature) {
        try {
            var raw = Base64.getDecoder().decode(key);
            var typed = new byte[ED25519_HEAD.length + raw.length];
            System.arraycopy(ED25519_HEAD, 0, typed, 0, ED25519_HEAD.length);
            System.arraycopy(raw, 0, typed, ED25519_HEAD.length, raw.length);
            var check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(typed)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] inflated(byte[] packed) throws IOException {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private static byte[] base45(String letters) {
        var out = new ByteArrayOutputStream();
        for (var at = 0; at < letters.length(); at += 3) {
            var group = letters.substring(at, Math.min(at + 3, letters.length()));
            var value = 0;
            for (var place = group.length() - 1; place >= 0; place--) {
                value = value * LETTERS.length() + LETTERS.indexOf(group.charAt(place));
            }
            if (group.length() == 3) {
                out.write(value >> 8);
            }
            out.write(value);
        }
        return out.toByteArray();
    }
}
