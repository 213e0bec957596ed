package hmnet.care.standby;

import hmnet.formats.base.Sha256;
import hmnet.ground.keys.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/// The blocks of a copy (写しの中身): parts with a few dozen persons each, and last the list of who stands in which. Each is
/// JSON, compressed, then sealed by AES-256-GCM for its name in this one copy. The statement names copy and blocks and
/// is
/// signed, so that no block can be left out, doubled or taken from another night.
final class StandbyFile {
    static final String FORM = "hmnet-standby/1";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String facility;
    private final OffsetDateTime at;
    private final byte[] salt;
    private final SecretKeySpec key;
    private final List<StandbyBlock> blocks = new ArrayList<>();
    private final List<IndexLine> index = new ArrayList<>();

    /// @param facility its 医療機関コード
    StandbyFile(String facility, OffsetDateTime at, byte[] salt, byte[] key) {
        this.facility = facility;
        this.at = at;
        this.salt = salt.clone();
        this.key = new SecretKeySpec(key, "AES");
    }

    /// Somebody in the copy (写しの一人).
    ///
    /// @param birth as ISO, empty where the facility told none
    /// @param page what is read of them, as HTML
    record StandbyPerson(String number, String name, String kana, String birth, String page) {}

    /// A line of the list: who it is, and in the how manieth place of which part.
    record IndexLine(String number, String name, String kana, String birth, int part, int place) {}

    /// A sealed block.
    ///
    /// @param sealed in base64
    record StandbyBlock(String name, String sealed) {}

    /// The statement, its signature and the key that signs.
    record SignedStatement(String text, String signature, String key, String keyId) {}

    void add(List<StandbyPerson> persons) {
        var part = blocks.size();
        for (var place = 0; place < persons.size(); place++) {
            var one = persons.get(place);
            index.add(new IndexLine(one.number(), one.name(), one.kana(), one.birth(), part, place));
        }
        blocks.add(
                block("part-" + part, persons.stream().map(StandbyPerson::page).toList()));
    }

    int charts() {
        return index.size();
    }

    /// All blocks, the list last.
    List<StandbyBlock> finished() {
        var all = new ArrayList<>(blocks);
        all.add(block("index", index));
        return all;
    }

    SignedStatement statement(List<StandbyBlock> all, SigningKey signer) {
        var text = new StringBuilder(head()).append('\n').append(HexFormat.of().formatHex(salt));
        for (var block : all) {
            text.append('\n')
                    .append(block.name())
                    .append(' ')
                    .append(Sha256.hex(block.sealed().getBytes(StandardCharsets.US_ASCII)));
        }
        var words = text.append('\n').toString();
        return new SignedStatement(
                words,
                Base64.getEncoder().encodeToString(signer.sign(words.getBytes(StandardCharsets.UTF_8))),
                signer.published(),
                HexFormat.of().formatHex(signer.id()));
    }

    private String head() {
        return FORM + "\n" + facility + "\n" + at.toInstant();
    }

    private StandbyBlock block(String name, Object content) {
        try {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(JSON.writeValueAsBytes(content));
            }
            return new StandbyBlock(name, Base64.getEncoder().encodeToString(sealed(name, packed.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] sealed(String name, byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((head() + "\n" + name).getBytes(StandardCharsets.UTF_8));
            var text = cipher.doFinal(plain);
            var sealed = new byte[NONCE + text.length];
            System.arraycopy(nonce, 0, sealed, 0, NONCE);
            System.arraycopy(text, 0, sealed, NONCE, text.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }
}
