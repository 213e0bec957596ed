/// The log that anyone can verify (検証可能なログ): Merkle tree, tiles, checkpoints, witnesses, proofs.
@ApplicationModule
@NullMarked
package hmnet.ground.transparency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
