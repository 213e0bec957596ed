/// Rehearsals of sequences of events (演習), for drills and the suite.
@NullMarked
package hmnet.rehearsal;

import org.jspecify.annotations.NullMarked;
