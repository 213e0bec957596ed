package hmnet.record.filestore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.DataFolder;
import hmnet.record.filestore.StoredObjects.FreshObject;
import hmnet.record.filing.Ward;
import hmnet.record.vault.DamagedObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Objects and their rows: what is in the one and not in the other is found.
class StoredObjectsTest extends Ward {
    @Autowired
    StoredObjects objects;

    @Autowired
    FileStoreSweep sweep;

    @Autowired
    TransactionTemplate transaction;

    private FreshObject put(FacilityId facility) throws IOException {
        return objects.put(
                facility, "1", new ByteArrayInputStream("a film".repeat(99_999).getBytes(UTF_8)));
    }

    private FreshObject named(FacilityId facility, @Nullable OffsetDateTime until) throws IOException {
        var fresh = put(facility);
        transaction.executeWithoutResult(status -> objects.name(fresh, until));
        return fresh;
    }

    private Path file(FreshObject object) {
        var name = object.id().toString();
        return data().resolve("files").resolve(name.substring(0, 2)).resolve(name);
    }

    private FileStoreCheck check(DataFolder folder) throws IOException {
        return FileStoreCheck.of(
                db,
                new FileStoreSettings(
                        FileStoreSettings.StoreKind.FOLDER, null, 1L << 31, "", "us-east-1", "", "", null),
                folder.data());
    }

    @Test
    void anObjectWithoutARowIsDeletedAfterADayAndOneWithARowStays() throws IOException {
        var hospital = hospital();
        var orphan = put(hospital);
        var kept = named(hospital, null);
        sweep.sweep(Instant.now().minus(FileStoreSweep.GRACE));
        assertThat(file(orphan)).as("it may be named yet").exists();
        sweep.sweep(Instant.now().plusSeconds(5));
        assertThat(file(orphan)).doesNotExist();
        assertThat(file(kept)).exists();
    }

    @Test
    void aPieceWhoseTimeIsUpGoesWithItsRow() throws IOException {
        var hospital = hospital();
        var over = named(hospital, OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1));
        var coming = named(hospital, OffsetDateTime.now(ZoneOffset.UTC).plusHours(1));
        sweep.sweep(Instant.EPOCH);
        assertThat(file(over)).doesNotExist();
        assertThatThrownBy(() -> objects.open(over.id(), 0)).isInstanceOf(DamagedObject.class);
        assertThat(file(coming)).exists();
    }

    @Test
    void whatIsMissingOrDamagedIsCountedAgainstTheRows(@TempDir Path elsewhere) throws IOException {
        var hospital = hospital();
        var missing = named(hospital, OffsetDateTime.now(ZoneOffset.UTC).plusHours(1));
        var cut = named(hospital, OffsetDateTime.now(ZoneOffset.UTC).plusHours(1));
        var changed = named(hospital, OffsetDateTime.now(ZoneOffset.UTC).plusHours(1));
        var sound = check(new DataFolder(data())).count();
        assertThat(sound.rows()).isGreaterThanOrEqualTo(3);
        Files.delete(file(missing));
        Files.write(file(cut), new byte[9]);
        var bytes = Files.readAllBytes(file(changed));
        bytes[700] ^= 1;
        Files.write(file(changed), bytes);
        var quick = check(new DataFolder(data())).count();
        assertThat(quick.missing()).isEqualTo(sound.missing() + 1);
        assertThat(quick.damaged()).isEqualTo(sound.damaged() + 1);
        var said = new ArrayList<String>();
        var whole = check(new DataFolder(data())).prove(said::add);
        assertThat(whole.sound()).isFalse();
        assertThat(whole.damaged()).isGreaterThanOrEqualTo(sound.damaged() + 2);
        assertThat(said).contains("missing " + missing.id(), "damaged " + cut.id(), "damaged " + changed.id());
        assertThat(check(new DataFolder(elsewhere)).count().missing())
                .as("a backup that left the folder out")
                .isEqualTo(whole.rows());
        objects.drop(List.of(missing.id(), cut.id(), changed.id()));
    }

    @Test
    void anObjectThatIsMissingSaysWhatToDo() throws IOException {
        var object = named(hospital(), null);
        Files.delete(file(object));
        assertThatThrownBy(() -> objects.open(object.id(), 0))
                .isInstanceOf(DamagedObject.class)
                .hasMessageContaining("missing in the folder")
                .hasMessageContaining("./hmnet files check");
        objects.drop(List.of(object.id()));
    }
}
