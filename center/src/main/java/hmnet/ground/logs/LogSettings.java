package hmnet.ground.logs;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the log is written (ログの設定): `HMNET_LOG`. Read before everything else by `logback-spring.xml`; here so that a
/// word it does not know stops the start.
///
/// @param log `text` or `json` (one object a line, Elastic Common Schema)
@ConfigurationProperties("hmnet")
record LogSettings(@DefaultValue("text") LogForm log) {
    /// The forms that are there.
    enum LogForm {
        TEXT,
        JSON
    }
}
