package hmnet.witness.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AuditTreeTest {
    private static final int LARGEST = 700;
    private static final List<Hash> LEAVES = leaves(LARGEST);
    private static final AuditTree TREE = new AuditTree(new TilesInMemory(LEAVES));

    @Example
    void theRootsAreThoseOfTheKnownVectorsOfRfc6962() {
        var entries = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        var roots = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var known = entries.stream()
                .map(entry -> Hash.leaf(HexFormat.of().parseHex(entry)))
                .toList();
        var tree = new AuditTree(new TilesInMemory(known));
        assertThat(hex(tree.root(0))).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int size = 1; size <= roots.size(); size++) {
            assertThat(hex(tree.root(size))).as("size %d", size).isEqualTo(roots.get(size - 1));
        }
    }

    @Property(tries = 300)
    void theRootFromTilesIsTheRootByDefinition(@ForAll @IntRange(max = LARGEST) int size) {
        assertThat(TREE.root(size)).isEqualTo(ByDefinition.root(LEAVES.subList(0, size)));
    }

    @Property(tries = 300)
    void anInclusionProofIsTheOneByDefinitionAndHolds(
            @ForAll @IntRange(max = LARGEST - 1) int leaf, @ForAll @IntRange(min = 1, max = LARGEST) int more) {
        var size = Math.min(LARGEST, leaf + more);
        var proof = TREE.inclusion(leaf, size);
        assertThat(proof).isEqualTo(ByDefinition.path(leaf, LEAVES.subList(0, size)));
        assertThat(Proofs.includes(LEAVES.get(leaf), leaf, size, proof, TREE.root(size)))
                .isTrue();
    }

    @Property(tries = 300)
    void anInclusionProofHoldsForNoOtherLeafPlaceSizeOrProof(
            @ForAll @IntRange(max = LARGEST - 1) int leaf, @ForAll @IntRange(min = 2, max = LARGEST) int more) {
        var size = Math.min(LARGEST, leaf + more);
        var other = (leaf + 1) % size;
        var root = TREE.root(size);
        var proof = TREE.inclusion(leaf, size);
        var longer = new ArrayList<>(proof);
        longer.add(root);
        if (other != leaf) {
            assertThat(Proofs.includes(LEAVES.get(other), leaf, size, proof, root))
                    .isFalse();
            assertThat(Proofs.includes(LEAVES.get(leaf), other, size, proof, root))
                    .isFalse();
            assertThat(Proofs.includes(LEAVES.get(leaf), leaf, size, proof.subList(1, proof.size()), root))
                    .isFalse();
        }
        assertThat(Proofs.includes(LEAVES.get(leaf), leaf, size, longer, root)).isFalse();
        assertThat(Proofs.includes(LEAVES.get(leaf), leaf, leaf, proof, root)).isFalse();
    }

    @Property(tries = 500)
    void aConsistencyProofIsTheOneByDefinitionAndHolds(
            @ForAll @IntRange(max = LARGEST) int from, @ForAll @IntRange(max = LARGEST) int more) {
        var to = Math.min(LARGEST, from + more);
        var proof = TREE.consistency(from, to);
        assertThat(proof).isEqualTo(ByDefinition.consistency(from, LEAVES.subList(0, to)));
        assertThat(Proofs.consistent(from, TREE.root(from), to, TREE.root(to), proof))
                .isTrue();
    }

    @Property(tries = 300)
    void aLogWhoseEarlierEventChangedIsNotConsistent(
            @ForAll @IntRange(min = 1, max = LARGEST - 1) int from,
            @ForAll @IntRange(min = 1, max = LARGEST) int more,
            @ForAll @IntRange(max = LARGEST) int where) {
        var to = Math.min(LARGEST, from + more);
        var changed = new ArrayList<>(LEAVES);
        changed.set(where % from, Hash.leaf(new byte[] {9, 9, 9}));
        var other = new AuditTree(new TilesInMemory(changed));
        assertThat(Proofs.consistent(from, TREE.root(from), to, other.root(to), other.consistency(from, to)))
                .isFalse();
    }

    @Property(tries = 200)
    void theRecountReachesTheSameRoot(@ForAll @IntRange(max = LARGEST) int size) {
        var treeRecount = new TreeRecount((level, index, hash) -> {});
        LEAVES.subList(0, size).forEach(treeRecount::add);
        assertThat(treeRecount.root()).isEqualTo(TREE.root(size));
    }

    @Example
    void aTreeOfThreeLevelsOfTilesProvesItsFirstAndItsLastLeaf() {
        var many = leaves(70_000);
        var tree = new AuditTree(new TilesInMemory(many));
        var treeRecount = new TreeRecount((level, index, hash) -> {});
        many.forEach(treeRecount::add);
        assertThat(tree.root(70_000)).isEqualTo(treeRecount.root());
        for (var leaf : new int[] {0, 255, 256, 65_535, 65_536, 69_999}) {
            assertThat(Proofs.includes(many.get(leaf), leaf, 70_000, tree.inclusion(leaf, 70_000), treeRecount.root()))
                    .as("leaf %d", leaf)
                    .isTrue();
        }
        assertThat(Proofs.consistent(257, tree.root(257), 70_000, treeRecount.root(), tree.consistency(257, 70_000)))
                .isTrue();
    }

    private static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Hash.leaf(("event " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }
}
