package hmnet.record.filestore;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/// A place for sealed objects (置き場). Their names are random and say nothing. It knows no keys and no rows.
interface FileStore {
    /// When this returns the object is there whole, also after a power cut. Broken off, nothing is there by its name.
    void put(UUID name, InputStream sealed) throws IOException;

    /// The bytes of an object from a place on.
    ///
    /// @throws java.nio.file.NoSuchFileException when there is none
    InputStream open(UUID name, long from) throws IOException;

    /// Empty when there is none.
    OptionalLong size(UUID name) throws IOException;

    /// What is not there is deleted.
    void delete(UUID name) throws IOException;

    void forEach(Consumer<StoredName> each) throws IOException;

    /// Also deletes what was begun before this moment and never finished.
    void forgetUnfinished(Instant before) throws IOException;

    /// Where it is, as a person names it in a backup.
    String place();

    /// @param since when it was written
    record StoredName(UUID name, long size, Instant since) {}
}
