package hmnet.record.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where packages of profiles lie (定義パッケージの置き場): `HMNET_PROFILES_…`.
///
/// @param folder of packages as FHIR publishes them (`….tgz`, or unpacked); held FHIR files are judged by them; empty
/// for
///     none
/// @param judge the class path of the validator's own process; `./hmnet` sets it
@ConfigurationProperties("hmnet.profiles")
record ProfileSettings(
        @DefaultValue("") String folder, @DefaultValue("") String judge) {}
