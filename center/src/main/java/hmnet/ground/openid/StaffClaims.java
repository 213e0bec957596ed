package hmnet.ground.openid;

import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.Hmac;
import hmnet.ground.keys.Keys;
import hmnet.ground.signin.Sessions.LiveSession;
import hmnet.ground.signin.Sessions.SignInMeans;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.stereotype.Component;

/// What a sub-system is told of a member of staff (クレーム): who it is, for this sub-system alone, and how they signed
/// in. With the scope `profile` also name, profession and facility. Why somebody opens a chart there is not ours to
/// say.
@Component
class StaffClaims {
    private final Hmac subjects;
    private final Facilities facilities;

    StaffClaims(Keys keys, Facilities facilities) {
        this.subjects = new Hmac(keys.derive("subjects of sub-systems"));
        this.facilities = facilities;
    }

    /// The same for ever, and another one for each sub-system: two of them cannot put together what they know.
    String subject(StaffId staff, long client) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(subjects.of(client + "|" + staff.value()));
    }

    Map<String, Object> of(LiveSession session, long client, Set<String> scopes) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put(StandardClaimNames.SUB, subject(session.person().staff(), client));
        if (scopes.contains(OidcScopes.PROFILE)) {
            claims.put(StandardClaimNames.NAME, session.person().name());
            claims.put("profession", session.person().profession().word());
            claims.put(
                    "facility_code", facilities.get(session.person().facility()).code());
        }
        return claims;
    }

    /// The same with when and how they signed in.
    Map<String, Object> ofSignIn(LiveSession session, long client, Set<String> scopes) {
        var claims = of(session, client, scopes);
        claims.put(IdTokenClaimNames.AUTH_TIME, session.since().toEpochSecond());
        claims.put(IdTokenClaimNames.AMR, methods(session.means()));
        return claims;
    }

    /// RFC 8176. A session of ours always stands on two factors.
    private static List<String> methods(SignInMeans means) {
        return switch (means) {
            case PASSWORD_AND_CODE -> List.of("pwd", "otp", "mfa");
            case PASSKEY -> List.of("pop", "user", "mfa");
            case FEDERATED -> List.of("mfa");
            case FEDERATED_AND_CODE -> List.of("otp", "mfa");
            case HPKI_CARD -> List.of("sc", "pin", "mfa");
            case DEVICE_AND_PASSWORD -> List.of("pop", "pwd", "mfa");
        };
    }
}
