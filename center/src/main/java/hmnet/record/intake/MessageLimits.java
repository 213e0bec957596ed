package hmnet.record.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much one message may hold (受信の上限): `HMNET_MESSAGE_MAX_BYTES`, checked before anything is read.
///
/// @param maxBytes a larger message is refused before it is read (413)
/// @param archiveEntries how many files one tar may hold; what comes after them is refused, file by file
/// @param hourEntries how many files a facility may send in tars within an hour, 0 for no limit
@ConfigurationProperties("hmnet.message")
record MessageLimits(
        @DefaultValue("134217728") int maxBytes,
        @DefaultValue("20000") int archiveEntries,
        @DefaultValue("2000000") int hourEntries) {}
