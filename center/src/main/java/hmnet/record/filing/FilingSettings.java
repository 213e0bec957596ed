package hmnet.record.filing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many file at once (取込の設定): `HMNET_FILING_…`.
///
/// @param workers threads that file; as many as cores
@ConfigurationProperties("hmnet.filing")
record FilingSettings(@DefaultValue("2") int workers) {}
