package hmnet.record.forms;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Sheets (帳票の設定): `HMNET_FORMS_…`.
///
/// @param draftDays days after its last change until a draft is deleted
@ConfigurationProperties("hmnet.forms")
record FormSettings(@DefaultValue("30") int draftDays) {}
