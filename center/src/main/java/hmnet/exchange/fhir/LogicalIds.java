package hmnet.exchange.fhir;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// `Patient/{id}` as one facility knows it (論理ID): the centre's own number under a key of that facility, so
/// that two facilities cannot find out by their ids that they speak of one person.
@Component
public class LogicalIds {
    private static final int BLOCK = 16;
    private static final char PERSON = 'n';
    private static final char CHART = 'c';
    private final Keys keys;
    private final Map<FacilityId, SecretKeySpec> derived = new ConcurrentHashMap<>();

    LogicalIds(Keys keys) {
        this.keys = keys;
    }

    public String of(FacilityId caller, PersonId person) {
        var block = ByteBuffer.allocate(BLOCK)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits());
        return PERSON + HexFormat.of().formatHex(turned(Cipher.ENCRYPT_MODE, caller, block.array()));
    }

    public String of(FacilityId caller, PatientId chart) {
        var block = ByteBuffer.allocate(BLOCK).putLong(0).putLong(chart.value());
        return CHART + HexFormat.of().formatHex(turned(Cipher.ENCRYPT_MODE, caller, block.array()));
    }

    public Optional<PersonId> person(FacilityId caller, String id) {
        return read(PERSON, caller, id).map(block -> new PersonId(new UUID(block.getLong(), block.getLong())));
    }

    public Optional<PatientId> chart(FacilityId caller, String id) {
        return read(CHART, caller, id)
                .filter(block -> block.getLong() == 0)
                .map(block -> new PatientId(block.getLong()));
    }

    private Optional<ByteBuffer> read(char kind, FacilityId caller, String id) {
        return id.matches(kind + "[0-9a-f]{32}")
                ? Optional.of(ByteBuffer.wrap(
                        turned(Cipher.DECRYPT_MODE, caller, HexFormat.of().parseHex(id.substring(1)))))
                : Optional.empty();
    }

    /// One block, so there is nothing to chain.
    private byte[] turned(int way, FacilityId caller, byte[] block) {
        try {
            var key = derived.computeIfAbsent(
                    caller, of -> new SecretKeySpec(keys.derive("fhir-patient-id/" + of.value()), "AES"));
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(way, key, new IvParameterSpec(new byte[BLOCK]));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES", e);
        }
    }
}
