/// The log that anyone can verify (検証可能なログ): Merkle tree, tiles, checkpoints, signatures, proofs. Centre and witness
/// share it; it needs nothing but the JDK.
@NullMarked
package hmnet.witness.log;

import org.jspecify.annotations.NullMarked;
