/// Damaged files against every reader and writer (破損ファイルの試験), and what reading costs.
@NullMarked
package hmnet.bench.fuzz;

import org.jspecify.annotations.NullMarked;
