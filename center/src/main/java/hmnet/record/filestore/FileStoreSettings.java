package hmnet.record.filestore;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where files lie that are too large for the database (ファイル保管庫の設定): `HMNET_FILES_…`.
///
/// @param store `folder` or `s3`. What lies in one is not moved to the other: copy it before this is changed
/// @param folder of the store `folder`; empty for `files` in the data folder
/// @param maxBytes how large one file may be that comes in pieces with a descriptor
/// @param endpoint address of the S3 service, such as `https://minio.example:9000`
/// @param region region of the S3 service
/// @param bucket the bucket of the store `s3`, made beforehand, for this centre alone
/// @param accessKey the account's name at the S3 service
/// @param secretFile a file with the secret key of `HMNET_FILES_ACCESS_KEY`
@ConfigurationProperties("hmnet.files")
public record FileStoreSettings(
        @DefaultValue("folder") StoreKind store,
        @Nullable Path folder,
        @DefaultValue("2147483648") long maxBytes,
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String bucket,
        @DefaultValue("") String accessKey,
        @Nullable Path secretFile) {
    /// What kind of store it is (保管庫の種類).
    public enum StoreKind {
        FOLDER,
        S3
    }

    /// As a verb reads them, without Spring.
    public static FileStoreSettings of(Map<String, String> environment) {
        return new FileStoreSettings(
                environment.getOrDefault("HMNET_FILES_STORE", "folder").equalsIgnoreCase("s3")
                        ? StoreKind.S3
                        : StoreKind.FOLDER,
                path(environment, "HMNET_FILES_FOLDER"),
                Long.parseLong(environment.getOrDefault("HMNET_FILES_MAX_BYTES", "2147483648")),
                environment.getOrDefault("HMNET_FILES_ENDPOINT", ""),
                environment.getOrDefault("HMNET_FILES_REGION", "us-east-1"),
                environment.getOrDefault("HMNET_FILES_BUCKET", ""),
                environment.getOrDefault("HMNET_FILES_ACCESS_KEY", ""),
                path(environment, "HMNET_FILES_SECRET_FILE"));
    }

    private static @Nullable Path path(Map<String, String> environment, String name) {
        var value = environment.getOrDefault(name, "");
        return value.isBlank() ? null : Path.of(value);
    }
}
