package hmnet.record.filestore;

import hmnet.ground.database.UnsafeSetting;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Objects in a bucket of S3 or of a service that speaks like it (S3の保管庫), such as MinIO: put part by part, there by
/// its name when all of it is there.
final class S3Store implements FileStore {
    private static final long PART = 8 << 20;
    private static final int GONE = 404;
    private static final int BEYOND = 416;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final MinioClient s3;
    private final String bucket;
    private final String place;

    private S3Store(MinioClient s3, String bucket, String place) {
        this.s3 = s3;
        this.bucket = bucket;
        this.place = place;
    }

    static S3Store of(FileStoreSettings settings) throws IOException {
        var secret = settings.secretFile();
        if (settings.bucket().isBlank() || settings.endpoint().isBlank()) {
            throw new UnsafeSetting("HMNET_FILES_STORE is s3: HMNET_FILES_ENDPOINT and HMNET_FILES_BUCKET say where");
        }
        if (settings.accessKey().isBlank() || secret == null) {
            throw new UnsafeSetting(
                    "HMNET_FILES_STORE is s3: HMNET_FILES_ACCESS_KEY and HMNET_FILES_SECRET_FILE say as whom");
        }
        var client = MinioClient.builder()
                .endpoint(settings.endpoint().strip())
                .region(settings.region())
                .credentials(settings.accessKey(), Files.readString(secret).strip())
                .build();
        return new S3Store(client, settings.bucket(), "bucket " + settings.bucket() + " at " + settings.endpoint());
    }

    @Override
    public void put(UUID name, InputStream sealed) throws IOException {
        call(
                name,
                () -> s3.putObject(
                        PutObjectArgs.builder().bucket(bucket).object(name.toString()).stream(sealed, -1, PART)
                                .build()));
    }

    @Override
    public InputStream open(UUID name, long from) throws IOException {
        try {
            return call(
                    name,
                    () -> s3.getObject(GetObjectArgs.builder()
                            .bucket(bucket)
                            .object(name.toString())
                            .offset(from)
                            .build()));
        } catch (BeyondItsEnd end) {
            return InputStream.nullInputStream();
        }
    }

    @Override
    public OptionalLong size(UUID name) throws IOException {
        try {
            return OptionalLong.of(call(
                            name,
                            () -> s3.statObject(StatObjectArgs.builder()
                                    .bucket(bucket)
                                    .object(name.toString())
                                    .build()))
                    .size());
        } catch (NoSuchFileException none) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void delete(UUID name) throws IOException {
        call(name, () -> {
            s3.removeObject(RemoveObjectArgs.builder()
                    .bucket(bucket)
                    .object(name.toString())
                    .build());
            return name;
        });
    }

    @Override
    public void forEach(Consumer<StoredName> each) throws IOException {
        for (Result<Item> found :
                s3.listObjects(ListObjectsArgs.builder().bucket(bucket).build())) {
            var item = call(new UUID(0, 0), found::get);
            if (NAME.matcher(item.objectName()).matches()) {
                each.accept(new StoredName(
                        UUID.fromString(item.objectName()),
                        item.size(),
                        item.lastModified().toInstant()));
            }
        }
    }

    /// What breaks off is aborted at once; what a power cut left is for a rule of the bucket
    /// (AbortIncompleteMultipartUpload).
    @Override
    public void forgetUnfinished(Instant before) {
        // The client has no word for it.
    }

    @Override
    public String place() {
        return place;
    }

    @FunctionalInterface
    private interface Call<T> {
        T answer() throws MinioException, GeneralSecurityException, IOException;
    }

    private static final class BeyondItsEnd extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private <T> T call(UUID name, Call<T> call) throws IOException {
        try {
            return call.answer();
        } catch (ErrorResponseException e) {
            var status = e.response() == null ? 0 : e.response().code();
            if (status == BEYOND) {
                throw new BeyondItsEnd();
            }
            if (status == GONE && !"NoSuchBucket".equals(e.errorResponse().code())) {
                throw new NoSuchFileException(name.toString());
            }
            throw new IOException("The " + place + ": " + e.getMessage(), e);
        } catch (MinioException | GeneralSecurityException e) {
            throw new IOException("The " + place + ": " + e.getMessage(), e);
        }
    }
}
