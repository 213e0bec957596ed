/// Made-up regions of which each differs from the others (架空の地域): for judging the matcher on people nobody has
/// tuned it to.
@NullMarked
package hmnet.bench.mixes;

import org.jspecify.annotations.NullMarked;
