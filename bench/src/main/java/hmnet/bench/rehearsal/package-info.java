/// Rehearsals of sequences of events (演習), for drills and the suite.
@NullMarked
package hmnet.bench.rehearsal;

import org.jspecify.annotations.NullMarked;
