/// A real centre to measure: its process, its database, who sends to it and who reads (測定の舞台).
@NullMarked
package hmnet.bench.stage;

import org.jspecify.annotations.NullMarked;
