package hmnet.record.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where packages of profiles lie (定義パッケージの置き場): `HMNET_PROFILES_…`.
///
/// @param folder a folder of packages of FHIR profiles, npm `.tgz` or unpacked: a facility's held FHIR files are
///     judged by the profiles they claim, within 2 GB, 60 s and 16 MiB a file; none is shipped
/// @param judge the class path of the validator's own process, which `./hmnet` sets
@ConfigurationProperties("hmnet.profiles")
record ProfileSettings(
        @DefaultValue("") String folder, @DefaultValue("") String judge) {}
