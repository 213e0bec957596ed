/// A large audit log, filled at once, and the office's questions to it (漏えい時の照会の測定), for the drill and the suite.
@NullMarked
package hmnet.bench.exposure;

import org.jspecify.annotations.NullMarked;
