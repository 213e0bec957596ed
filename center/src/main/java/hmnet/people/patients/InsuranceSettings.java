package hmnet.people.patients;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether insurance numbers are kept (医療保険の設定): `HMNET_MATCHING_INSURANCE`.
///
/// @param insurance whether insurance numbers of patient masters are kept as evidence for matching, and for nothing
///     else; `false` keeps none and forgets what there was
@ConfigurationProperties("hmnet.matching")
record InsuranceSettings(@DefaultValue("true") boolean insurance) {}
