package hmnet.record.numberreviews;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.ground.keys.Keys;
import hmnet.people.folding.Characters;
import hmnet.people.folding.Kana;
import hmnet.people.patients.PatientClaim;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Claims as they are kept (封じた患者情報): sealed under the key of the chart, found by a keyed hash.
@Component
class SealedClaim {
    private static final String BREAK = "\u001F";

    private final DataKeys keys;
    private final Envelopes envelopes;
    private final Keys master;

    SealedClaim(DataKeys keys, Envelopes envelopes, Keys master) {
        this.keys = keys;
        this.envelopes = envelopes;
        this.master = master;
    }

    /// The same for all that tell name, birth date and sex alike; where that may be several humans, on one day, of one
    /// home and one death.
    byte[] description(FacilityId facility, PatientClaim claim) {
        var d = claim.demographics();
        var told = String.join(
                BREAK,
                Long.toString(facility.value()),
                claim.number(),
                Characters.folded(d.familyName() + d.givenName()).replace(" ", ""),
                Kana.folded(d.familyKana() + d.givenKana()),
                String.valueOf(d.birthDate()),
                d.sex());
        var more = String.join(
                BREAK,
                "",
                claim.day().toString(),
                Characters.folded(d.postalCode() + d.address() + d.phone()).replace(" ", ""),
                String.valueOf(d.diedOn()));
        var text = claim.tellsOneHuman() ? told : told + more;
        return master.hash("identity reviews").doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @param description of what the review is about
    byte[] seal(FacilityId facility, PatientClaim claim, byte[] description) {
        var d = claim.demographics();
        var text = String.join(
                BREAK,
                d.familyName(),
                d.givenName(),
                d.familyKana(),
                d.givenKana(),
                text(d.birthDate()),
                d.sex(),
                d.postalCode(),
                d.address(),
                d.phone(),
                text(d.diedOn()),
                claim.at().toString(),
                claim.master() ? "1" : "0",
                text(claim.alive()));
        var key = keys.of(facility, claim.number());
        var place = EnvelopeContext.ofInbox(facility.value(), description);
        return envelopes.with(
                envelope -> envelope.seal(text.getBytes(StandardCharsets.UTF_8), Dictionaries.EXTRACT, key, place));
    }

    /// Nothing of a claim whose key was erased.
    Optional<PatientClaim> openUnlessErased(FacilityId facility, String number, byte[] description, byte[] sealed) {
        try {
            return Optional.of(open(facility, number, description, sealed));
        } catch (ErasedKey erased) {
            return Optional.empty();
        }
    }

    PatientClaim open(FacilityId facility, String number, byte[] description, byte[] sealed) {
        var place = EnvelopeContext.ofInbox(facility.value(), description);
        var f = new String(envelopes.with(envelope -> envelope.open(sealed, place)), StandardCharsets.UTF_8)
                .split(BREAK, -1);
        var person = new Demographics(f[0], f[1], f[2], f[3], day(f[4]), f[5], f[6], f[7], f[8], day(f[9]));
        return new PatientClaim(number, person, OffsetDateTime.parse(f[10]), f[11].equals("1"), null, day(f[12]), null);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
