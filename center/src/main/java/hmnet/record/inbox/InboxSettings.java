package hmnet.record.inbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many are received at once, and until when (受信の設定): `HMNET_INBOX_…`.
///
/// @param atOnce single files being kept at one moment, 0 for 10 for each processor; whoever comes beyond that is
///     told to come again (429 with `Retry-After`, R018). More of them wait longer
/// @param keepFree what stays free on the disk of `HMNET_DATA`: with less, nothing more is received (507 with
///     `Retry-After`), and what is there can still be read
@ConfigurationProperties("hmnet.inbox")
public record InboxSettings(
        @DefaultValue("0") int atOnce,
        @DefaultValue("268435456") long keepFree) {}
