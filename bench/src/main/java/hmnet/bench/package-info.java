/// Load scenarios and fault drills (性能測定・障害訓練).
@NullMarked
package hmnet.bench;

import org.jspecify.annotations.NullMarked;
