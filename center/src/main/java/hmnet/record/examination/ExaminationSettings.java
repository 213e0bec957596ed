package hmnet.record.examination;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What looking at a stranger's file may cost (ファイルの検査の設定): `HMNET_EXAMINATION_…`.
///
/// @param processes how many files are opened at one moment, each in a process of its own; a process starts when it is
///     first needed
/// @param seconds how long one file may take; one that takes longer is kept and not shown
/// @param largeSeconds how long one file of the file store may take
/// @param megabytes the memory of such a process; a file that needs more is kept and not shown
@ConfigurationProperties("hmnet.examination")
public record ExaminationSettings(
        @DefaultValue("2") int processes,
        @DefaultValue("20") int seconds,
        @DefaultValue("900") int largeSeconds,
        @DefaultValue("384") int megabytes) {}
