/// A disaster in a centre of its own, from the declaration to the last refusal (災害時モードの訓練), for the drill and the
/// suite.
@NullMarked
package hmnet.bench.disaster;

import org.jspecify.annotations.NullMarked;
