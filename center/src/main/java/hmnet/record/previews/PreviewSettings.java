package hmnet.record.previews;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What drawing a stranger's file may cost, and by what (プレビューの設定): `HMNET_PREVIEWS_…`.
///
/// @param programs the folders in which the programs that draw are looked for, parted by a colon; empty for none
/// @param folder where a file lies while a program draws it, gone afterwards; empty for `/dev/shm`, which is memory,
///     or the folder of temporary files where there is none
/// @param processes how many programs run at one moment
/// @param seconds how long one page may take; an office document three times as long
/// @param megabytes the memory of one program; of an office document four times as much
/// @param pages how many pages of one file are drawn at most
@ConfigurationProperties("hmnet.previews")
public record PreviewSettings(
        @DefaultValue("/usr/local/bin:/usr/bin:/bin") String programs,
        @DefaultValue("") String folder,
        @DefaultValue("2") int processes,
        @DefaultValue("20") int seconds,
        @DefaultValue("1024") int megabytes,
        @DefaultValue("300") int pages) {}
