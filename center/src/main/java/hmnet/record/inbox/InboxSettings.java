package hmnet.record.inbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many are received at once (受信の設定): `HMNET_INBOX_…`.
///
/// @param atOnce single files being kept at one moment, 0 for 10 for each processor; whoever comes beyond that is
///     told to come again (429 with `Retry-After`, R018). More of them wait longer
@ConfigurationProperties("hmnet.inbox")
public record InboxSettings(@DefaultValue("0") int atOnce) {}
