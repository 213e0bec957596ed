/// Faults rehearsed on a real centre, each with its verdict (障害訓練).
@NullMarked
package hmnet.bench.drill;

import org.jspecify.annotations.NullMarked;
