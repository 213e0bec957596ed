package hmnet.record.terminology;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where code tables lie (コード表の置き場): `HMNET_TERMS`.
///
/// @param terms a folder of [code tables](terms.md), read at the start; what they explain is added to what is
///     filed from then on
@ConfigurationProperties("hmnet")
record TermSettings(@DefaultValue("") String terms) {}
