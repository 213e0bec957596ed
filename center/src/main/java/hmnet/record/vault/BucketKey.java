package hmnet.record.vault;

import hmnet.ground.keys.ErasedKey;
import hmnet.ground.keys.KeyTree;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/// A row of `data_key`, opened (区画の鍵): of one facility and one bucket of chart numbers. Each chart of the bucket has a
/// leaf of its tree.
///
/// @param tree of its key in the ring; empty for one of before keys had leaves, which sealed all of its bucket itself
record BucketKey(int id, SecretKeySpec key, Optional<KeyTree> tree) {
    /// @throws ErasedKey when the leaf was destroyed
    DataKey leaf(int leaf) {
        return ifStanding(leaf).orElseThrow(() -> new ErasedKey("Leaf " + leaf + " of data key " + id));
    }

    /// Empty when the leaf was destroyed.
    Optional<DataKey> ifStanding(int leaf) {
        return tree.orElseThrow(() -> new IllegalStateException("Data key " + id + " has no leaves"))
                .key(leaf)
                .map(inRing -> DataKey.of(id, leaf, key, inRing));
    }
}
