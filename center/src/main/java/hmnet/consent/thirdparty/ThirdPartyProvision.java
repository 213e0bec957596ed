package hmnet.consent.thirdparty;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one facility's records were to another one on one day (第三者提供の記録の一件): a line of both records that the law
/// asks for, the provider's (APPI 29) and the receiver's (30).
///
/// @param day in Japan
/// @param source whose records; null where the event, of an earlier release or cut short, does not say
/// @param kinds mask of the kinds that could be shown; 0 where the event does not say
/// @param consentedOn since when the consent held, where it is the ground and stands in the record
/// @param times how many views were opened
/// @param cut whether the source is unsaid because the event had too many
public record ThirdPartyProvision(
        LocalDate day,
        @Nullable FacilityId source,
        FacilityId recipient,
        ProvisionGround ground,
        @Nullable LocalDate consentedOn,
        long kinds,
        int times,
        boolean cut) {
    public List<RecordKind> kindList() {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> (kinds & kind.mask()) != 0)
                .toList();
    }
}
