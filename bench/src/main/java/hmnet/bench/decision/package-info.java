/// What a decision costs, and what its grant costs the chart it opens (判定の測定), for the bench and the suite.
@NullMarked
package hmnet.bench.decision;

import org.jspecify.annotations.NullMarked;
