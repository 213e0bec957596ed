package hmnet.ground.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.Hash;
import hmnet.witness.log.TileAddress;
import hmnet.witness.log.TreeRecount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

class AuditRoutesTest extends AuditCentre {
    @Autowired
    AuditRoutes routes;

    @BeforeEach
    void aLogOfMoreThanOneTile() {
        if (checkpoints.size() <= 256) {
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < 300; i++) {
                    audit.write(opened(null, Map.of()));
                }
            });
        }
        awaitNumbering();
    }

    @Test
    void aStrangerRebuildsTheRootFromTilesAlone() {
        var checkpoint = Checkpoint.read(requireNonNull(routes.checkpoint().getBody()));
        var treeRecount = new TreeRecount((level, index, hash) -> {});
        var full = checkpoint.size() / 256;
        for (int tile = 0; tile < full; tile++) {
            hashes("0", "/%03d".formatted(tile)).forEach(treeRecount::add);
        }
        var rest = checkpoint.size() % 256;
        if (rest > 0) {
            hashes("0", "/%03d.p/%d".formatted(full, rest)).forEach(treeRecount::add);
        }
        assertThat(treeRecount.root()).isEqualTo(checkpoint.root());
        assertThat(Hash.over(hashes("0", "/000")))
                .isEqualTo(hashes("1", "/000.p/1").getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/0",
                "/00",
                "/0000",
                "/-01",
                "/000.p/0",
                "/000.p/256",
                "/000.p/01",
                "/x000/000",
                "/999",
                "/x999/x999/x999/x999/x999/999",
                "/x999/x999/x999/x999/x999/x999/x999/999",
                "/../000",
                "/000.p/",
                "/０００"
            })
    void anAddressThatNamesNoTileIsNotFound(String path) {
        assertThat(routes.tile("0", path).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "-1", "64", "8", "63", "entries", ""})
    void aLevelThatIsNotThereIsNotFound(String level) {
        assertThat(routes.tile(level, "/000").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void longIndexesAreReadInGroupsOfThree() {
        assertThat(TileAddress.of("0", "x001/x234/067")).contains(new TileAddress(0, 1_234_067, 256));
        assertThat(TileAddress.of("2", "017.p/9")).contains(new TileAddress(2, 17, 9));
    }

    @Test
    void theRouteTakesAddressesWithSlashes() {
        var pattern = new PathPatternParser().parse("/audit/tile/{level}/{*index}");
        var match = requireNonNull(pattern.matchAndExtract(PathContainer.parsePath("/audit/tile/0/x001/234.p/5")));
        assertThat(match.getUriVariables()).containsEntry("level", "0").containsEntry("index", "/x001/234.p/5");
    }

    private List<Hash> hashes(String level, String path) {
        var answer = routes.tile(level, path);
        assertThat(answer.getStatusCode()).as(path).isEqualTo(HttpStatus.OK);
        var bytes = requireNonNull(answer.getBody());
        var hashes = new ArrayList<Hash>();
        for (int at = 0; at < bytes.length; at += Hash.BYTES) {
            hashes.add(new Hash(Arrays.copyOfRange(bytes, at, at + Hash.BYTES)));
        }
        return hashes;
    }
}
