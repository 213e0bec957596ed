package hmnet.record.filestore;

import hmnet.ground.database.UnsafeSetting;
import hmnet.ground.keys.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Which store this centre has (保管庫の選択).
@Configuration(proxyBeanMethods = false)
class FileStores {
    @Bean
    static FileStore fileStore(FileStoreSettings settings, DataFolder data) throws IOException {
        return of(settings, data.data());
    }

    static FileStore of(FileStoreSettings settings, Path data) throws IOException {
        if (settings.maxBytes() < 1) {
            throw new UnsafeSetting("HMNET_FILES_MAX_BYTES is a number of bytes from 1");
        }
        return switch (settings.store()) {
            case FOLDER -> {
                var folder = settings.folder();
                yield new FolderStore(folder == null || folder.toString().isBlank() ? data.resolve("files") : folder);
            }
            case S3 -> S3Store.of(settings);
        };
    }
}
