package hmnet.ground.passkeys;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which passkeys are taken (パスキーの設定): `HMNET_PASSKEYS_…` (S013).
///
/// @param syncedStaff whether staff may use keys that a maker's cloud carries to other devices
/// @param syncedResidents the same of residents, whose phones are replaced and lost
@ConfigurationProperties("hmnet.passkeys")
record PasskeySettings(
        @DefaultValue("false") boolean syncedStaff,
        @DefaultValue("true") boolean syncedResidents) {
    boolean allowsSynced(PasskeyHolder.Kind kind) {
        return switch (kind) {
            case STAFF_MEMBER -> syncedStaff;
            case RESIDENT -> syncedResidents;
        };
    }
}
