/// Sheets in a chart (カルテの帳票): chosen, filled in, signed off, read with their history, printed, handed out and taken
/// in.
@ApplicationModule
@NullMarked
package hmnet.care.chartforms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
